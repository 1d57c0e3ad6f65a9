/**
 * What the core needs to know of the clock: it has none. The pack names an IANA zone, the browser's Intl knows its
 * rules, and the core gets them as a short list of transitions around now.
 */
import type { Zone } from '../generated/protocol';

const minute = 60_000;
const day = 24 * 60 * minute;
/** How far the list reaches, in days: frequency rules look back, "next good time" looks ahead. */
const daysBack = 40;
const daysAhead = 100;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** Whether this browser knows the zone. */
export function isKnownTimeZone(timeZone: string): boolean {
  try {
    formatFor(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The zone this machine is set to. */
export function systemTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Local time minus UTC, in minutes, at an instant in epoch milliseconds. Throws RangeError for an unknown zone. */
export function offsetMinutesAt(timeZone: string, instant: number): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(whole)) part[type] = Number(value);
  const { year = 1970, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second = 0 } = part;
  return Math.round((Date.UTC(year, month - 1, date, hour, minutes, second) - whole) / minute);
}

/** First second at which the offset is no longer the one at `before`; the offset changes once in between. */
function transitionBetween(timeZone: string, before: number, after: number): number {
  const from = offsetMinutesAt(timeZone, before);
  let [low, high] = [Math.floor(before / 1000), Math.ceil(after / 1000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMinutesAt(timeZone, middle * 1000) === from) low = middle;
    else high = middle;
  }
  return high;
}

/** The zone's transitions from 40 days before to 100 days after `now` (epoch milliseconds). */
export function transitionsAround(timeZone: string, now: number): Zone {
  const start = Math.floor((now - daysBack * day) / 1000) * 1000;
  const end = now + daysAhead * day;
  const zone: Zone = [{ at: start / 1000, offsetMinutes: offsetMinutesAt(timeZone, start) }];
  for (let from = start; from < end; from += day) {
    const until = from + day;
    if (offsetMinutesAt(timeZone, from) === offsetMinutesAt(timeZone, until)) continue;
    const at = transitionBetween(timeZone, from, until);
    zone.push({ at, offsetMinutes: offsetMinutesAt(timeZone, at * 1000) });
  }
  return zone;
}

const cached = new Map<string, { fromDay: number; zone: Zone }>();

/** As transitionsAround, worked out once per zone and day. */
export function zoneAround(timeZone: string, now: number): Zone {
  const fromDay = Math.floor(now / day);
  const known = cached.get(timeZone);
  if (known?.fromDay === fromDay) return known.zone;
  const zone = transitionsAround(timeZone, now);
  cached.set(timeZone, { fromDay, zone });
  return zone;
}

/** The local day that an instant (epoch milliseconds) is on, YYYY-MM-DD. */
export function dayIn(timeZone: string, instant: number): string {
  return instantIn(timeZone, instant).slice(0, 10);
}

/** When the local day that `instant` is on ends, in epoch milliseconds. */
export function endOfDay(timeZone: string, instant: number): number {
  const today = dayIn(timeZone, instant);
  let [low, high] = [instant, instant + 26 * 60 * minute];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2);
    if (dayIn(timeZone, middle) === today) low = middle;
    else high = middle;
  }
  return high;
}

/** `instant` (epoch milliseconds) as YYYY-MM-DDTHH:MM:SS±HH:MM in the zone. */
export function instantIn(timeZone: string, instant: number): string {
  const offset = offsetMinutesAt(timeZone, instant);
  const local = new Date(instant + offset * minute).toISOString().slice(0, 19);
  const magnitude = Math.abs(offset);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(magnitude / 60))}:${pad(magnitude % 60)}`;
}
