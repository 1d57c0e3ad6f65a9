/** Files that are meant to hurt: the command says what is wrong with them, and goes on with the rest. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../build/native/botschaft', import.meta.url));
let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
});
after(() => rmSync(folder, { recursive: true }));

function run(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

function pack(rules: string): string {
  const path = join(folder, 'pack.json');
  writeFileSync(path, `{"format":1,"id":"p","version":"1","name":{"de":"P","en":"P"},"rules":[${rules}]}`);
  return path;
}

const rule = (phrases: string) =>
  `{"id":"r","level":"warn","title":{"en":"t"},"message":{"en":"m"},"check":{"type":"phrases","phrases":[${phrases}]}}`;

test('a line of 10 MB among others is refused by itself', () => {
  const line = (id: string, text: string) => JSON.stringify({ id, text });
  const lines = [line('a', 'Hallo.'), line('b', 'x'.repeat(10_000_000)), '['.repeat(100_000), line('c', 'Hallo.')];
  const { status, stdout } = run(['check', '--format', 'jsonl'], `${lines.join('\n')}\n`);
  const answers = stdout
    .split('\n')
    .filter((one) => one !== '')
    .map((one) => JSON.parse(one));
  assert.deepEqual(
    answers.map(({ id, ok, problems }) => [id, ok, problems?.[0]?.code]),
    [
      ['a', true, undefined],
      ['b', false, 'too-long'],
      [undefined, false, 'too-deep'],
      ['c', true, undefined],
    ],
  );
  assert.equal(status, 2);
});

test('a pack nested 100,000 deep is named, in both languages', () => {
  const file = pack(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  for (const [language, words] of [
    ['en', 'there are more than 64 brackets inside one another'],
    ['de', 'sind es mehr als 64 Klammern ineinander'],
  ] as const) {
    const { status, stderr } = run(['validate', '--ui', language, file]);
    assert.equal(status, 2);
    assert.ok(stderr.includes(file) && stderr.includes(words), stderr);
  }
});

test('a million phrases are refused', () => {
  const file = pack(rule(Array.from({ length: 1_000_000 }, (_, i) => `"w${i}"`).join(',')));
  const { status, stderr } = run(['validate', '--ui', 'en', file]);
  assert.equal(status, 2);
  assert.match(stderr, /\/rules\/0\/check\/phrases: The list has more than 200000 entries/);
});

test('validate ends with a pack that says the same thing a hundred thousand times', () => {
  const file = pack(rule(Array.from({ length: 100_000 }, () => '{"text":"a","replace":"a a a"}').join(',')));
  const { status, stderr } = run(['validate', '--ui', 'en', file]);
  assert.equal(status, 0);
  assert.match(stderr, /too large to look at everything/);
});
