import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CoreHost } from '../../extension/src/engine/core';
import type { CheckAnswer } from '../../extension/src/generated/protocol';
import { smallLibrary, smallPack } from './small-pack';

const bytes = readFileSync(new URL('../../build/wasm/botschaft.wasm', import.meta.url));

async function hostWithPack(): Promise<CoreHost> {
  const host = await CoreHost.create(bytes);
  const loaded = host.call({ op: 'loadPacks', uiLang: 'en', packs: [smallPack] });
  assert.ok(loaded.ok, JSON.stringify(loaded));
  return host;
}

function check(host: CoreHost, text: string): CheckAnswer {
  const answer = host.call({ op: 'check', text, uiLang: 'en' });
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer;
}

/** Points the host at an engine outside the module's memory, so that the next call traps for real. */
function damage(host: CoreHost): void {
  const instance: unknown = Reflect.get(host, 'instance');
  assert.ok(typeof instance === 'object' && instance !== null);
  Reflect.set(instance, 'engine', 0xffff_ff00);
}

test('a request gets an answer, with offsets in UTF-16 units and umlauts unharmed', async () => {
  const host = await hostWithPack();
  const text = '🎉 Grüße, unser Geheimprojekt läuft';
  const { findings, verdict } = check(host, text);
  assert.equal(verdict, 'block');
  const [finding] = findings;
  assert.equal(text.slice(finding?.start, finding?.end), 'Geheimprojekt');
  assert.deepEqual(finding?.fixes?.[0]?.text, 'Vorhaben');
});

test('a draft larger than the module’s first memory is checked, and memory is given back', async () => {
  const host = await hostWithPack();
  const large = 'Ein ganz normaler Satz über das Wetter. '.repeat(5000);
  for (let round = 0; round < 20; round++) assert.equal(check(host, large).findings.length, 0);
  const { memory } = Reflect.get(Reflect.get(host, 'instance') as object, 'core') as { memory: WebAssembly.Memory };
  const before = memory.buffer.byteLength;
  for (let round = 0; round < 20; round++) check(host, large);
  assert.equal(memory.buffer.byteLength, before, 'memory grows with every call');
});

test('bad input is answered with place, reason and mend, and what was in force stays so', async () => {
  const host = await hostWithPack();
  const answer = host.call({ op: 'loadPacks', uiLang: 'en', packs: [{ ...smallPack, ruls: [] }] });
  assert.equal(answer.ok, false);
  const [problem] = answer.ok ? [] : answer.problems;
  assert.ok(problem?.place.includes('ruls') && problem.reason !== '' && problem.mend !== '');
  assert.equal(check(host, 'Geheimprojekt').verdict, 'block');
});

test('after a trap the caller is told, and the next call finds packs and library in force again', async () => {
  const host = await hostWithPack();
  const loaded = host.call({ op: 'loadLibrary', uiLang: 'en', library: smallLibrary });
  assert.ok(loaded.ok, JSON.stringify(loaded));
  damage(host);
  const trapped = host.call({ op: 'check', text: 'Geheimprojekt', uiLang: 'de' });
  assert.equal(trapped.ok, false);
  assert.equal(!trapped.ok && trapped.problems[0]?.code, 'core-trapped');
  assert.match((!trapped.ok && trapped.problems[0]?.mend) || '', /neu gestartet/);
  assert.equal(check(host, 'Geheimprojekt').verdict, 'block');
  const suggested = host.call({ op: 'suggest', uiLang: 'en' });
  assert.equal(suggested.ok && suggested.items[0]?.item, 'summer-fair');
});

test('the same text gets the same answer, byte for byte, from a fresh instance', async () => {
  const request = JSON.stringify({ op: 'analyze', text: 'Hallo 👩‍🚒 #Welt' });
  const [first, second] = await Promise.all([CoreHost.create(bytes), CoreHost.create(bytes)]);
  assert.equal(first.callJson(request), second.callJson(request));
});

test('something that is no module is refused', async () => {
  await assert.rejects(CoreHost.create(new Uint8Array([0, 97, 115, 109, 9, 9, 9, 9])));
});

const patterns = readFileSync(new URL('../../build/wasm/patterns.wasm', import.meta.url));
const patternPack = {
  ...smallPack,
  rules: [
    ...smallPack.rules,
    {
      id: 'amounts',
      level: 'hint',
      title: { en: 'Amount' },
      message: { en: '{match}' },
      check: { type: 'patterns', patterns: [{ text: '(\\d+) ?€', replace: 'EUR $1' }] },
      examples: { good: ['Nothing.'], bad: ['5 €'] },
    },
  ],
};

test('patterns are found by a module of their own, which starts only for them', async () => {
  const host = await CoreHost.create(bytes);
  await host.addPatterns(patterns);
  const engine = () =>
    Reflect.get(Reflect.get(Reflect.get(host, 'instance') as object, 'patterns') as object, 'engine');
  assert.ok(host.call({ op: 'loadPacks', uiLang: 'en', packs: [smallPack] }).ok);
  check(host, '5 €');
  assert.equal(engine(), null);
  assert.ok(host.call({ op: 'loadPacks', uiLang: 'en', packs: [patternPack] }).ok);
  const { findings, notices } = check(host, '🎉 500 € und Geheimprojekt');
  assert.deepEqual(
    findings.map(({ rule, start, end, fixes }) => [rule, start, end, fixes?.[0]?.text]),
    [
      ['amounts', 3, 8, 'EUR 500'],
      ['secret-project', 13, 26, 'Vorhaben'],
    ],
  );
  assert.equal(notices, undefined);
  assert.notEqual(engine(), null);
});

test('without the pattern engine the other rules work, and the answer says what was not checked', async () => {
  const host = await CoreHost.create(bytes);
  assert.ok(host.call({ op: 'loadPacks', uiLang: 'en', packs: [patternPack] }).ok);
  const { verdict, notices } = check(host, '5 € Geheimprojekt');
  assert.equal(verdict, 'block');
  assert.deepEqual(
    notices?.map(({ code }) => code),
    ['patterns-unavailable'],
  );
});

test('a pattern engine that traps is told of, and new packs get a new one', async () => {
  const host = await CoreHost.create(bytes);
  await host.addPatterns(patterns);
  assert.ok(host.call({ op: 'loadPacks', uiLang: 'en', packs: [patternPack] }).ok);
  const engine = Reflect.get(Reflect.get(host, 'instance') as object, 'patterns') as object;
  const running = Reflect.get(engine, 'engine') as { patterns_alloc: (size: number) => number };
  // A call into the engine with an address outside its memory traps for real.
  Reflect.set(engine, 'engine', { ...running, patterns_alloc: () => 0xffff_ff00 });
  const { verdict, notices } = check(host, '5 € Geheimprojekt');
  assert.equal(verdict, 'block');
  assert.equal(notices?.[0]?.code, 'patterns-unavailable');
  assert.equal(check(host, '5 €').notices?.[0]?.code, 'patterns-unavailable');
  assert.ok(host.call({ op: 'loadPacks', uiLang: 'en', packs: [patternPack] }).ok);
  assert.deepEqual(
    check(host, '5 €').findings.map(({ rule }) => rule),
    ['amounts'],
  );
});
