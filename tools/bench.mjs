// Measures: the module against other checkers and with growing packs (tests/bench/bench.ts), then the core natively
// (wasm/bench), alone and beside RE2 and Hyperscan. Sets up and builds what it measures. Ends with 0 when it could
// measure, whatever the figures say.
import { join } from 'node:path';
import { build } from './build.mjs';
import { isMain, root, show } from './lib/run.mjs';
import { benchNeeds, setUp } from './setup.mjs';

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

function matching() {
  console.log('\nFinding phrases in the same posts, one thread, beside RE2 and Hyperscan:');
  return show(join(root, 'build/bench/botschaft_match_bench'), ['build/bench-data/posts-1300.jsonl']);
}

/** The website's widget beside other share buttons; also by itself: npm run bench -- widget. */
function widget() {
  return build(['types', 'widget']) && show(process.execPath, ['--import', 'tsx', 'tests/bench/widget.ts']);
}

/** What a keystroke costs on each site; by itself, since it takes minutes: npm run bench -- composer [NETWORK …]. */
function composer(networks) {
  const script = ['--import', 'tsx', 'tests/bench/keystroke.ts', ...networks];
  return setUp() && build(['native', 'wasm', 'types', 'chrome']) && show(process.execPath, script);
}

/** @returns {boolean} whether everything could be measured */
export function bench() {
  return (
    setUp(benchNeeds) &&
    build(['wasm', 'types', 'bench']) &&
    show(process.execPath, ['--import', 'tsx', 'tests/bench/bench.ts']) &&
    native() &&
    matching()
  );
}

if (isMain(import.meta.url)) {
  const [what, ...rest] = process.argv.slice(2);
  const isDone = what === 'composer' ? composer(rest) : (what === 'widget' || bench()) && widget();
  process.exit(isDone ? 0 : 1);
}
