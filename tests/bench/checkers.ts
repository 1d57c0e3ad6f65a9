/** The checkers that are compared, each set up and asked the way its own users do it. */
import { readFile } from 'node:fs/promises';
import { CoreHost } from '../../extension/src/engine/core';
import type { CheckRequest } from '../../extension/src/generated/protocol';

/** Answers the number of findings, after reading each finding's place and message as somebody who shows them would. */
export type Check = (text: string) => number | Promise<number>;

export const checkerNames = [
  'botschaft',
  'botschaft, legal packs',
  'harper.js',
  'alex',
  'write-good',
  'retext-equality',
] as const;
export type CheckerName = (typeof checkerNames)[number];

/** Whether this is ours, which reads German too. */
export const isOurs = (name: CheckerName) => name.startsWith('botschaft');

export interface CoreFiles {
  module: string;
  patterns: string;
  packs: string[];
}

/** A request as the extension sends it: on a Tuesday afternoon in Berlin, with two posts earlier that month. */
export function checkRequest(text: string): CheckRequest {
  return {
    op: 'check',
    text,
    network: 'linkedin',
    kind: 'post',
    lang: 'auto',
    uiLang: 'de',
    now: '2026-11-24T13:10:00Z',
    zone: [
      { at: 1774746000, offsetMinutes: 120 },
      { at: 1792890000, offsetMinutes: 60 },
      { at: 1806195600, offsetMinutes: 120 },
    ],
    history: [
      { network: 'linkedin', at: '2026-11-10T08:05:00Z' },
      { network: 'linkedin', at: '2026-11-18T09:40:00Z' },
    ],
  };
}

/** The module with packs in force as the background starts it: with packs whose examples passed before. */
export async function coreWithPacks({ module, patterns, packs }: CoreFiles): Promise<CoreHost> {
  const host = await CoreHost.create(await readFile(module));
  await host.addPatterns(await readFile(patterns));
  const read = await Promise.all(packs.map(async (pack) => JSON.parse(await readFile(pack, 'utf8'))));
  loadPacks(host, read, true);
  return host;
}

export function loadPacks(host: CoreHost, packs: { [key: string]: unknown }[], examplesPassed = false): void {
  const loaded = host.call({ op: 'loadPacks', uiLang: 'de', packs, examplesPassed });
  if (!loaded.ok) throw new Error(`The pack was refused: ${JSON.stringify(loaded.problems.slice(0, 3))}`);
}

export function checkWith(host: CoreHost): (text: string) => number {
  return (text) => {
    const answer = host.call(checkRequest(text));
    if (!answer.ok) throw new Error(`The check was refused: ${JSON.stringify(answer.problems)}`);
    return answer.findings.length;
  };
}

/** In bytes: the linear memory of the module that a host runs. */
export function moduleMemory(host: CoreHost): number {
  const instance: { core: { memory: WebAssembly.Memory } } = Reflect.get(host, 'instance');
  return instance.core.memory.buffer.byteLength;
}

async function harper(): Promise<Check> {
  const { LocalLinter } = await import('harper.js');
  const { binary } = await import('harper.js/binary');
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return async (text) => {
    const lints = await linter.lint(text, { language: 'plaintext' });
    return lints.map((lint) => [lint.span().start, lint.message()]).length;
  };
}

async function alex(): Promise<Check> {
  const { text: check } = await import('alex');
  return (text) => check(text).messages.length;
}

async function writeGood(): Promise<Check> {
  const { default: check } = await import('write-good');
  return (text) => check(text).length;
}

async function retextEquality(): Promise<Check> {
  const { retext } = await import('retext');
  const { default: equality } = await import('retext-equality');
  const processor = retext().use(equality);
  return (text) => processor.processSync(text).messages.length;
}

/** From nothing to a checker that can be asked. */
export async function setUp(name: CheckerName, files: CoreFiles): Promise<Check> {
  switch (name) {
    case 'harper.js':
      return harper();
    case 'alex':
      return alex();
    case 'write-good':
      return writeGood();
    case 'retext-equality':
      return retextEquality();
    default:
      return checkWith(await coreWithPacks(files));
  }
}
