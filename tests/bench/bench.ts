/**
 * The module against other checkers on the same posts, packs of growing size, and what we expect of ourselves. Prints
 * tables; ends with 0 whether the expectations are met or not. Every measurement runs in a process of its own, one after
 * the other, several times; of medians the best counts, because a busy machine only ever makes them worse.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type CheckerName, checkerNames, checkRequest, isOurs } from './checkers';
import { lengths, packOf, posts, root } from './material';
import type { PackFigures, Spread, Steady, Task } from './measure';
import { table } from './table';

const repeats = 5;
const secondsPerLength = 1;
const packSizes = [100, 1000, 10_000, 100_000];
/** As many rules with one phrase each; the packs above have ten to a rule. */
const ruleCount = 10_000;

const folder = join(root, 'build/bench-data');
const module = join(root, 'build/wasm/botschaft.wasm');
const patterns = join(root, 'build/wasm/patterns.wasm');
const starter = join(root, 'shared/packs/starter.json');
const legalFolder = join(root, 'shared/packs/legal');
const legal = readdirSync(legalFolder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => join(legalFolder, name));
const packsOf = (name: CheckerName) => (name === 'botschaft, legal packs' ? [starter, ...legal] : [starter]);
const postsFile = join(folder, 'posts.json');
const measureScript = join(folder, 'measure.mjs');

const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
const ms = (value: number) => (value < 10 ? value.toFixed(3) : value.toFixed(1));
const best = (values: number[]) => Math.min(...values);
const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
}

