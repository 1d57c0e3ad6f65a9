// Planning, reminding and counting time, in the service with the real core.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { type Environment, Service } from '../../extension/src/background/service';
import { defaultSettings } from '../../extension/src/background/settings';
import { budgetMinutes, today, withSeconds } from '../../extension/src/background/work-time';
import { MemoryArea } from './memory-area';
import { smallPack } from './small-pack';

const repository = new URL('../../', import.meta.url);
const assetSources: Record<string, string> = {
  'botschaft.wasm': 'build/wasm/botschaft.wasm',
  'patterns.wasm': 'build/wasm/patterns.wasm',
  'holidays.json': 'build/holidays/holidays.json',
};
const readAsset = (path: string) => readFile(new URL(assetSources[path] ?? `shared/${path}`, repository));

const text = (words: string) => ({ de: words, en: words });
const timed = (id: string, check: object) => ({ id, level: 'hint', title: text(id), message: text('{next}'), check });
const office = {
  type: 'calendar',
  windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' }],
};
const pack = {
  ...smallPack,
  timeZone: 'Europe/Berlin',
  holidayRegions: ['Bayern'],
  workingTime: { minutesPerDay: 30 },
  rules: [
    timed('office', office),
    timed('holidays', { type: 'calendar', holidays: true }),
    timed('daily', { type: 'frequency', perDay: 2 }),
    timed('same-link', { type: 'frequency', of: 'link', minGapDays: 90 }),
  ],
};

async function start(now: string, more: Partial<Environment> = {}) {
  const clock = { now: Date.parse(now) };
  const woken: number[] = [];
  const environment: Environment = {
    assets: {
      text: async (path) => (await readAsset(path)).toString('utf8'),
      bytes: async (path) => new Uint8Array(await readAsset(path)).buffer,
    },
    lasting: new MemoryArea(),
    session: new MemoryArea(),
    browserLanguage: () => 'de-DE',
    now: () => clock.now,
    changed: () => undefined,
    needsRenewal: () => undefined,
    wake: (at) => woken.push(...at),
    ...more,
  };
  const service = await Service.start(environment);
  const status = await service.answer('loadPackFile', {
    name: 'p.json',
    json: JSON.stringify(pack),
    keepStarter: false,
  });
  assert.deepEqual(status.pack.problems, []);
  return { service, clock, woken, environment };
}

async function plan(service: Service, more: object = {}) {
  const answer = await service.answer('plan', { network: 'linkedin', ...more });
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer;
}

test('slots come with reasons, in the guideline’s zone, at minutes of one’s own that stay', async () => {
  const { service, environment } = await start('2026-10-30T20:00:00Z');
  const answer = await plan(service);
  assert.equal(answer.good, false);
  assert.deepEqual(answer.because, ['office']);
  assert.equal(answer.slots.length, 5);
  assert.ok(answer.slots[0]?.at.startsWith('2026-11-02T'));
  for (const { at, because } of answer.slots) {
    assert.ok(at.slice(11) >= '08:00' && at.slice(11) < '18:00', at);
    assert.equal(because[0]?.reason, 'window');
  }
  const again = await Service.start(environment);
  assert.deepEqual((await plan(again)).slots, answer.slots);
  const other = await start('2026-10-30T20:00:00Z');
  assert.notDeepEqual(
    (await plan(other.service)).slots.map(({ at }) => at),
    answer.slots.map(({ at }) => at),
  );
});

test('names of regions bring their public holidays, also after the core broke down', async () => {
  const { service } = await start('2026-12-07T09:00:00Z');
  const answer = await service.answer('check', { text: 'a', network: 'linkedin', kind: 'post' });
  assert.ok(answer.ok && answer.timing?.good);
  const epiphany = await start('2027-01-06T09:00:00Z');
  const off = await epiphany.service.answer('check', { text: 'a', network: 'linkedin', kind: 'post' });
  assert.ok(off.ok);
  assert.deepEqual(off.timing?.because, ['holidays (Heilige Drei Könige)']);
});

test('posts count towards caps, and a link that was posted months ago is remembered', async () => {
  const { service, clock } = await start('2026-11-02T08:00:00Z');
  const links = ['https://www.own.example/news?utm_source=x'];
  await service.answer('posted', { network: 'linkedin', kind: 'post', links });
  assert.deepEqual(
    (await plan(service)).caps.map(({ rule, per, used, max }) => [rule, per, used, max]),
    [['daily', 'day', 1, 2]],
  );
  clock.now = Date.parse('2027-01-11T08:00:00Z');
  const same = await plan(service, { text: 'Lesen: https://own.example/news' });
  assert.deepEqual(same.because, ['same-link']);
  assert.deepEqual((await plan(service, { text: 'Lesen: https://own.example/other' })).because, undefined);
});

