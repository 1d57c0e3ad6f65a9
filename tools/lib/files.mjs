// Finding files, and telling whether something built from them is older than they are.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './run.mjs';

const skipped = new Set(['node_modules', '.git', '.wxt', 'build', '.output']);

/**
 * All files below a folder (or the file itself) that a test of the path accepts, sorted. A missing folder has none.
 * @param {string} start absolute
 * @param {(path: string) => boolean} [accepts]
 * @returns {string[]}
 */
export function filesBelow(start, accepts = () => true) {
  if (!existsSync(start)) return [];
  if (statSync(start).isFile()) return accepts(start) ? [start] : [];
  const found = [];
  for (const entry of readdirSync(start, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(start, entry.name);
    if (entry.isDirectory()) found.push(...filesBelow(path, accepts));
    else if (accepts(path)) found.push(path);
  }
  return found.sort();
}

function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesBelow(join(root, input))) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${relative(root, file)} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * Does the work only when one of the inputs changed, came or went since it was last done, or the output is gone.
 * @param {{ name: string, inputs: string[], output: string }} what paths from the root; the stamp is build/stamps/NAME
 * @param {() => boolean} work answers whether it went well
 * @returns {boolean} false when the work was done and failed
 */
export function whenChanged({ name, inputs, output }, work) {
  const stamp = join(root, 'build/stamps', name);
  const before = fingerprint(inputs);
  const isCurrent = existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === before;
  if (isCurrent) return true;
  if (!work()) return false;
  mkdirSync(dirname(stamp), { recursive: true });
  // The fingerprint from before the work: a file changed meanwhile leads to another run, never to a missed one.
  writeFileSync(stamp, before);
  return true;
}
