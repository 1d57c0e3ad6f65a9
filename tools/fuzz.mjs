// Runs the fuzz targets of tests/fuzz, as many at a time as there are cores.
//   npm run fuzz -- [TARGET…] [--minutes N]     (default: all targets, a minute each)
// Every run starts from the kept corpus in tests/fuzz/corpus, from the project's own packs and requests, and from what
// earlier runs on this machine found (build/fuzz-work). The first input that breaks something is written to
// build/fuzz-work/finds. The last line is `N passed, N failed`; exit status 1 when anything failed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, relative } from 'node:path';
import { build } from './build.mjs';
import { filesBelow } from './lib/files.mjs';
import { isMain, root, runLogged } from './lib/run.mjs';
import { setUp } from './setup.mjs';

const work = join(root, 'build/fuzz-work');
const finds = join(work, 'finds');
// Longest input in bytes. Quadratic time shows long before a megabyte; short inputs are tried more often.
const longest = { csv: 4096, page: 16_384, text: 8192, vale: 4096 };
const longestOtherwise = 32_768;

const read = (path) => readFileSync(join(root, path), 'utf8');
const json = (path) => JSON.parse(read(path));

/** Every key and every fixed value of the formats, for libFuzzer to put in: one token a line. */
function dictionary() {
  const words = new Set(['{', '}', '[', ']', ':', ',', 'null', 'true', '\\u0000', '\\ud83d', '\\ude80', '1e999', '-1']);
  const collect = (value) => {
    if (Array.isArray(value)) return value.forEach(collect);
    if (value === null || typeof value !== 'object') return;
    for (const key of Object.keys(value.properties ?? {})) words.add(`"${key}":`);
    for (const option of [value.enum ?? [], value.const ?? []].flat()) words.add(JSON.stringify(option));
    Object.values(value).forEach(collect);
  };
  for (const file of filesBelow(join(root, 'shared/schema'))) collect(JSON.parse(readFileSync(file, 'utf8')));
  const escaped = (word) => [...Buffer.from(word)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  const path = join(work, 'json.dict');
  writeFileSync(path, [...words].map((word) => `"${escaped(word)}"\n`).join(''));
  return path;
}

/** The project's own documents as first inputs: packs of one rule each, the corpus' requests, its texts. */
function seedsOf(target) {
  const packs = filesBelow(join(root, 'shared/packs'), (path) => path.endsWith('.json')).map((path) =>
    json(relative(root, path)),
  );
  const requests = filesBelow(join(root, 'tests/corpus'), (path) => /corpus\/[^/]+\.jsonl$/.test(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => line !== '');
  if (target === 'request') return requests;
  if (target === 'text')
    return requests.map((line) => JSON.parse(line).text).filter((text) => typeof text === 'string');
  if (target === 'page') return filesBelow(join(root, 'tests/measure/data/pages')).map((path) => readFileSync(path));
  if (target === 'library')
    return packs.filter(({ items }) => items).map((one) => withItems(one, one.items.slice(0, 3)));
  if (target !== 'pack') return [];
  const ofOneRule = packs
    .filter(({ rules }) => rules)
    .flatMap(({ rules, ...rest }) => rules.map((rule) => JSON.stringify({ ...rest, rules: [rule] })));
  return [read('tests/corpus/pack.json'), ...ofOneRule];
}

const withItems = (library, items) => JSON.stringify({ ...library, items });

function prepare(target) {
  const corpus = join(work, 'corpus', target);
  mkdirSync(corpus, { recursive: true });
  mkdirSync(finds, { recursive: true });
  for (const seed of seedsOf(target)) {
    writeFileSync(join(corpus, createHash('sha1').update(seed).digest('hex')), seed);
  }
  return corpus;
}

async function fuzz(target, minutes) {
  const known = new Set(readdirSync(prepare(target) && finds));
  const own = join(root, 'tests/fuzz', `${target}.dict`);
  const program = join(root, 'build/fuzz', `fuzz_${target}`);
  const run = await runLogged(
    program,
    [
      `-max_total_time=${Math.max(1, Math.round(minutes * 60))}`,
      `-max_len=${longest[target] ?? longestOtherwise}`,
      `-dict=${existsSync(own) ? own : dictionary()}`,
      `-artifact_prefix=${join(finds, `${target}-`)}`,
      '-timeout=20', // seconds for one input, on a machine that does other things as well
      '-rss_limit_mb=2048',
      '-print_final_stats=1',
      join(work, 'corpus', target),
      join(root, 'tests/fuzz/corpus', target),
    ],
    { logFile: join(work, `${target}.log`), timeoutSeconds: minutes * 60 + 300 },
  );
  const runs = /stat::number_of_executed_units:\s*(\d+)/.exec(run.output)?.[1] ?? '?';
  const covered = /.*cov: (\d+)/s.exec(run.output)?.[1] ?? '?';
  if (run.ok) {
    console.log(
      `ok     ${target.padEnd(8)} ${run.seconds.toFixed(0).padStart(5)} s  ${runs} inputs, ${covered} edges covered`,
    );
    return true;
  }
  console.log(`FAILED ${target}`);
  console.log(run.output.split('\n').slice(-60).join('\n'));
  for (const find of readdirSync(finds).filter((name) => name.startsWith(`${target}-`) && !known.has(name))) {
    console.log(`The input that did it: ${relative(root, join(finds, find))}`);
    console.log(`To run it again:       ${relative(root, program)} ${relative(root, join(finds, find))}`);
  }
  console.log(`(The whole output: ${relative(root, join(work, `${target}.log`))})`);
  return false;
}

function targets() {
  const sources = filesBelow(join(root, 'tests/fuzz'), (path) => path.endsWith('_target.cpp'));
  return sources.map((path) => basename(path, '_target.cpp'));
}

/** @returns {Promise<boolean>} whether every target ran for its time and nothing broke */
async function fuzzAll(names, minutes) {
  const waiting = [...names];
  let failed = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) failed += (await fuzz(next, minutes)) ? 0 : 1;
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  console.log(`${names.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

function usage(reason) {
  console.error(`${reason}\nnpm run fuzz -- [TARGET…] [--minutes N]     targets: ${targets().join(', ')}`);
  process.exit(2);
}

if (isMain(import.meta.url)) {
  const words = process.argv.slice(2);
  let minutes = 1;
  const at = words.indexOf('--minutes');
  if (at >= 0) {
    minutes = Number(words.splice(at, 2)[1]);
    if (!(minutes > 0)) usage('--minutes takes a number greater than 0.');
  }
  const unknown = words.find((word) => !targets().includes(word));
  if (unknown) usage(`There is no target "${unknown}".`);
  if (!setUp() || !build(['types', 'fuzz'])) process.exit(1);
  process.exit((await fuzzAll(words.length > 0 ? words : targets(), minutes)) ? 0 : 1);
}
