/** The three break tests and the emoji test of the Unicode Character Database: passed, of how many. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../build/native/tests/core/unicode_breaks', import.meta.url));
const run = spawnSync(program, { stdio: 'inherit' });
process.exit(run.status === 0 ? 0 : 1);
