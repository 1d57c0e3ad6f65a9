/** `botschaft backtest` on real files, as somebody runs it before publishing a guideline. */
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
  folder = mkdtempSync(join(tmpdir(), 'backtest-'));
});
after(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function phrases(id: string, level: string, words: string[], more = {}): object {
  return {
    id,
    level,
    title: { en: id },
    message: { en: '{match}' },
    check: { type: 'phrases', phrases: words },
    ...more,
  };
}

function pack(id: string, rules: object[]): string {
  return write(`${id}.json`, JSON.stringify({ format: 1, id, version: '1', name: { en: id }, rules }));
}

function lines(...posts: object[]): string {
  return posts.map((post) => JSON.stringify(post)).join('\n');
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, ['backtest', '--ui', 'en', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('every rule tells in which posts it speaks up and with what words', () => {
  const posts = write(
    'posts.jsonl',
    lines(
      { id: 'a', text: '😀 free beer, free wine' },
      { id: 'b', text: 'free\r\nride', network: 'x' },
      { text: 'nothing' },
      { id: 'd', text: 'forbidden' },
    ),
  );
  const file = pack('one', [phrases('free', 'warn', ['free']), phrases('no', 'block', ['forbidden'])]);
  const { status, stdout } = run(file, '--posts', posts, '--format', 'json');
  assert.equal(status, 0);
  const answer = JSON.parse(stdout);
  assert.equal(answer.posts, 4);
  const verdicts: Record<string, { posts: number }> = answer.verdicts;
  const counts = Object.entries(verdicts).map(([verdict, { posts }]) => [verdict, posts]);
  assert.deepEqual(counts, [
    ['block', 1],
    ['warn', 2],
    ['ask', 0],
    ['hint', 0],
    ['clean', 1],
  ]);
  assert.deepEqual(answer.rules, [
    {
      rule: 'free',
      title: 'free',
      level: 'warn',
      posts: 2,
      findings: 3,
      examples: [
        { post: 'a', words: 'free' },
        { post: 'b', words: 'free' },
      ],
    },
    { rule: 'no', title: 'no', level: 'block', posts: 1, findings: 1, examples: [{ post: 'd', words: 'forbidden' }] },
  ]);
});

test('against another guideline, each rule tells what it gained and lost', () => {
  const posts = write(
    'posts.jsonl',
    lines({ id: 'a', text: 'free' }, { id: 'b', text: 'gratis' }, { id: 'c', text: 'cheap' }, { id: 'd', text: 'x' }),
  );
  const older = pack('older', [phrases('price', 'warn', ['free', 'gratis']), phrases('gone', 'hint', ['x'])]);
  const newer = pack('newer', [phrases('price', 'block', ['gratis', 'cheap'])]);
  const { status, stdout } = run(newer, '--posts', posts, '--against', older, '--format', 'json', '--examples', '1');
  assert.equal(status, 0);
  const answer = JSON.parse(stdout);
  assert.deepEqual(answer.verdicts.block, { posts: 2, before: 0 });
  assert.deepEqual(answer.verdicts.clean, { posts: 2, before: 1 });
  const [price, gone] = answer.rules;
  assert.equal(price.level, 'block');
  assert.deepEqual(price.gained, { posts: 1, examples: ['c'] });
  assert.deepEqual(price.lost, { posts: 1, examples: ['a'] });
  assert.deepEqual([gone.rule, gone.title, gone.posts, gone.lost], ['gone', 'gone', 0, { posts: 1, examples: ['d'] }]);
  const text = run(newer, '--posts', posts, '--against', older).stdout;
  assert.match(text, /^4 posts: block 2 \(before 0\), .*clean 2 \(before 1\)\n/);
  assert.match(
    text,
    /price \(block, price\): in 2 of 4 posts, 2 findings\n {4}b: gratis\n {4}c: cheap\n {4}\+1: c\n {4}-1: a\n/,
  );
});

test('a broken line is named and the others are looked at all the same', () => {
  const posts = write(
    'posts.jsonl',
    ['nonsense', '', lines({ id: 'a', text: 'free' }, { id: 'b' }, { id: 'c', text: 'free', network: 'myspace' })].join(
      '\n',
    ),
  );
  const file = pack('one', [phrases('free', 'warn', ['free'])]);
  const { status, stdout, stderr } = run(file, '--posts', posts);
  assert.equal(status, 2);
  assert.match(stdout, /^1 posts: /);
  assert.match(stderr, /line 1: This is no JSON object/);
  assert.match(stderr, /line 4: “text” is missing/);
  assert.match(stderr, /c \/network: “myspace”/);
});

test('files that are not there or hold nothing are said to be so', () => {
  const posts = write('posts.jsonl', lines({ text: 'free' }));
  const file = pack('one', [phrases('free', 'warn', ['free'])]);
  for (const [args, message] of [
    [[join(folder, 'nope.json'), '--posts', posts], /nope\.json: Cannot be read/],
    [[file, '--posts', join(folder, 'nope.jsonl')], /nope\.jsonl: Cannot be read/],
    [[file, '--posts', write('empty.jsonl', '\n\n')], /There is no post in here/],
    [[file, '--posts', posts, '--against', write('broken.json', '{"format":1}')], /“id” is missing/],
  ] as [string[], RegExp][]) {
    const { status, stdout, stderr } = run(...args);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, message);
  }
});
