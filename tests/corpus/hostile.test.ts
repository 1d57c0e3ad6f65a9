/** Requests that are meant to hurt, in both builds: the same bytes, and a module that stays small. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CoreHost } from '../../extension/src/engine/core';
import { askCommand } from './builds';

const wasm = fileURLToPath(new URL('../../build/wasm/botschaft.wasm', import.meta.url));
/** What the module may grow to, whatever it is asked. */
const mostMegabytes = 400;

const list = (count: number, entry: (index: number) => string) => Array.from({ length: count }, (_, i) => entry(i)).join(',');
const rule = (check: string) =>
  `{"id":"r","level":"warn","title":{"en":"t"},"message":{"en":"{match}"},"check":${check}}`;
const load = (rules: string) =>
  `{"op":"loadPacks","packs":[{"format":1,"id":"p","version":"1","name":{"en":"P"},"rules":[${rules}]}]}`;
const phrases = (entries: string) => load(rule(`{"type":"phrases","phrases":[${entries}]}`));
const check = (text: string, more = '') => `{"op":"check","text":"${text}"${more}}`;
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

const requests: Record<string, string> = {
  'a pack nested 100,000 deep': load(deep),
  'a million phrases': phrases(list(1_000_000, (i) => `"w${i}"`)),
  'a circle of a thousand': phrases(list(1000, (i) => `{"text":"w${i}","replace":"w${(i + 1) % 1000}"}`)),
  'the same phrase 100,000 times': phrases(list(100_000, () => '"wort"')),
  'a hundred thousand phrases, in force from here on': phrases(list(100_000, (i) => `"wort${i || ''}"`)),
  '200 kB': check('Das ist ein Wort. '.repeat(11_000)),
  '10,000 findings': check('Wort '.repeat(10_000)),
  'a line of as many words as fit': check('a '.repeat(500_000)),
  'half characters': check('\\ud83d wort \\ude80'.repeat(20_000)),
  'a history of 10,000': check('wort', `,"now":"2026-11-24T08:30Z","history":[${list(10_000, (i) => `{"network":"linkedin","at":"2026-11-${10 + (i % 10)}T08:00Z"}`)}]`),
  'a history of 100,000': check('wort', `,"history":[${list(100_000, () => '{}')}]`),
  '100,000 answers': check('wort', `,"answers":{${list(100_000, (i) => `"r${i}":"yes"`)}}`),
  'a key of 10 MB': check('wort', `,"${'k'.repeat(10_000_000)}":1`),
  'a line of 10 MB': check('a'.repeat(10_000_000)),
  'more than a request may have': check('a'.repeat(17 * 1024 * 1024)),
};

describe('hostile requests', () => {
  let command: string[] = [];
  let core: CoreHost;

  before(async () => {
    command = askCommand(Object.values(requests));
    core = await CoreHost.create(readFileSync(wasm));
  });

  for (const [index, [name, request]] of Object.entries(requests).entries()) {
    test(`${name}: the module gives the command's bytes`, () => {
      const answer = core.callJson(request);
      assert.equal(answer, command[index]);
      assert.ok(answer.length < 1_000_000, `${answer.length} characters`);
    });
  }

  test(`the module has stayed below ${mostMegabytes} MB`, () => {
    // The host keeps its instance to itself; a module's memory never shrinks, so this is the most it took.
    const { instance } = core as unknown as { instance: { core: { memory: WebAssembly.Memory } } };
    const megabytes = instance.core.memory.buffer.byteLength / 1e6;
    assert.ok(megabytes < mostMegabytes, `${megabytes.toFixed(0)} MB`);
    console.log(`      the module's memory: ${megabytes.toFixed(0)} MB`);
  });
});
