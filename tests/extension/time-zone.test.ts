import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dayIn,
  endOfDay,
  instantIn,
  isKnownTimeZone,
  offsetMinutesAt,
  transitionsAround,
  zoneAround,
} from '../../extension/src/engine/time-zone';

const at = (iso: string) => Date.parse(iso);
const second = (iso: string) => at(iso) / 1000;

test('Europe/Berlin goes to summer time on 29 March 2026 at 01:00 UTC', () => {
  const zone = transitionsAround('Europe/Berlin', at('2026-03-10T12:00:00Z'));
  assert.deepEqual(zone, [
    { at: second('2026-01-29T12:00:00Z'), offsetMinutes: 60 },
    { at: second('2026-03-29T01:00:00Z'), offsetMinutes: 120 },
  ]);
});

test('a list that reaches over autumn and spring would hold both transitions, each to the second', () => {
  const autumn = transitionsAround('Europe/Berlin', at('2026-09-01T00:00:00Z'));
  assert.deepEqual(autumn.at(-1), { at: second('2026-10-25T01:00:00Z'), offsetMinutes: 60 });
  const newYork = transitionsAround('America/New_York', at('2026-11-20T00:00:00Z'));
  assert.deepEqual(newYork[1], { at: second('2026-11-01T06:00:00Z'), offsetMinutes: -300 });
});

test('a zone without transitions has one entry, and half-hour offsets are kept', () => {
  assert.deepEqual(
    transitionsAround('Asia/Kolkata', at('2026-06-01T00:00:00Z')).map((entry) => entry.offsetMinutes),
    [330],
  );
  assert.equal(offsetMinutesAt('Asia/Kathmandu', at('2026-06-01T00:00:00Z')), 345);
  assert.equal(offsetMinutesAt('Australia/Lord_Howe', at('2026-01-01T00:00:00Z')), 660);
});

test('instants before 1970 and with milliseconds have the offset of their second', () => {
  assert.equal(offsetMinutesAt('Europe/Berlin', at('1969-07-20T20:17:40.999Z')), 60);
});

test('an instant is written in the wall time of the zone with its offset', () => {
  assert.equal(instantIn('Europe/Berlin', at('2026-03-29T00:59:59Z')), '2026-03-29T01:59:59+01:00');
  assert.equal(instantIn('Europe/Berlin', at('2026-03-29T01:00:00Z')), '2026-03-29T03:00:00+02:00');
  assert.equal(instantIn('America/New_York', at('2026-01-01T03:30:00Z')), '2025-12-31T22:30:00-05:00');
  assert.equal(instantIn('America/St_Johns', at('2026-01-01T03:30:00Z')), '2026-01-01T00:00:00-03:30');
});

test('the list is worked out once for a zone and day, and anew on the next', () => {
  const first = zoneAround('Europe/Berlin', at('2026-05-05T08:00:00Z'));
  assert.equal(zoneAround('Europe/Berlin', at('2026-05-05T20:00:00Z')), first);
  assert.notEqual(zoneAround('Europe/Berlin', at('2026-05-06T08:00:00Z')), first);
  assert.notEqual(zoneAround('Asia/Tokyo', at('2026-05-06T08:00:00Z')), first);
});

test('a day ends at local midnight, also on the days on which clocks change', () => {
  for (const [noon, midnight] of [
    ['2026-03-29T10:00:00Z', '2026-03-29T22:00:00Z'],
    ['2026-10-25T10:00:00Z', '2026-10-25T23:00:00Z'],
  ] as const) {
    assert.ok(Math.abs(endOfDay('Europe/Berlin', at(noon)) - at(midnight)) <= 1000);
    assert.equal(dayIn('Europe/Berlin', at(noon)), noon.slice(0, 10));
  }
});

test('an unknown zone is told apart from a known one', () => {
  assert.equal(isKnownTimeZone('Europe/Berlin'), true);
  assert.equal(isKnownTimeZone('Europe/Atlantis'), false);
});
