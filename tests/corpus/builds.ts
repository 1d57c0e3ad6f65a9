/** Both builds of the core as one thing: requests in, answers out, as the bytes they are. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { CoreHost } from '../../extension/src/engine/core';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command's answers, one a request. */
export function askCommand(requests: string[]): string[] {
  const run = spawnSync(`${root}build/native/botschaft`, ['requests'], {
    input: `${requests.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.error) throw run.error;
  const lines = run.stdout.split('\n');
  lines.pop();
  return lines;
}

/** The modules' answers, one a request: an audit is for site.wasm. */
export async function askModule(requests: string[]): Promise<string[]> {
  const site = await CoreHost.create(readFileSync(`${root}build/wasm/site.wasm`));
  const core = await CoreHost.create(readFileSync(`${root}build/wasm/botschaft.wasm`));
  await core.addPatterns(readFileSync(`${root}build/wasm/patterns.wasm`));
  return requests.map((request) => (isAudit(request) ? site : core).callJson(request));
}

/** Long answers are recorded by their digest: nobody reads them, but they must not change unseen. */
export function recorded(answer: string): string {
  if (answer.length <= 20_000) return answer;
  const digest = createHash('sha256').update(answer).digest('hex');
  return JSON.stringify({ length: answer.length, sha256: digest });
}

function isAudit(request: string): boolean {
  try {
    return (JSON.parse(request) as { op?: unknown } | null)?.op === 'audit';
  } catch {
    return false;
  }
}
