import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countedHistory,
  type HistoryItem,
  prune,
  remember,
  sharedHistory,
} from '../../extension/src/background/history';

const now = Date.parse('2026-06-15T10:00:00Z');
const minutes = (count: number) => count * 60_000;
const days = (count: number) => count * 86_400_000;
const entry = (at: string, more: Partial<HistoryItem> = {}): HistoryItem => ({
  network: 'x',
  kind: 'post',
  at,
  ...more,
});

test('a post is remembered with its instant in UTC', () => {
  assert.deepEqual(remember([], { network: 'x', kind: 'reply' }, now), [
    { network: 'x', kind: 'reply', at: '2026-06-15T10:00:00Z' },
  ]);
});

test('entries older than 400 days, and those without a readable time, are left out', () => {
  const history = [entry('2025-05-01T00:00:00Z'), entry('2025-05-20T00:00:00Z'), entry('yesterday')];
  assert.deepEqual(
    prune(history, now).map(({ at }) => at),
    ['2025-05-20T00:00:00Z'],
  );
});

test('a future date is kept for the core to set aside, unless it can hardly come true', () => {
  const history = [entry('2026-06-16T10:00:00Z'), entry('2036-06-16T10:00:00Z')];
  assert.deepEqual(
    prune(history, now).map(({ at }) => at),
    ['2026-06-16T10:00:00Z'],
  );
  assert.equal(countedHistory(history, now).length, 1);
});

test('no more than 10,000 entries are kept, the newest', () => {
  const history = Array.from({ length: 10_005 }, (_, index) =>
    entry(new Date(now - minutes(10_005 - index)).toISOString()),
  );
  const kept = prune(history, now);
  assert.equal(kept.length, 10_000);
  assert.equal(kept.at(-1)?.at, history.at(-1)?.at);
});

test('sharing from the library and then pressing Post there is one post', () => {
  const opened = remember([], { network: 'linkedin', kind: 'post', item: 'summer-fair', opened: true }, now);
  const posted = remember(opened, { network: 'linkedin', kind: 'post' }, now + minutes(3));
  assert.deepEqual(countedHistory(posted, now + minutes(4)), [
    { network: 'linkedin', kind: 'post', at: '2026-06-15T10:03:00Z', item: 'summer-fair' },
  ]);
  const another = remember(posted, { network: 'linkedin', kind: 'post' }, now + minutes(9));
  assert.equal(another.length, 2);
});

test('a composer that was opened from the library is no post before something is posted there', () => {
  const share = (history: HistoryItem[], item: string, at: number) =>
    remember(history, { network: 'x', kind: 'post', item, opened: true }, at);
  const opened = share(share(share([], 'summer-fair', now), 'storage', now + minutes(1)), 'night', now + minutes(2));
  assert.deepEqual(countedHistory(opened, now + minutes(3)), []);
  assert.equal(sharedHistory(opened, now + minutes(3)).length, 3, 'what was opened still counts as shared already');
  const posted = remember(opened, { network: 'x', kind: 'post' }, now + minutes(4));
  assert.deepEqual(
    countedHistory(posted, now + minutes(5)).map(({ item }) => item),
    ['night'],
  );
});

test('a post on another network, a comment, or one much later is not that post', () => {
  const opened = remember([], { network: 'linkedin', kind: 'post', item: 'summer-fair', opened: true }, now);
  assert.equal(remember(opened, { network: 'x', kind: 'post' }, now + minutes(3)).length, 2);
  assert.equal(remember(opened, { network: 'linkedin', kind: 'comment' }, now + minutes(3)).length, 2);
  assert.equal(remember(opened, { network: 'linkedin', kind: 'post' }, now + minutes(61)).length, 2);
});

test('a post in which the core recognised an item or a topic counts at once, and not as the one opened before', () => {
  const opened = remember([], { network: 'x', kind: 'post', item: 'summer-fair', opened: true }, now);
  const about: Omit<HistoryItem, 'at'> = { network: 'x', kind: 'post', item: 'storage', topics: ['tech'] };
  const posted = remember(opened, about, now + minutes(1));
  assert.deepEqual(countedHistory(posted, now + minutes(2)), [{ ...about, at: '2026-06-15T10:01:00Z' }]);
  const both = remember(posted, { network: 'x', kind: 'post', item: 'summer-fair' }, now + minutes(3));
  assert.deepEqual(
    countedHistory(both, now + minutes(4)).map(({ item }) => item),
    ['storage', 'summer-fair'],
  );
});

test('a page of the company’s that is no item, opened in the composer from its helper, is one post too', () => {
  const opened = remember([], { network: 'x', kind: 'post', opened: true }, now);
  assert.deepEqual(countedHistory(opened, now + minutes(1)), []);
  const posted = remember(opened, { network: 'x', kind: 'post' }, now + minutes(2));
  assert.equal(countedHistory(posted, now + minutes(3)).length, 1);
});

test('the core gets what the protocol allows: no key of ours', () => {
  const what = { network: 'linkedin', kind: 'post', item: 'summer-fair', opened: true } as const;
  const history = remember([], what, now - days(50));
  assert.deepEqual(countedHistory(history, now), []);
  assert.deepEqual(sharedHistory(history, now), [
    { network: 'linkedin', kind: 'post', at: '2026-04-26T10:00:00Z', item: 'summer-fair' },
  ]);
});
