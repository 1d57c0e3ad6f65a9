// Starting other programs, the same way in every tool. Node built-ins only: this runs before any package is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Whether a module is the script that was started, and not imported by another.
 * @param {string} moduleUrl its import.meta.url
 */
export const isMain = (moduleUrl) => resolve(process.argv[1] ?? '') === fileURLToPath(moduleUrl);

/**
 * Runs a program and shows its output.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string }} [options]
 * @returns {boolean} whether it ended with 0
 */
export function show(program, args, options = {}) {
  const result = spawnSync(program, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: 'inherit',
  });
  if (result.error) console.error(`${program}: ${result.error.message}`);
  return result.status === 0;
}

/**
 * Runs a program silently.
 * @returns {{ ok: boolean, output: string }} its stdout, trimmed
 */
export function ask(program, args) {
  const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return { ok: result.status === 0, output: (result.stdout ?? '').trim() };
}

/**
 * Runs a program with its output in a file, and ends it (and what it started) after `timeoutSeconds`.
 * @returns {Promise<{ ok: boolean, output: string, seconds: number, timedOut: boolean }>}
 */
export async function runLogged(program, args, { logFile, timeoutSeconds, env }) {
  mkdirSync(dirname(logFile), { recursive: true });
  const started = process.hrtime.bigint();
  const log = createWriteStream(logFile);
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let timedOut = false;
  // A group of its own: browsers started by a hanging test end with it.
  const endGroup = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Nothing left of the group.
    }
  };
  const timer = setTimeout(() => {
    timedOut = true;
    endGroup();
  }, timeoutSeconds * 1000);
  process.on('exit', endGroup);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const status = await new Promise((done) => {
    child.on('error', (error) => {
      log.write(`${program}: ${error.message}\n`);
      done(-1);
    });
    child.on('close', done);
  });
  clearTimeout(timer);
  process.off('exit', endGroup);
  await new Promise((done) => log.end(done));
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  return { ok: status === 0, output: readFileSync(logFile, 'utf8'), seconds, timedOut };
}

/** The entry script of a package's command, so that it runs without a shell and without npx. */
export const commands = {
  wxt: join(root, 'node_modules/wxt/bin/wxt.mjs'),
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  biome: join(root, 'node_modules/@biomejs/biome/bin/biome'),
};
