// Shows the product at work: in a window where there is a display, otherwise headless (also with --headless).
// Started by tools/start.mjs with tsx, because the harness is TypeScript.
import { runHeadless } from '../tests/browser/demo/headless.ts';
import { runInWindow } from '../tests/browser/demo/in-window.ts';

const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
await (hasDisplay && !process.argv.includes('--headless') ? runInWindow() : runHeadless());
process.exit(0);
