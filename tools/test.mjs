// npm test: sets up, builds, then runs every step and prints one line for each. The last line is
// `N passed, N failed`, the sum over all runners. Exit status 1 when anything failed, and when a step ran no test.
// Named steps only: npm test -- core browser-chromium …   (lint, core, core-asan, fuzz, corpus, command, extension, …)
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { filesBelow } from './lib/files.mjs';
import { root, runLogged } from './lib/run.mjs';
import { setUp } from './setup.mjs';

const results = join(root, 'build/test-results');
const isTest = (path) => path.endsWith('.test.ts');
const testsIn = (folder) => filesBelow(join(root, folder), isTest).map((file) => relative(root, file));

/** One step of node:test files. The counts come from its TAP report, the person reads the other one. */
function nodeTests(name, files, { filesAtATime, minutes }) {
  const report = join(results, `${name}.tap`);
  return {
    name,
    minutes,
    program: process.execPath,
    args: [
      '--import=tsx',
      '--test',
      ...(filesAtATime ? [`--test-concurrency=${filesAtATime}`] : []),
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      ...files,
    ],
    report,
    isEmpty: files.length === 0,
    count(text) {
      const summary = (key) => Number(new RegExp(`^# ${key} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
      return { passed: summary('pass'), failed: summary('fail') + summary('cancelled') };
    },
  };
}

/** One step of Catch2 tests, run by CTest. */
function coreTests(name, preset, minutes) {
  const report = join(results, `${name}.xml`);
  return {
    name,
    minutes,
    builds: [preset],
    program: 'ctest',
    args: ['--preset', preset, '-j', String(availableParallelism()), '--output-junit', report],
    report,
    count(text) {
      const attribute = (key) => Number(new RegExp(`<testsuite[^>]*\\s${key}="(\\d+)"`).exec(text)?.[1] ?? 0);
      const failed = attribute('failures') + attribute('disabled') + attribute('skipped');
      return { passed: attribute('tests') - failed, failed };
    },
  };
}

/** One of our own tools, whose last line is `N passed, N failed`. */
function tool(name, minutes, builds) {
  return {
    name,
    minutes,
    builds,
    program: process.execPath,
    args: [`tools/${name}.mjs`],
    count(text) {
      const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(text) ?? [];
      return { passed: Number(passed ?? 0), failed: Number(failed ?? 0) };
    },
  };
}

function allSteps() {
  const browser = testsIn('tests/browser');
  const isFirefox = (file) => file.includes('firefox');
  // What says how long something takes needs the machine for itself.
  const isMeasured = (file) => /\b(holding|speed)\.test\.ts$/.test(file);
  return [
    tool('lint', 5),
    coreTests('core', 'native', 5),
    coreTests('core-asan', 'asan', 10),
    tool('fuzz', 10, ['fuzz']),
    nodeTests('corpus', testsIn('tests/corpus'), { minutes: 5 }),
    nodeTests('command', testsIn('tests/command'), { minutes: 5 }),
    nodeTests('extension', testsIn('tests/extension'), { minutes: 5 }),
    nodeTests(
      'browser-chromium',
      browser.filter((file) => !isFirefox(file) && !isMeasured(file)),
      { filesAtATime: 2, minutes: 12 },
    ),
    nodeTests('browser-measured', browser.filter(isMeasured), { filesAtATime: 1, minutes: 4 }),
    nodeTests('browser-firefox', browser.filter(isFirefox), { filesAtATime: 1, minutes: 4 }),
  ];
}

async function runStep(step) {
  const failedWith = (reason, seconds = 0) => ({ passed: 0, failed: 1, seconds, reason });
  if (step.isEmpty) return failedWith('there are no test files');
  if (step.builds && !build(step.builds)) return failedWith('building failed');
  if (step.report) rmSync(step.report, { force: true });
  const logFile = join(results, `${step.name}.log`);
  const run = await runLogged(step.program, step.args, { logFile, timeoutSeconds: step.minutes * 60 });
  const text = step.report ? (existsSync(step.report) ? readFileSync(step.report, 'utf8') : '') : run.output;
  const { passed, failed } = step.count(text);
  const outcome = { passed, failed, seconds: run.seconds, output: run.output, reason: '' };
  if (run.timedOut) return { ...outcome, failed: failed + 1, reason: `ended after ${step.minutes} minutes` };
  if (passed + failed === 0) return { ...outcome, failed: 1, reason: 'it ran no test' };
  // A runner that fails though all its tests passed (a crash on the way out, a leak) is a failure too.
  if (!run.ok && failed === 0) return { ...outcome, failed: 1, reason: 'the runner itself failed' };
  return outcome;
}

function report(step, outcome) {
  const state = outcome.failed === 0 ? 'ok    ' : 'FAILED';
  const counts = `${outcome.passed} passed, ${outcome.failed} failed`;
  const reason = outcome.reason ? ` (${outcome.reason})` : '';
  console.log(`${state} ${step.name.padEnd(17)} ${outcome.seconds.toFixed(1).padStart(6)} s  ${counts}${reason}`);
}

function chooseSteps(names) {
  const steps = allSteps();
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No such step: ${unknown.join(', ')}. The steps: ${steps.map((step) => step.name).join(', ')}`);
    process.exit(2);
  }
  return names.length === 0 ? steps : steps.filter((step) => names.includes(step.name));
}

if (!setUp()) process.exit(1);
const steps = chooseSteps(process.argv.slice(2));
mkdirSync(results, { recursive: true });
const started = Date.now();
const isBuilt = build();
let passed = 0;
let failed = isBuilt ? 0 : 1;
console.log(
  `${isBuilt ? 'ok    ' : 'FAILED'} build             ${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s`,
);
if (isBuilt) {
  for (const step of steps) {
    const outcome = await runStep(step);
    report(step, outcome);
    if (outcome.failed > 0 && outcome.output) {
      console.log(outcome.output.split('\n').slice(-200).join('\n'));
      console.log(`(The whole output: build/test-results/${step.name}.log)`);
    }
    passed += outcome.passed;
    failed += outcome.failed;
  }
}
console.log(`${((Date.now() - started) / 1000).toFixed(0)} s in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
