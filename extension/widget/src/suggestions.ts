/** Approved texts from the company's content library, fetched when a visitor asks for them and not before. */
import type { Library } from '../../src/generated/library';

export interface Suggestion {
  /** The network that it is written for; left out, it fits any. */
  network?: string;
  text: string;
}

const withoutTags = (address: string): string => {
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  return (url.origin + url.pathname).replace(/\/$/, '');
};

/** Local time of the reader's machine, comparable with the library's times: close enough for texts that are public. */
const localNow = (): string => new Date().toLocaleString('sv').replace(' ', 'T');

const isOffered = (item: Library['items'][number], now: string): boolean =>
  (item.embargo ?? '') <= now &&
  (!item.expires || now < (item.expires.length === 10 ? `${item.expires}T99` : item.expires));

/**
 * The texts for one page. Rejects where the library cannot be had.
 * @param address of the library; only from the page's own origin
 */
export async function suggestionsFor(address: string, pageUrl: string, lang: string): Promise<Suggestion[]> {
  const library = new URL(address, document.baseURI);
  if (library.origin !== location.origin) throw new Error(`${library.href} is not on ${location.origin}`);
  const response = await fetch(library, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(`${library.href} answers ${response.status}`);
  const { items } = (await response.json()) as Library;
  const now = localNow();
  return items
    .filter((item) => withoutTags(item.url) === withoutTags(pageUrl) && isOffered(item, now))
    .flatMap((item) => item.captions.filter((caption) => caption.lang === lang));
}
