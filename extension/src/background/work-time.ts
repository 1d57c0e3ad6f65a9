/**
 * How long the person has had one of the named sites in front of them today, where they switched the count on. Kept on
 * this machine only, and gone when the day is over.
 */
import { dayIn } from '../engine/time-zone';
import type { Settings } from '../messages';

export interface WorkTime {
  /** Local day, YYYY-MM-DD, in this machine's zone. */
  day: string;
  seconds: number;
  /** The person was told that the time is used up. */
  told: boolean;
}

/** A report of more than this was not counted by a page that was in front all the time. */
const mostSeconds = 60;

/** What is known of today; nothing is left of other days. */
export function today(known: WorkTime | undefined, timeZone: string, now: number): WorkTime {
  const day = dayIn(timeZone, now);
  return known?.day === day ? known : { day, seconds: 0, told: false };
}

export function withSeconds(time: WorkTime, seconds: number): WorkTime {
  if (!Number.isFinite(seconds) || seconds <= 0) return time;
  return { ...time, seconds: time.seconds + Math.min(seconds, mostSeconds) };
}

/** Minutes a day: the person's own number, else the guideline's; null where nobody named one. */
export function budgetMinutes(settings: Settings, ofGuideline: number | undefined): number | null {
  return settings.workMinutes > 0 ? settings.workMinutes : (ofGuideline ?? null);
}
