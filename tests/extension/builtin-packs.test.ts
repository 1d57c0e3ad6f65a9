/** What comes with the extension is put in force without running its examples again: they run here. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CoreHost } from '../../extension/src/engine/core';
import { legalPacks } from '../../extension/src/generated/legal-packs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const json = (path: string): Record<string, unknown> => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));
const starter = json('shared/packs/starter.json');
const demo = json('shared/packs/demo/pack.json');

const legal = legalPacks.map(({ id }) => ({ id, pack: json(`shared/packs/legal/${id}.json`) }));

for (const [name, packs] of [
  ['starter', [starter]],
  ['starter with the demo company', [starter, demo]],
  ...legal.map(({ id, pack }) => [`starter with ${id}`, [starter, pack]] as const),
  ['starter with every legal pack and the demo company', [starter, ...legal.map(({ pack }) => pack), demo]],
] as const) {
  test(`${name}: every example passes in the module`, async () => {
    const core = await CoreHost.create(readFileSync(`${root}build/wasm/botschaft.wasm`));
    await core.addPatterns(readFileSync(`${root}build/wasm/patterns.wasm`));
    assert.ok(core.call({ op: 'loadLexicon', lexicon: json('build/lexicon/lexicon.json') }).ok);
    assert.ok(core.call({ op: 'loadHolidays', holidays: json('build/holidays/holidays.json') }).ok);
    const answer = core.call({ op: 'validate', packs: [...packs] });
    assert.deepEqual(answer.ok ? [] : answer.problems, []);
    assert.ok(answer.ok && answer.examples >= 300, 'the examples were run');
  });
}

test('the whole demo library can be offered', async () => {
  const core = await CoreHost.create(readFileSync(`${root}build/wasm/botschaft.wasm`));
  const answer = core.call({ op: 'loadLibrary', library: json('shared/packs/demo/library.json') });
  assert.ok(answer.ok);
  assert.deepEqual(answer.leftOut, []);
  assert.equal(answer.items, 40);
});
