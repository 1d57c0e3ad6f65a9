import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Area, Store } from '../../extension/src/background/store';
import { MemoryArea } from './memory-area';

const pack = (characters: number) => ({
  kind: 'file' as const,
  name: 'pack.json',
  loadedAt: 1,
  keepStarter: true,
  json: 'x'.repeat(characters),
});

test('what was written is there after the background was stopped and started again', async () => {
  const [lasting, session] = [new MemoryArea(), new MemoryArea()];
  const store = await Store.open(lasting, session);
  await store.set('settings', { role: 'expert' });
  const again = await Store.open(lasting, session);
  assert.deepEqual(again.get('settings'), { role: 'expert' });
  assert.equal(again.failure, null);
});

test('when storage is full, the change holds, survives eviction, and is written once there is room', async () => {
  const [lasting, session] = [new MemoryArea(1000), new MemoryArea()];
  const store = await Store.open(lasting, session);
  await store.set('pack', pack(700));
  await store.set('history', [{ network: 'x', kind: 'post', at: '2026-06-15T10:00:00Z', item: 'y'.repeat(500) }]);
  assert.equal(store.failure?.code, 'storage-full');
  assert.equal(store.get('history')?.length, 1);

  const again = await Store.open(lasting, session);
  assert.equal(again.get('history')?.length, 1, 'an evicted background forgot what did not fit');
  assert.equal(again.get('pack')?.json?.length, 700, 'what was stored before got lost');
  assert.equal(again.failure?.code, 'storage-full');

  await again.remove(['pack']);
  assert.equal(again.failure, null);
  assert.equal((await Store.open(lasting, new MemoryArea())).get('history')?.length, 1);
});

test('one value that does not fit holds back no other', async () => {
  const [lasting, session] = [new MemoryArea(1000), new MemoryArea()];
  const store = await Store.open(lasting, session);
  await store.set('pack', pack(2000));
  await store.set('settings', { role: 'expert' });
  await store.set('history', [{ network: 'x', kind: 'post', at: '2026-06-15T10:00:00Z' }]);
  assert.equal(store.failure?.code, 'storage-full', 'the person still has to know about the pack');
  const kept = await lasting.get();
  assert.deepEqual(Object.keys(kept).sort(), ['history', 'settings']);

  const restarted = await Store.open(lasting, session);
  assert.equal(restarted.get('pack')?.json?.length, 2000);
  await restarted.set('pack', pack(10));
  assert.equal(restarted.failure, null);
  assert.deepEqual(Object.keys((await lasting.get()) ?? {}).sort(), ['history', 'pack', 'settings']);
});

test('storage that cannot be read or written leaves a working store that says so', async () => {
  const broken: Area = {
    get: () => Promise.reject(new Error('disk on fire')),
    set: () => Promise.reject(new Error('disk on fire')),
    remove: () => Promise.reject(new Error('disk on fire')),
  };
  const store = await Store.open(broken, broken);
  assert.equal(store.failure?.code, 'storage-failed');
  await store.set('settings', { role: 'expert' });
  assert.deepEqual(store.get('settings'), { role: 'expert' });
  assert.match(store.failure?.detail ?? '', /disk on fire/);
});