test('a shared item is checked with what the library says of it', async () => {
  const { service } = await start('2026-11-02T08:00:00Z');
  const item = {
    id: 'one',
    title: text('Eins'),
    url: 'https://own.example/one',
    captions: [{ lang: 'de', text: 'Eins' }],
  };
  const library = { format: 1, id: 'own', name: text('Eigene'), items: [{ ...item, embargo: '2026-11-03T10:00' }] };
  await service.answer('loadLibraryFile', { name: 'l.json', json: JSON.stringify(library) });
  const held = { ...pack, rules: [timed('released', { type: 'calendar', content: true })] };
  await service.answer('loadPackFile', { name: 'p.json', json: JSON.stringify(held), keepStarter: false });
  const draft = { text: 'Eins', network: 'linkedin', kind: 'post' } as const;
  const shared = await service.answer('check', { ...draft, item: 'one' });
  assert.ok(shared.ok);
  assert.deepEqual(shared.timing?.because, ['released (Sperrfrist)']);
  const own = await service.answer('check', draft);
  assert.ok(own.ok && own.timing?.good);
});

test('the calendar file is one that others read', async () => {
  const { service } = await start('2026-11-02T08:00:00Z');
  const answer = await plan(service, {
    count: 3,
    calendar: { summary: 'Beitrag auf LinkedIn; bald', alarmMinutes: 10 },
  });
  const events = new ICAL.Component(ICAL.parse(answer.ics ?? '')).getAllSubcomponents('vevent');
  assert.deepEqual(
    events.map((event) => new ICAL.Event(event).startDate.toUnixTime()),
    answer.slots.map(({ utc }) => utc),
  );
  assert.equal(new ICAL.Event(events[0] as ICAL.Component).summary, 'Beitrag auf LinkedIn; bald');
  assert.equal(events[0]?.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString(), '-PT10M');
});

test('a reminder wakes the background, comes once, and not an hour late; it can be taken away', async () => {
  const { service, clock, woken, environment } = await start('2026-11-02T08:00:00Z');
  const at = (iso: string) => ({ network: 'x', utc: Date.parse(iso) / 1000, at: iso.slice(0, 16) }) as const;
  await service.answer('remind', { reminder: at('2026-11-03T09:10:00Z'), on: true });
  await service.answer('remind', { reminder: at('2026-11-02T09:10:00Z'), on: true });
  const kept = await service.answer('remind', { reminder: at('2026-11-03T09:10:00Z'), on: false });
  assert.deepEqual(kept.reminders, [at('2026-11-02T09:10:00Z')]);
  assert.ok(woken.includes(Date.parse('2026-11-02T09:10:00Z')));
  assert.deepEqual(await service.dueReminders(), []);
  // The background was stopped in between.
  clock.now = Date.parse('2026-11-02T09:10:00Z');
  const again = await Service.start(environment);
  assert.deepEqual(await again.dueReminders(), [at('2026-11-02T09:10:00Z')]);
  assert.deepEqual(await again.dueReminders(), []);
  await again.answer('remind', { reminder: at('2026-11-02T12:00:00Z'), on: true });
  clock.now = Date.parse('2026-11-02T13:30:00Z');
  assert.deepEqual(await again.dueReminders(), []);
  assert.deepEqual((await again.answer('reminders', {})).reminders, []);
});

test('time is counted only where it was switched on, told of once, and gone when the day is over', async () => {
  const { service, clock, environment } = await start('2026-11-02T08:00:00Z');
  assert.deepEqual(await service.answer('worked', { seconds: 60 }), { used: false });
  assert.equal(await service.answer('workTime', {}), null);
  assert.equal((await service.answer('stored', {})).stored.workTime, undefined);
  await service.answer('saveSettings', { countTime: true, workMinutes: 2 });
  assert.deepEqual(await service.answer('worked', { seconds: 60 }), { used: false });
  assert.deepEqual(await service.answer('worked', { seconds: 60 }), { used: true });
  assert.deepEqual(await service.answer('worked', { seconds: 60 }), { used: false });
  assert.deepEqual(await service.answer('workTime', {}), { minutes: 3, budget: 2 });
  await service.answer('saveSettings', { workMinutes: 0 });
  assert.deepEqual(await service.answer('workTime', {}), { minutes: 3, budget: 30 }, 'the guideline’s');
  clock.now += 24 * 60 * 60_000;
  const again = await Service.start(environment);
  await again.forgetOldTime();
  assert.equal((await again.answer('stored', {})).stored.workTime, undefined);
  await again.answer('worked', { seconds: 15 });
  await again.answer('saveSettings', { countTime: false });
  assert.equal((await again.answer('stored', {})).stored.workTime, undefined, 'switching off deletes');
});

test('a clock that is set back begins a day of its own, and a report of hours is not believed', () => {
  const zone = 'Europe/Berlin';
  const known = { day: '2026-11-03', seconds: 900, told: true };
  assert.deepEqual(today(known, zone, Date.parse('2026-11-02T12:00:00Z')), {
    day: '2026-11-02',
    seconds: 0,
    told: false,
  });
  assert.equal(today(known, zone, Date.parse('2026-11-02T23:30:00Z')), known);
  assert.equal(withSeconds(known, 36_000).seconds, 960);
  for (const seconds of [-5, Number.NaN]) assert.equal(withSeconds(known, seconds), known);
  assert.equal(budgetMinutes(defaultSettings, undefined), null);
});
