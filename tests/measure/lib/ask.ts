/** What the command answers to raw requests, as data. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../../build/native/botschaft', import.meta.url));

/** One answer a request, in order. */
export function ask<Answer>(requests: object[]): Answer[] {
  const run = spawnSync(command, ['requests'], {
    input: `${requests.map((request) => JSON.stringify(request)).join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.error) throw run.error;
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  if (lines.length !== requests.length) throw new Error(`${requests.length} requests, ${lines.length} answers`);
  return lines.map((line) => JSON.parse(line) as Answer);
}