async function writeMaterial(): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const all = posts();
  writeFileSync(postsFile, JSON.stringify(all));
  const asked = all.filter(({ length }) => length === 1300).map(({ text }) => JSON.stringify(checkRequest(text)));
  writeFileSync(join(folder, 'posts-1300.jsonl'), `${asked.join('\n')}\n`);
  const write = (name: string, phrases: number, perRule: number) => {
    const path = join(folder, `${name}.json`);
    writeFileSync(path, JSON.stringify(packOf(phrases, perRule)));
    return path;
  };
  const packs = packSizes.map((size) => write(`phrases-${size}`, size, 10));
  packs.push(write(`rules-${ruleCount}`, ruleCount, 1));
  await build({
    entryPoints: [join(root, 'tests/bench/measure.ts')],
    outfile: measureScript,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  return packs;
}

/** The answer's type follows from the task's kind; measure.ts keeps to it. */
function measure<Figures>(task: Task): Figures {
  const output = execFileSync(process.execPath, ['--expose-gc', measureScript, JSON.stringify(task)], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}

interface Compared {
  name: CheckerName;
  firstResult: number;
  perCheck: Map<string, Spread>;
  memory: number;
  raw: number;
  gzip: number;
}

function bestSpreads(runs: Steady[]): Map<string, Spread> {
  const found = new Map<string, Spread>();
  for (const { perCheck } of runs) {
    for (const [key, spread] of Object.entries(perCheck)) {
      const before = found.get(key);
      if (!before || spread.median < before.median) found.set(key, spread);
    }
  }
  return found;
}

function compare(name: CheckerName, size: { raw: number; gzip: number }): Compared {
  const common = { checker: name, module, patterns, packs: packsOf(name), posts: postsFile };
  const runs = Array.from({ length: repeats });
  const cold = runs.map(() => measure<number>({ kind: 'cold', ...common }));
  const steady = runs.slice(0, 3).map(() => measure<Steady>({ kind: 'steady', seconds: secondsPerLength, ...common }));
  return {
    name,
    firstResult: middle(cold),
    perCheck: bestSpreads(steady),
    memory: middle(steady.map(({ memory }) => memory)),
    ...size,
  };
}

/** What must be shipped: the scripts bundled and minified, plus the files that they load. */
async function shipped(script: string, files: string[]): Promise<{ raw: number; gzip: number }> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const contents = [...outputFiles.map((file) => file.contents), ...files.map((file) => readFileSync(file))];
  const sum = (size: (bytes: Uint8Array) => number) => contents.reduce((total, bytes) => total + size(bytes), 0);
  return { raw: sum((bytes) => bytes.length), gzip: sum((bytes) => gzipSync(bytes, { level: 9 }).length) };
}

async function sizes(): Promise<Record<CheckerName, { raw: number; gzip: number }>> {
  const harper = join(root, 'node_modules/harper.js/dist/harper_wasm_bg.wasm');
  const ourScript = `export { CoreHost } from './extension/src/engine/core'`;
  return {
    botschaft: await shipped(ourScript, [module, patterns, starter]),
    'botschaft, legal packs': await shipped(ourScript, [module, patterns, starter, ...legal]),
    'harper.js': await shipped(`export { LocalLinter } from 'harper.js'; export { binary } from 'harper.js/binary'`, [
      harper,
    ]),
    alex: await shipped(`export { text } from 'alex'`, []),
    'write-good': await shipped(`export { default } from 'write-good'`, []),
    'retext-equality': await shipped(`export { retext } from 'retext'; export { default } from 'retext-equality'`, []),
  };
}

function comparison(all: Compared[]): string {
  const rows = all.flatMap(({ name, firstResult, perCheck, memory, raw, gzip }) => {
    const languages = isOurs(name) ? (['de', 'en'] as const) : (['en'] as const);
    return languages.map((lang) => [
      `${name} (${lang})`,
      ms(firstResult),
      ...lengths.flatMap((length) => {
        const spread = perCheck.get(`${lang} ${length}`);
        return spread ? [ms(spread.median), ms(spread.p95)] : ['-', '-'];
      }),
      kB(memory),
      kB(raw),
      kB(gzip),
    ]);
  });
  const head = ['checker', 'first result', ...lengths.flatMap((length) => [`${length}`, 'p95'])];
  return table([...head, 'memory', 'shipped', 'gzip'], rows);
}

function bestPacks(runs: PackFigures[][]): PackFigures[] {
  return [...packSizes, ruleCount].map((_, at) => {
    const same = runs.flatMap((run) => run[at] ?? []);
    const fastest = same.toSorted((a, b) => a.perCheck.median - b.perCheck.median)[0];
    if (!fastest) throw new Error('No measurement of the packs.');
    return { ...fastest, load: best(same.map((figures) => figures.load)) };
  });
}

function packTable(figures: PackFigures[]): string {
  const rows = figures.map(({ load, perCheck, findings, memory }, at) => [
    at < packSizes.length ? `${packSizes[at]} phrases` : `${ruleCount} rules`,
    ms(load),
    ms(perCheck.median),
    ms(perCheck.p95),
    String(findings),
    kB(memory),
  ]);
  return table(['pack', 'load', '1300', 'p95', 'findings', 'module memory'], rows);
}

interface Expectation {
  what: string;
  measured: string;
  met: boolean;
}

function atMost(what: string, limit: number, measured: number, unit: string): Expectation {
  return { what: `${what} ≤ ${limit}${unit}`, measured: `${ms(measured)}${unit}`, met: measured <= limit };
}

/** Of every other checker, how many times longer it takes. Where nothing is expected of a ratio, it is to be above 1. */
function ratios(name: CheckerName, all: Compared[]): Expectation[] {
  const median = (checker?: Compared) => checker?.perCheck.get('en 1300')?.median ?? Number.NaN;
  const own = median(all.find((checker) => checker.name === name));
  return all
    .filter((checker) => !isOurs(checker.name))
    .map((checker) => {
      const least = { 'harper.js': 100, 'write-good': 10 }[checker.name as string] ?? 1;
      const ratio = median(checker) / own;
      return {
        what: `${name}: ≥ ${least} times faster than ${checker.name}`,
        measured: `${ratio.toFixed(1)} times`,
        met: ratio >= least,
      };
    });
}

function expectations(all: Compared[], packs: PackFigures[]): Expectation[] {
  const ours = all.filter(({ name }) => isOurs(name));
  const slowest = Math.max(
    ...ours.flatMap(({ perCheck }) => ['de', 'en'].map((lang) => perCheck.get(`${lang} 1300`)?.median ?? Number.NaN)),
  );
  const growth = (from: number, to: number) =>
    (packs[packSizes.indexOf(to)]?.perCheck.median ?? Number.NaN) /
    (packs[packSizes.indexOf(from)]?.perCheck.median ?? Number.NaN);
  if (new Set(packs.map(({ findings }) => findings)).size !== 1) {
    throw new Error('The packs of different sizes find different numbers of things: they cannot be compared.');
  }
  return [
    atMost('first result from cold, starter pack,', 50, ours[0]?.firstResult ?? Number.NaN, ' ms'),
    atMost('median at 1,300 characters, either language and all packs,', 0.5, slowest, ' ms'),
    atMost('module', 450, readFileSync(module).length / 1000, ' kB'),
    ...ours.flatMap(({ name }) => ratios(name, all)),
    atMost('100 → 10,000 phrases: times per check', 1.5, growth(100, 10_000), ''),
    atMost('100 → 100,000 phrases: times per check', 2, growth(100, 100_000), ''),
    atMost(`loading ${ruleCount} rules`, 200, packs.at(-1)?.load ?? Number.NaN, ' ms'),
  ];
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${load()}`);
const packFiles = await writeMaterial();
const shippedSizes = await sizes();
const compared = checkerNames.map((name) => compare(name, shippedSizes[name]));
console.log(`
The same posts, each check after an edit. Ours loads a pack whose examples passed before, as the background does. Milliseconds: median and p95 per check at 280, 1,300 and 3,000 characters (the
best of three processes), first result from a fresh process without the start of Node itself (median of ${repeats}). Memory: what
the process grew by. Shipped: scripts bundled and minified, modules, and for us the starter pack.
`);
console.log(comparison(compared));
const packRuns = Array.from({ length: 3 }, () =>
  measure<PackFigures[]>({ kind: 'packs', module, packs: packFiles, posts: postsFile, seconds: 2 * secondsPerLength }),
);
const packFigures = bestPacks(packRuns);
console.log(
  '\nPacks of different sizes, with the same findings. Milliseconds to load, and per check at 1,300 characters.\n',
);
console.log(packTable(packFigures));
const expected = expectations(compared, packFigures);
const verdicts = expected.map(({ what, measured, met }) => [what, measured, met ? 'met' : 'NOT MET']);
console.log(`\n${table(['expected', 'measured', ''], verdicts)}`);
const missed = expected.filter(({ met }) => !met).length;
console.log(
  `\n${missed === 0 ? 'Every expectation is met.' : `${missed} of ${expected.length} expectations are NOT met.`} Load at the end ${load()}.`,
);
