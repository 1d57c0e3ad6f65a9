// Formats and rules: biome (TypeScript, JavaScript, JSON, CSS), clang-format (C++), tsc (types).
// --write formats instead of complaining; --tidy runs clang-tidy as well, which takes minutes.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesBelow } from './lib/files.mjs';
import { commands, isMain, root, show } from './lib/run.mjs';

const isCpp = (path) => /\.(cpp|h)$/.test(path) && !path.includes('/generated/');
const relativePaths = (files) => files.map((file) => relative(root, file));

function cppFiles() {
  const folders = ['wasm', 'tests/core', 'tests/fuzz'];
  return relativePaths(folders.flatMap((folder) => filesBelow(join(root, folder), isCpp)));
}

function biome(write) {
  const action = write ? ['check', '--write'] : ['ci'];
  return show(process.execPath, [commands.biome, ...action, '--colors=off']);
}

function clangFormat(write) {
  const mode = write ? ['-i'] : ['--dry-run', '--Werror'];
  return show('clang-format', [...mode, ...cppFiles()]);
}

function types() {
  const projects = ['tsconfig.json', 'extension/tsconfig.json'];
  return projects
    .filter((project) => existsSync(join(root, project)))
    .map((project) => show(process.execPath, [commands.tsc, '--noEmit', '-p', project]))
    .every(Boolean);
}

function clangTidy() {
  const sources = cppFiles().filter((path) => path.startsWith('wasm/src/') && path.endsWith('.cpp'));
  return show('clang-tidy', ['-p', 'build/native', '--quiet', ...sources]);
}

/** @returns {Record<string, boolean>} whether each check passed, by name */
export function lint({ write = false, tidy = false } = {}) {
  const results = { biome: biome(write), 'clang-format': clangFormat(write), types: types() };
  return tidy ? { ...results, 'clang-tidy': clangTidy() } : results;
}

if (isMain(import.meta.url)) {
  const results = lint({ write: process.argv.includes('--write'), tidy: process.argv.includes('--tidy') });
  for (const [name, passed] of Object.entries(results)) console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`);
  const failed = Object.values(results).filter((passed) => !passed).length;
  console.log(`${Object.keys(results).length - failed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
