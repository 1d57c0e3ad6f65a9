// npm run measure -- NAME [ARGUMENT…]: prints one of the project's figures. Each measure is a file of its own,
// tests/measure/NAME.ts; its first comment says what it prints. Without a name: what there is. Ends with 0 when it could
// measure, whatever the figure says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { isMain, root, show } from './lib/run.mjs';

const folder = join(root, 'tests/measure');

/** @returns {Map<string, string>} what each measure is for, by its name */
function measures() {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return new Map(
    files.map((file) => {
      const comment = /^\/\*\*(.*?)\*\//s.exec(readFileSync(join(folder, file), 'utf8'));
      return [file.slice(0, -3), (comment?.[1] ?? '').replace(/\s*\n \*\s*/g, ' ').trim()];
    }),
  );
}

/**
 * @param {string} [name] the measure
 * @param {string[]} args handed on to it
 * @returns {boolean} whether it could measure
 */
export function measure(name, args) {
  const known = measures();
  if (name === undefined || !known.has(name)) {
    if (name !== undefined) console.error(`There is no measure "${name}".`);
    for (const [id, purpose] of known) console.log(`npm run measure -- ${id.padEnd(14)} ${purpose}`);
    return name === undefined;
  }
  return build(['native']) && show(process.execPath, ['--import', 'tsx', join(folder, `${name}.ts`), ...args]);
}

if (isMain(import.meta.url)) process.exit(measure(process.argv[2], process.argv.slice(3)) ? 0 : 1);
