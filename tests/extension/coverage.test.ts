/** The tables in shared/packs/README.md: every rule of published guidelines and of the law, and which of ours cover it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Pack } from '../../extension/src/generated/pack';

const packs = new URL('../../shared/packs/', import.meta.url);
const idsOf = (path: string) =>
  (JSON.parse(readFileSync(new URL(path, packs), 'utf8')) as Pack).rules.map(({ id }) => id);
const legal = readdirSync(new URL('legal/', packs)).flatMap((file) => idsOf(`legal/${file}`));
const starter = idsOf('starter.json');
const known = new Set([...starter, ...legal, ...idsOf('demo/pack.json')]);

/** The first column → the ids in the last one, or why there is none. */
const rows = new Map(
  readFileSync(new URL('README.md', packs), 'utf8')
    .split('\n')
    .flatMap((line): [string, { ids: string[]; why: string }][] => {
      const [, rule = '', , rules = ''] = line.split('|').map((cell) => cell.trim());
      if (!/^(\d+|[A-Z]+-\d)$/.test(rule)) return [];
      const ids = [...rules.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id);
      return [[rule, { ids, why: rules.startsWith('no rule: ') ? rules.slice(9) : '' }]];
    }),
);

test('every one of the 82 rules and of the law is in the table, with rules that exist or a reason', () => {
  for (let rule = 1; rule <= 82; rule += 1) assert.ok(rows.has(String(rule)), `rule ${rule} is forgotten`);
  const law =
    'US-1 US-2 US-3 UK-1 DE-1 DE-2 DE-3 DE-4 DE-5 FIN-1 FIN-2 FIN-3 MAR-1 MAR-2 HWG-1 IMG-1 IMG-2 AI-1 COP-1 LAB-1 LAB-2 LAB-3 LAB-4 PLAT-1';
  for (const rule of law.split(' ')) assert.ok(rows.has(rule), `${rule} is forgotten`);
  for (const [rule, { ids, why }] of rows) {
    assert.ok(ids.length > 0 !== (why !== ''), `${rule} has either rules or a reason`);
    for (const id of ids) assert.ok(known.has(id), `${rule}: no pack has a rule ${id}`);
  }
});

test('every rule of a legal pack is in the table', () => {
  const covered = new Set([...rows.values()].flatMap(({ ids }) => ids));
  assert.deepEqual(
    legal.filter((id) => !covered.has(id)),
    [],
  );
});
