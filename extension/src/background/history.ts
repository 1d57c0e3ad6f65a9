/** What was posted or shared when, on this machine only: it feeds the frequency rules and "shared already". */
import type { HistoryEntry } from '../generated/protocol';

/**
 * An entry as it is kept: the instant is UTC, ending in Z, so that it stays right when zones or clocks change. `opened`:
 * the person went from our library to the network's composer, and whether they posted there is not known yet.
 */
export type HistoryItem = Required<Pick<HistoryEntry, 'network' | 'at' | 'kind'>> &
  Pick<HistoryEntry, 'item' | 'topics' | 'links'> & { opened?: true };

const minute = 60_000;
const day = 24 * 60 * minute;
/** How long after opening a composer from the library a post there is taken to be that one, in minutes. */
const openedMinutes = 60;
/** How long an entry is kept, in days: a year and a month. */
const keptDays = 400;
/** The protocol takes no more; the newest are kept. */
const mostEntries = 10_000;
/** The longest gap that a guideline can ask for: older entries count for nothing. */
const countedDays = 366;

/**
 * Leaves out what is too old and what has no readable time. A future date, from a clock that was wrong, is kept for as
 * long as it may come true: the core sets it aside and says so.
 */
export function prune(history: readonly HistoryItem[], now: number): HistoryItem[] {
  const kept = history.filter((entry) => {
    const at = Date.parse(entry.at);
    return Number.isFinite(at) && Math.abs(now - at) <= keptDays * day;
  });
  return kept.slice(-mostEntries);
}

/**
 * `history` with one more entry at `now`, epoch milliseconds. When the person has just opened the network's composer from
 * our library and presses the post button there soon after, that is the same post and not another, unless the core
 * recognised another item in it.
 */
export function remember(
  history: readonly HistoryItem[],
  what: Pick<HistoryItem, 'network' | 'kind' | 'item' | 'topics' | 'links' | 'opened'>,
  now: number,
): HistoryItem[] {
  const { network, kind, item } = what;
  const links = what.links && what.links.length > 0 ? { links: what.links } : {};
  const about = { ...(item === undefined ? {} : { item }), ...(what.topics ? { topics: what.topics } : {}), ...links };
  const at = `${new Date(now).toISOString().slice(0, 19)}Z`;
  if (what.opened) return prune([...history, { network, kind, at, ...about, opened: true }], now);
  const opened = history.findLast(
    (entry) =>
      entry.opened &&
      entry.network === network &&
      (item === undefined || entry.item === item) &&
      now - Date.parse(entry.at) <= openedMinutes * minute,
  );
  if (kind !== 'post' || !opened) return prune([...history, { network, kind, at, ...about }], now);
  const { opened: _, ...posted } = opened;
  return prune([...history.filter((entry) => entry !== opened), { ...posted, ...about, at }], now);
}

const asEntry = ({ opened: _, ...entry }: HistoryItem): HistoryEntry => entry;

/**
 * What a check needs: the entries of the days that frequency rules can count. A composer that was only opened is no post
 * yet: were it counted, the post that is being written there would already be its own predecessor.
 */
export function countedHistory(history: readonly HistoryItem[], now: number): HistoryEntry[] {
  return prune(history, now)
    .filter((entry) => !entry.opened && now - Date.parse(entry.at) <= countedDays * day)
    .map(asEntry);
}

/** What a suggestion needs: everything that names an item. */
export function sharedHistory(history: readonly HistoryItem[], now: number): HistoryEntry[] {
  return prune(history, now)
    .filter((entry) => entry.item !== undefined)
    .map(asEntry);
}
