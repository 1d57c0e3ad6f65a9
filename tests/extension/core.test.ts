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
