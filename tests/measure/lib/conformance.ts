/** The extraction and validation cases of twitter-text, asked of the command. */
import { type Analysis, analyze } from './agreement';

interface Case {
  description: string;
  text: string;
  expected: unknown;
}
export type Suites = Record<'extract' | 'validate', Record<string, Case[]>>;

/** Characters that X refuses; a post with one is never valid. */
const refused = /[\ufffe\ufeff\uffff]/;

/** Configuration 1, of the 140 limit: every character counts 1, a link 23. */
function lengthOf2009(text: string, { urls }: Analysis): number {
  const inLinks = urls.reduce((sum, { start, end }) => sum + [...text.slice(start, end)].length, 0);
  return [...text.normalize()].length - inLinks + urls.length * 23;
}

/** Configuration 2, of 2017: as today's, but an emoji counts by its characters. */
function lengthOf2017(text: string, { emoji }: Analysis, used: number): number {
  const light = (c: number) =>
    c <= 4351 || (c >= 8192 && c <= 8205) || (c >= 8208 && c <= 8223) || (c >= 8242 && c <= 8247);
  const weight = (written: string) => [...written].reduce((sum, c) => sum + (light(c.codePointAt(0) ?? 0) ? 1 : 2), 0);
  return emoji.reduce((sum, { start, end }) => sum - 2 + weight(text.slice(start, end)), used);
}

function weighted(text: string, length: number, fits: number | undefined): object {
  const bad = text.search(refused);
  const end = Math.min(bad < 0 ? text.length : bad, fits ?? text.length);
  return {
    weightedLength: length,
    valid: length > 0 && length <= 280 && bad < 0,
    permillage: Math.floor((length / 280) * 1000),
    displayRangeStart: 0,
    displayRangeEnd: Math.max(0, text.length - 1),
    validRangeStart: 0,
    validRangeEnd: Math.max(0, end - 1),
  };
}

function got(kind: string, text: string, onX: Analysis, seen: Analysis): unknown {
  const written = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const names = (list: 'hashtags' | 'mentions' | 'cashtags') => onX[list].map((span) => written(span).slice(1));
  const indices = ({ start, end }: { start: number; end: number }) => ({
    indices: [[...text.slice(0, start)].length, [...text.slice(0, end)].length],
  });
  const isWhole = (list: 'hashtags' | 'mentions' | 'urls', answer = onX) =>
    answer[list].length === 1 && answer[list][0]?.start === 0 && answer[list][0]?.end === text.length;
  const { used = 0, fits } = onX.networks.find(({ network }) => network === 'x') ?? {};
  switch (kind) {
    case 'extract.mentions':
      return names('mentions');
    case 'extract.mentions_with_indices':
      return onX.mentions.map((span) => ({ screen_name: written(span).slice(1), ...indices(span) }));
    case 'extract.mentions_or_lists_with_indices':
      return onX.mentions.map((span) => {
        const [screen_name = '', list] = written(span).slice(1).split('/');
        return { screen_name, list_slug: list === undefined ? '' : `/${list}`, ...indices(span) };
      });
    case 'extract.replies': {
      const [first] = onX.mentions;
      return first && text.slice(0, first.start).trim() === '' ? written(first).slice(1) : null;
    }
    case 'extract.urls':
    case 'extract.tco_urls_with_params':
      return onX.urls.map(written);
    case 'extract.urls_with_indices':
    case 'extract.urls_with_directional_markers':
      return onX.urls.map((span) => ({ url: written(span), ...indices(span) }));
    case 'extract.hashtags':
    case 'extract.hashtags_from_astral':
      return names('hashtags');
    case 'extract.hashtags_with_indices':
      return onX.hashtags.map((span) => ({ hashtag: written(span).slice(1), ...indices(span) }));
    case 'extract.cashtags':
      return names('cashtags');
    case 'extract.cashtags_with_indices':
      return onX.cashtags.map((span) => ({ cashtag: written(span).slice(1), ...indices(span) }));
    case 'validate.tweets':
      return text !== '' && !refused.test(text) && lengthOf2009(text, onX) <= 140;
    case 'validate.usernames':
      return isWhole('mentions') && !text.includes('/');
    case 'validate.lists':
      return isWhole('mentions') && text.includes('/');
    case 'validate.hashtags':
      return isWhole('hashtags');
    case 'validate.urls':
      // Asks what an address is, with user and numbers too, and not what X makes a link of.
      return isWhole('urls', seen);
    case 'validate.urls_without_protocol':
      return isWhole('urls');
    case 'validate.WeightedTweetsCounterTest':
      return weighted(text, lengthOf2017(text, onX, used), fits);
    case 'validate.WeightedTweetsWithDiscountedEmojiCounterTest':
    case 'validate.UnicodeDirectionalMarkerCounterTest':
      return weighted(text, used, fits);
    default:
      throw new Error(`There is no suite "${kind}" to ask`);
  }
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted()
            .map(([key, part]) => [key, sorted(part)]),
        )
      : value;
const isSame = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Prints a line a suite, and each case that fails. */
export function printConformance(suites: Suites): void {
  const cases = (['extract', 'validate'] as const).flatMap((suite) =>
    Object.entries(suites[suite]).flatMap(([name, list]) => list.map((one) => ({ kind: `${suite}.${name}`, ...one }))),
  );
  const texts = cases.map(({ text }) => text.toWellFormed());
  const [onX, seen] = [analyze(texts, 'x'), analyze(texts, 'linkedin')];
  const tally = new Map<string, [passed: number, total: number]>();
  for (const [i, { kind, text, expected, description }] of cases.entries()) {
    const count = tally.get(kind) ?? [0, 0];
    const answer = got(kind, text, onX[i] as Analysis, seen[i] as Analysis);
    count[1]++;
    if (isSame(answer, expected)) count[0]++;
    else
      console.log(
        `failed: ${kind}: ${description}\n  ours ${JSON.stringify(answer)}\n  expected ${JSON.stringify(expected)}`,
      );
    tally.set(kind, count);
  }
  for (const [kind, [passed, total]] of tally) console.log(`${kind}: ${passed} of ${total}`);
  const passed = [...tally.values()].reduce((sum, [count]) => sum + count, 0);
  console.log(`twitter-text conformance: ${passed} of ${cases.length}\n`);
}
