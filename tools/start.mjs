// npm start: sets up, builds, and shows the product at work on the demo pages. With a display in a browser window,
// without one headless, with a printed summary and screenshots in build/demo/ (also with --headless).
import { build } from './build.mjs';
import { show } from './lib/run.mjs';
import { setUp } from './setup.mjs';

const ready = setUp() && build(['wasm', 'types', 'chrome', 'native']);
if (!ready) process.exit(1);
const started = show(process.execPath, ['--import', 'tsx', 'tools/demo.mjs', ...process.argv.slice(2)]);
process.exit(started ? 0 : 1);
