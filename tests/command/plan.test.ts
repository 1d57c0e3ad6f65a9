/** `botschaft plan`, as somebody who plans posts reads it; its calendar file as calendars read it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';

const command = fileURLToPath(new URL('../../build/native/botschaft', import.meta.url));
let folder = '';
let packs = 0;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
});
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

function plan(...args: string[]) {
  return spawnSync(command, ['plan', ...args], { encoding: 'utf8' });
}

interface Slot {
  at: string;
  utc: number;
  because: { reason: string; name?: string }[];
}

function slots(...args: string[]): Slot[] {
  return (JSON.parse(plan(...args, '--format', 'json').stdout) as { slots: Slot[] }).slots;
}

const text = (en: string) => ({ de: en, en });
const office = {
  type: 'calendar',
  windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' }],
};

function rule(id: string, check: object, where: object = {}) {
  return { id, level: 'hint', title: text(id), message: text('{next}'), where, check };
}

function pack(rules: object[], more: object = {}): string {
  const head = { format: 1, id: 'own', version: '1', name: text('Own'), timeZone: 'Europe/Berlin' };
  return file(`pack-${++packs}.json`, { ...head, ...more, rules });
}

describe('botschaft plan', () => {
  test('says why now is not good, the next slots, the reason for each, and how much is used', () => {
    const history = file('history.json', [{ network: 'linkedin', at: '2026-11-27T09:00' }]);
    const own = pack([rule('office', office), rule('cap', { type: 'frequency', perDay: 1 })]);
    const { status, stdout } = plan('--pack', own, '--at', '2026-11-27T10:00', '--history', history, '--count', '1');
    assert.equal(status, 0);
    assert.match(stdout, /^Not now: cap; next good time: Mon 30 Nov, 08:00\n/);
    assert.match(stdout, /\nMon 30 Nov, 08:00\n {4}window 08:00–18:00 \[office\]\n {4}1 of 1 that day \[cap\]\n/);
    assert.match(stdout, /\n {4}cap: 1 of 1 that day \[cap\]\n$/);
    const german = plan('--pack', own, '--at', '2026-11-27T10:00', '--history', history, '--ui', 'de');
    assert.match(german.stdout, /^Jetzt nicht: cap; nächste gute Zeit: Mo\., 30\.11\., 08:00\n/);
  });

  test("times of another zone than the person's say whose they are", () => {
    const own = pack([rule('office', office)]);
    const first = (...more: string[]) => plan('--pack', own, '--at', '2026-11-28T10:00', ...more).stdout.split('\n')[0];
    assert.match(first('--zone', 'America/New_York') ?? '', /next good time: Mon 30 Nov, 08:00 \(Europe\/Berlin\)$/);
    assert.match(first('--zone', 'Europe/Vienna') ?? '', /next good time: Mon 30 Nov, 08:00$/);
    assert.match(first() ?? '', /next good time: Mon 30 Nov, 08:00$/);
  });

  test('public holidays go by the names of regions, in all of Germany, Austria and Switzerland', () => {
    const holidays = rule('holidays', { type: 'calendar', holidays: true });
    const isOff = (region: string, day: string) => {
      const own = pack([holidays], { holidayRegions: [region] });
      return !(JSON.parse(plan('--pack', own, '--at', `${day}T10:00`, '--format', 'json').stdout) as { good: boolean })
        .good;
    };
    // Days off by the states' own laws: Feiertagsgesetze of the states, Arbeitsruhegesetz §7, Ruhetagsgesetz of Zürich.
    const off: [string, string][] = [
      ['DE-BY', '2026-01-06'],
      ['Bayern', '2026-06-04'],
      ['Saxony', '2026-11-18'],
      ['DE-SN', '2026-10-31'],
      ['Thüringen', '2026-09-20'],
      ['Berlin', '2026-03-08'],
      ['Saarland', '2026-08-15'],
      ['AT', '2026-10-26'],
      ['Österreich', '2026-12-08'],
      ['CH-ZH', '2026-08-01'],
      ['Tessin', '2026-06-29'],
      ['Deutschland', '2026-10-03'],
      ['Austria', '2026-10-26'],
      ['CH', '2026-08-01'],
      ['Schweiz', '2026-05-14'],
      ['Switzerland', '2026-12-25'],
    ];
    for (const [region, day] of off) assert.ok(isOff(region, day), `${region} ${day}`);
    const on: [string, string][] = [
      ['Berlin', '2026-01-06'],
      ['Hamburg', '2026-06-04'],
      ['DE-NW', '2026-10-31'],
      ['DE', '2026-11-01'],
      ['AT', '2026-04-03'],
      ['CH-ZH', '2026-11-02'],
      // Off in many cantons, but not in all: Good Friday in Ticino and Valais, 26 December in Geneva.
      ['CH', '2026-04-03'],
      ['CH', '2026-12-26'],
    ];
    for (const [region, day] of on) assert.ok(!isOff(region, day), `${region} ${day}`);
    for (const state of 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'.split(' '))
      assert.ok(isOff(`DE-${state}`, '2027-10-03'), state);
    for (const canton of 'AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH'.split(' '))
      assert.ok(isOff(`CH-${canton}`, '2027-08-01'), canton);
  });

  test('the person’s zone is that of --at, of what is shown, and of rules that mean it', () => {
    const own = pack([rule('office', { ...office, zone: 'person' })]);
    const { stdout } = plan('--pack', own, '--at', '2026-11-27T20:00', '--zone', 'America/New_York', '--count', '1');
    assert.match(stdout, /Mon 30 Nov, 08:00 \(America\/New_York\)\n/);
    assert.equal(
      slots('--pack', own, '--at', '2026-11-27T20:00', '--zone', 'America/New_York')[0]?.at,
      '2026-11-30T14:00',
    );
  });

  test('windows keep their wall time on both sides of the change of the clock', () => {
    const own = pack([rule('office', office)]);
    const starts = (at: string) =>
      slots('--pack', own, '--at', at, '--count', '4').map(({ utc }) => new Date(utc * 1000).toISOString());
    assert.deepEqual(starts('2026-03-26T19:00'), [
      '2026-03-27T07:00:00.000Z',
      '2026-03-30T06:00:00.000Z',
      '2026-03-31T06:00:00.000Z',
      '2026-04-01T06:00:00.000Z',
    ]);
    assert.deepEqual(starts('2026-10-22T19:00').slice(0, 2), ['2026-10-23T06:00:00.000Z', '2026-10-26T07:00:00.000Z']);
  });

  test('the calendar file is one that others read: times, texts, reminders, an id that stays', () => {
    const own = pack([rule('office', office)]);
    const args = ['--pack', own, '--at', '2026-11-27T19:00', '--count', '3', '--person', 'anna', '--format', 'ics'];
    const { stdout, status } = plan(...args, '--ui', 'de', '--alarm', '15', '--network', 'xing');
    assert.equal(status, 0);
    const calendar = new ICAL.Component(ICAL.parse(stdout));
    assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    const expected = slots(...args.slice(0, -2), '--network', 'xing');
    assert.deepEqual(
      events.map(({ startDate }) => startDate.toUnixTime()),
      expected.map(({ utc }) => utc),
    );
    assert.equal(new Set(events.map(({ uid }) => uid)).size, 3);
    assert.equal(events[0]?.summary, 'Beitrag auf XING');
    assert.equal(events[0]?.duration.toSeconds(), 15 * 60);
    assert.equal(events[0]?.startDate.zone.tzid, 'UTC');
    const alarm = events[0]?.component.getFirstSubcomponent('valarm');
    assert.equal(alarm?.getFirstPropertyValue('trigger')?.toString(), '-PT15M');
    assert.equal(plan(...args, '--ui', 'de', '--alarm', '15', '--network', 'xing').stdout, stdout);
  });

  test('an embargo and an expiry of the content bound the slots', () => {
    const item = {
      id: 'one',
      title: text('One'),
      url: 'https://own.example/one',
      captions: [{ lang: 'en', text: 'One' }],
    };
    const library = file('library.json', {
      format: 1,
      id: 'own',
      name: text('Own'),
      items: [{ ...item, embargo: '2026-11-30T12:30', expires: '2026-12-01' }],
    });
    const args = ['--pack', pack([rule('office', office)]), '--library', library, '--item', 'one'];
    assert.deepEqual(
      slots(...args, '--at', '2026-11-27T10:00').map(({ at }) => at),
      ['2026-11-30T12:30', '2026-12-01T08:00'],
    );
    assert.equal(plan(...args, '--at', '2026-12-02T10:00').status, 1);
  });

  test('an item that the library does not have is refused, and the nearest is named', () => {
    const item = {
      title: text('Item'),
      url: 'https://nordwind.example/pump',
      topics: [],
      captions: [{ lang: 'en', text: 'A new pump.' }],
    };
    const ids = ['new-pump', 'summer-fair'];
    const library = file('ids.json', {
      format: 1,
      id: 'own',
      name: text('Own'),
      items: ids.map((id) => ({ id, ...item })),
    });
    const refused = (id: string, ...more: string[]) => {
      const { status, stdout, stderr } = plan('--at', '2026-11-27T10:00', '--library', library, '--item', id, ...more);
      assert.deepEqual([status, stdout], [2, '']);
      return stderr;
    };
    assert.equal(
      refused('new-pumps', '--ui', 'en'),
      '--item: The library has no item “new-pumps”.\n    Did you mean “new-pump”?\n',
    );
    assert.equal(
      refused('xyz', '--ui', 'de'),
      '--item: Die Bibliothek hat keinen Inhalt „xyz“.\n    Die id eines Inhalts der Bibliothek angeben.\n',
    );
    assert.equal(plan('--at', '2026-11-27T10:00', '--library', library, '--item', 'new-pump').status, 0);
    // Without a library an item still has its own caps among earlier posts.
    assert.equal(plan('--at', '2026-11-27T10:00', '--item', 'xyz').status, 0);
  });

  test('bad input is named in both languages', () => {
    const own = pack([rule('office', office)]);
    const cases: [string[], RegExp, RegExp][] = [
      [
        ['--zone', 'Europe/Brelin'],
        /no time zone “Europe\/Brelin”\.\n.*“Europe\/Berlin”\?/,
        /Zeitzone „Europe\/Brelin“ kennt.*\n.*„Europe\/Berlin“\./,
      ],
      [['--at', 'tomorrow'], /“tomorrow” is no point in time\./, /„tomorrow“ ist kein Zeitpunkt\./],
      [
        ['--pack', pack([], { holidayRegions: ['Bayren'] })],
        /region “Bayren”\.\n.*“Bayern”/,
        /Region „Bayren“.*\n.*„Bayern“/,
      ],
    ];
    for (const [args, english, german] of cases) {
      const all = args[0] === '--pack' ? args : ['--pack', own, ...args];
      for (const [language, said] of [
        ['en', english],
        ['de', german],
      ] as const) {
        const { status, stderr } = plan(...all, '--ui', language);
        assert.equal(status, 2);
        assert.match(stderr, said);
      }
    }
    const unknown = pack([rule('office', office)], { timeZone: 'Europe/Nowhere' });
    for (const [language, said] of [
      ['en', /does not know the guideline's time zone “Europe\/Nowhere”/],
      ['de', /Zeitzone „Europe\/Nowhere“ der Leitlinie/],
    ] as const) {
      const { status, stderr } = plan(
        '--pack',
        unknown,
        '--at',
        '2026-11-27T10:00',
        '--zone',
        'Europe/Berlin',
        '--ui',
        language,
      );
      assert.equal(status, 0);
      assert.match(stderr, said);
    }
  });
});
