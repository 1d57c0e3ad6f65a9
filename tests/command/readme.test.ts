/** What the README shows is what the command prints: its examples are run, with the files that it shows. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```[a-z]*\n(.*?)^```$/gms)].map(([, body]) => body ?? '');
let folder = '';

interface Example {
  line: string;
  shown: string;
}

/** Lines that begin with `$ `, and what stands below each. */
const examples: Example[] = blocks
  .filter((body) => body.startsWith('$ '))
  .flatMap((body) => body.split(/^\$ /m).slice(1))
  .map((part) => ({ line: part.slice(0, part.indexOf('\n')), shown: part.slice(part.indexOf('\n') + 1) }))
  // Those that only show how to call it, or need files that are not shown, print nothing there.
  .filter(
    ({ line, shown }) =>
      line.includes('botschaft ') && shown.trim() !== '' && !line.includes('posts.jsonl') && !line.includes('approve'),
  );

/** How many rules and examples a pack has is for the pack's tests; and nobody sees spaces at the end of a line. */
const comparable = (text: string) =>
  text
    .replace(/ok, \d+ rules, \d+ examples/g, 'ok, … rules, … examples')
    .replace(/[ ]+$/gm, '')
    .trim();

describe('the README’s examples', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'readme-'));
    symlinkSync(join(root, 'build/native/botschaft'), join(folder, 'botschaft'));
    cpSync(join(root, 'shared'), join(folder, 'shared'), { recursive: true });
    const blockWith = (words: string) => blocks.find((body) => body.includes(words) && !body.startsWith('$ ')) ?? '';
    writeFileSync(join(folder, 'post.txt'), blockWith('Mehr dazu: https://bit.ly/tannbox'));
    writeFileSync(join(folder, 'nordwind.json'), blockWith('"id": "nordwind-figures"'));
  });
  after(() => rmSync(folder, { recursive: true }));

  test('are found', () => assert.ok(examples.length >= 10, JSON.stringify(examples)));

  for (const { line, shown } of examples) {
    test(line, () => {
      // The last one shows what a misspelt key says.
      const pack = join(folder, 'nordwind.json');
      if (shown.includes('levle')) writeFileSync(pack, readFileSync(pack, 'utf8').replace('"level"', '"levle"'));
      const { stdout, stderr } = spawnSync('/bin/sh', ['-c', `${line} 2>&1`], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: `${folder}:${process.env.PATH}`, LANG: 'C', LC_ALL: 'C' },
      });
      assert.equal(comparable(stdout + stderr), comparable(shown));
    });
  }
});
