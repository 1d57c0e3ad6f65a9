/** The corpus in both builds: the recorded answers, byte for byte. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { askCommand, askModule, recorded } from './builds';
import { cases, folder, loadRequests } from './cases';

const loads = loadRequests();
const all = cases();
const files = [...new Set(all.map(({ file }) => file))];
const requests = [...loads, ...all.map(({ request }) => request)];

function golden(file: string): string[] {
  const lines = readFileSync(`${folder}golden/${file}`, 'utf8').split('\n');
  lines.pop();
  return lines;
}

describe('corpus', () => {
  let command: string[] = [];
  let module: string[] = [];

  before(async () => {
    command = askCommand(requests);
    module = await askModule(requests);
  });

  test('has at least 300 cases, each with a request of its own', () => {
    assert.ok(all.length >= 300, `${all.length} cases`);
    assert.equal(new Set(all.map(({ request }) => request)).size, all.length);
  });

  test('pack and library are in force in both builds', () => {
    for (const answers of [command, module]) {
      assert.equal(answers.length, requests.length);
      for (const answer of answers.slice(0, loads.length)) assert.match(answer, /^\{"ok":true/);
    }
  });

  for (const file of files) {
    test(`${file}: the command gives the recorded answers`, () => {
      const expected = golden(file);
      const own = all.flatMap((one, index) => (one.file === file ? [{ one, answer: command[loads.length + index] }] : []));
      assert.equal(own.length, expected.length, 'Requests without recorded answer: run npm run golden and read the difference.');
      for (const [index, { one, answer }] of own.entries()) {
        assert.equal(recorded(answer ?? ''), expected[index], one.where);
      }
    });

    test(`${file}: the module gives the command's bytes`, () => {
      for (const [index, one] of all.entries()) {
        if (one.file !== file) continue;
        assert.equal(module[loads.length + index], command[loads.length + index], one.where);
      }
    });
  }
});
