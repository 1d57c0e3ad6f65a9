/** What was posted or shared when, on this machine only: it feeds the frequency rules and "shared already". */
import type { HistoryEntry } from '../generated/protocol';

/** An entry as it is kept: the instant is UTC, ending in Z, so that it stays right when zones or clocks change. */
export type HistoryItem = Required<Pick<HistoryEntry, 'network' | 'at' | 'kind'>> & Pick<HistoryEntry, 'item'>;

const day = 86_400_000;
/** How long an entry is kept, in days: a year and a month. */
const keptDays = 400;
/** The protocol takes no more; the newest are kept. */
const mostEntries = 10_000;
/** The core counts per day and week; entries without an item are of no use beyond this many days. */
const countedDays = 40;

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

/** `history` with one more entry at `now`, epoch milliseconds. */
export function remember(
  history: readonly HistoryItem[],
  what: Pick<HistoryItem, 'network' | 'kind' | 'item'>,
  now: number,
): HistoryItem[] {
  const { network, kind, item } = what;
  const at = `${new Date(now).toISOString().slice(0, 19)}Z`;
  return prune([...history, { network, kind, at, ...(item === undefined ? {} : { item }) }], now);
}

/** What a check needs: the entries of the days that frequency rules can count. */
export function countedHistory(history: readonly HistoryItem[], now: number): HistoryItem[] {
  return prune(history, now).filter((entry) => now - Date.parse(entry.at) <= countedDays * day);
}
