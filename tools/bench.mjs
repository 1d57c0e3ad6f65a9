// Measures: the module against other checkers and with growing packs (tests/bench/bench.ts), then the core natively
// (wasm/bench). Builds what it measures. Ends with 0 when it could measure, whatever the figures say.
import { join } from 'node:path';
import { build } from './build.mjs';
import { isMain, root, show } from './lib/run.mjs';

/** The packs that tests/bench/bench.ts writes, and the one everybody has. */
const packs = [
  'shared/packs/starter.json',
  ...[100, 1000, 10000, 100000].map((size) => `build/bench-data/phrases-${size}.json`),
  'build/bench-data/rules-10000.json',
];

function native() {
  console.log('\nThe same posts of 1,300 characters natively, one thread:');
  return show(join(root, 'build/bench/botschaft_bench'), ['build/bench-data/posts-1300.jsonl', ...packs]);
}

/** The website's widget beside other share buttons; also by itself: npm run bench -- widget. */
function widget() {
  return build(['types', 'widget']) && show(process.execPath, ['--import', 'tsx', 'tests/bench/widget.ts']);
}

/** @returns {boolean} whether everything could be measured */
export function bench() {
  return (
    build(['wasm', 'types', 'bench']) && show(process.execPath, ['--import', 'tsx', 'tests/bench/bench.ts']) && native()
  );
}

if (isMain(import.meta.url)) process.exit((process.argv[2] === 'widget' || bench()) && widget() ? 0 : 1);
