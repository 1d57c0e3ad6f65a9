/** `botschaft tone`, as the author of a guideline reads it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../build/native/botschaft', import.meta.url));
const text = 'Unser einzigartiges Produkt ist garantiert gut! 🚀';
let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'tone-'));
});
after(() => rmSync(folder, { recursive: true }));

function run(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', input });
  return { status, stdout, stderr };
}

function pack(tone: object[]): string {
  const path = join(folder, 'pack.json');
  writeFileSync(path, JSON.stringify({ format: 1, id: 'own', version: '1', name: { en: 'Own' }, rules: [], tone }));
  return path;
}

test('every dimension has a line, with the words that move it and what to write instead', () => {
  const { status, stdout } = run(text, 'tone', '--ui', 'de');
  assert.equal(status, 0);
  assert.match(stdout, /^Werbeton +\d+ {2}█+·+$/m);
  assert.match(stdout, /^ {4}„einzigartiges“ \+100 % → besonderes$/m);
  assert.match(stdout, /^Gewissheit +\d\d /m);
  assert.match(run(text, 'tone', '--ui', 'en').stdout, /“einzigartiges” \+100% → besonderes/);
});

test('an explained word names its list and its source', () => {
  const { stdout } = run('It is a wonderful day.', 'tone', '--ui', 'en', '--explain');
  assert.match(
    stdout,
    /“wonderful” \+\d+% {2}\[vader-\d+: wonderful; npm vader-sentiment [\d.]+ \(Apache-2\.0\)\] Rated/,
  );
});

test('as JSON the offsets are UTF-16 units, and the targets of a guideline stand beside the scores', () => {
  const file = pack([{ id: 'calm', dimension: 'hype', target: { max: 20 } }]);
  const { status, stdout } = run(`🚀 ${text}`, 'tone', '--pack', file, '--format', 'json');
  assert.equal(status, 0);
  const { tone } = JSON.parse(stdout) as { tone: { dimension: string; target?: object; words: { start: number }[] }[] };
  const hype = tone.find(({ dimension }) => dimension === 'hype');
  assert.deepEqual(hype?.target, { min: 0, max: 20 });
  assert.equal(hype?.words[0]?.start, 9);
  assert.match(run(text, 'tone', '--ui', 'en', '--pack', file).stdout, /^Hype .* target 0–20$/m);
});

test('a bound of a guideline is a finding of check, and its examples are tests of validate', () => {
  const bound = { id: 'calm', dimension: 'hype', max: 20, minWords: 1, level: 'warn' };
  const file = pack([{ ...bound, examples: { good: ['Wir bauen Tische.'], bad: [text] } }]);
  assert.equal(run('', 'validate', file, '--ui', 'en').status, 0);
  const { stdout } = run(text, 'check', '--pack', file, '--ui', 'en');
  assert.match(stdout, /warn: Hype: \d+ of 100; at most 20 suits us\. “einzigartiges” \[calm\]/);
  assert.match(stdout, /→ instead: besonderes/);
  const wrong = pack([{ ...bound, examples: { bad: ['Wir bauen Tische.'] } }]);
  const refused = run('', 'validate', wrong, '--ui', 'en');
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /own \/tone\/0\/examples\/bad\/0: Rule “calm” does not report/);
});

test('nothing to judge is said, not shown as noughts', () => {
  assert.equal(run('', 'tone', '--ui', 'en').stdout, 'There is nothing to judge.\n');
});
