/** The address that opens a network's own page for sharing, with everything percent-encoded. No document is needed. */
import { type ShareTargetId, shareTargets } from '../../src/generated/share-targets';

export type { ShareTargetId };

export interface Shared {
  /** http or https; what is shared. */
  url: string;
  /** Words to go with it; may be empty. */
  text: string;
  /** The page's title, for targets that take a subject. */
  title: string;
  /** Without #. */
  hashtags: string[];
  /** The account that is named as the source, without @. */
  via: string;
}

/** Here hashtags are words of the post; others have a parameter for them, or no hashtags at all. */
const hashtagsInText = 'bluesky linkedin mastodon threads';

export const isTarget = (id: string): id is ShareTargetId => Object.hasOwn(shareTargets, id);

export const nameOf = (id: ShareTargetId): string => shareTargets[id][0];

/** Lines end in CR LF in a mail (RFC 6068), in LF elsewhere. A lone surrogate, which no address can carry, becomes �. */
const encode = (value: string, id: ShareTargetId): string =>
  encodeURIComponent(value.toWellFormed().replace(/\r\n?|\n/g, id === 'mail' ? '\r\n' : '\n'));

/** @param instance a Mastodon server's host, whose own page is opened instead of the one for all servers */
export function addressOf(id: ShareTargetId, shared: Shared, instance = ''): string {
  const tags = shared.hashtags.map((tag) => `#${tag}`);
  const inText = hashtagsInText.includes(id) && shared.text !== '';
  const text = inText ? [shared.text, ...tags].join(' ') : shared.text;
  const values: Record<string, string> = {
    text,
    url: shared.url,
    textAndUrl: text ? `${text}\n${shared.url}` : shared.url,
    title: shared.title || shared.text,
    hashtags: shared.hashtags.join(','),
    hashtag: tags[0] ?? '',
    via: shared.via,
  };
  const [, usual, wordless = usual] = shareTargets[id];
  const template = instance ? `https://${instance}/share?text={textAndUrl}` : text ? usual : wordless;
  const [, base = '', parameters = ''] = /^([^?#]*[?#])(.*)$/.exec(template) ?? [];
  const filled = parameters.split('&').filter((parameter) => values[/{(\w+)}/.exec(parameter)?.[1] ?? ''] !== '');
  return base + filled.join('&').replace(/{(\w+)}/g, (_, name: string) => encode(values[name] ?? '', id));
}

/**
 * `url` with query parameters added, before its fragment.
 * @param tags as in "utm_medium=share&utm_source={network}"; {network} and {campaign} are filled in
 */
export function taggedUrl(url: string, tags: string, network: string, campaign: string): string {
  const tagged = new URL(url);
  for (const [name, value] of new URLSearchParams(tags)) {
    const filled = value.replace('{network}', network).replace('{campaign}', campaign);
    if (filled) tagged.searchParams.set(name, filled);
  }
  return tagged.href;
}
