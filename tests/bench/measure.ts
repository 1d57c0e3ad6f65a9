/**
 * One measurement in a process of its own, asked for on the command line, answered as JSON on standard output. bench.ts
 * bundles this file, so that no TypeScript is translated while the clock runs; the other checkers stay outside the bundle.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { CoreHost } from '../../extension/src/engine/core';
import { type Check, type CheckerName, checkWith, isOurs, loadPacks, moduleMemory, setUp } from './checkers';
import { edited, type Post } from './material';

export type Task =
  | { kind: 'cold'; checker: CheckerName; module: string; patterns: string; packs: string[]; posts: string }
  | {
      kind: 'steady';
      checker: CheckerName;
      module: string;
      patterns: string;
      packs: string[];
      posts: string;
      seconds: number;
    }
  | { kind: 'packs'; module: string; packs: string[]; posts: string; seconds: number };

/** Milliseconds. */
export interface Steady {
  /** Keyed by language and length, "de 280". */
  perCheck: Record<string, Spread>;
  /** In bytes: what the process grew by, from before setting up. */
  memory: number;
}

export interface Spread {
  median: number;
  p95: number;
  checks: number;
}

export interface PackFigures {
  load: number;
  perCheck: Spread;
  findings: number;
  /** In bytes, of the module. */
  memory: number;
}

function spread(samples: number[]): Spread {
  const sorted = samples.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), checks: sorted.length };
}

async function timed(check: Check, text: string): Promise<number> {
  const start = performance.now();
  await check(text);
  return performance.now() - start;
}

/** Checks the posts in turn, each time edited, after as much again to warm up; at least 24 times. */
async function perCheck(check: Check, posts: Post[], seconds: number): Promise<Spread> {
  const samples: number[] = [];
  let round = 0;
  for (const counts of [false, true]) {
    const end = performance.now() + seconds * 500;
    for (let left = 24; left > 0 || performance.now() < end; left--) {
      const post = posts[round % posts.length];
      if (!post) break;
      const took = await timed(check, edited(post.text, round));
      if (counts) samples.push(took);
      round++;
    }
  }
  return spread(samples);
}

async function cold(task: Task & { kind: 'cold' }, posts: Post[]): Promise<number> {
  const text = posts.find(({ lang, length }) => lang === 'en' && length === 1300)?.text ?? '';
  const start = performance.now();
  const check = await setUp(task.checker, task);
  await check(text);
  return performance.now() - start;
}

function residentMemory(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

async function steady(task: Task & { kind: 'steady' }, posts: Post[]): Promise<Steady> {
  const before = residentMemory();
  const check = await setUp(task.checker, task);
  const groups = new Map<string, Post[]>();
  for (const post of posts) {
    if (!isOurs(task.checker) && post.lang !== 'en') continue;
    const key = `${post.lang} ${post.length}`;
    groups.set(key, [...(groups.get(key) ?? []), post]);
  }
  const found: Record<string, Spread> = {};
  for (const [key, group] of groups) found[key] = await perCheck(check, group, task.seconds);
  return { perCheck: found, memory: residentMemory() - before };
}

/** All packs in one process and in turns, so that a busy moment of the machine hits each of them alike. */
async function packs(task: Task & { kind: 'packs' }, posts: Post[]): Promise<PackFigures[]> {
  const module = await WebAssembly.compile(await readFile(task.module));
  const texts = posts.filter(({ length }) => length === 1300).map(({ text }) => text);
  const figures = [];
  for (const path of task.packs) {
    const pack = JSON.parse(await readFile(path, 'utf8'));
    const host = new CoreHost(module);
    const start = performance.now();
    loadPacks(host, [pack]);
    const load = performance.now() - start;
    const check = checkWith(host);
    const findings = texts.reduce((sum, text) => sum + check(text), 0);
    figures.push({ host, check, load, findings, samples: [] as number[] });
  }
  for (const counts of [false, true]) {
    const end = performance.now() + task.seconds * 1000;
    for (let round = 0; round < 24 || performance.now() < end; round++) {
      const text = edited(texts[round % texts.length] ?? '', round);
      for (const { check, samples } of figures) {
        const took = await timed(check, text);
        if (counts) samples.push(took);
      }
    }
  }
  return figures.map(({ host, load, findings, samples }) => ({
    load,
    findings,
    perCheck: spread(samples),
    memory: moduleMemory(host),
  }));
}

const task: Task = JSON.parse(process.argv[2] ?? '');
const material: Post[] = JSON.parse(readFileSync(task.posts, 'utf8'));
const answer =
  task.kind === 'cold' ? cold(task, material) : task.kind === 'steady' ? steady(task, material) : packs(task, material);
process.stdout.write(JSON.stringify(await answer));
