/**
 * npm run bench -- composer [NETWORK …]: what the extension adds to a keystroke in a post of 3,000 characters, on each site,
 * beside the same page without it; and how long after the pause its marks are painted. Main-thread time is the thread's own
 * CPU time as the browser traces it, so that other work on the machine does not count. Ends with 1 where a bound is missed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Chromium, startChromium } from '../browser/harness/chromium';
import { type ComposerShape, everyComposer, openComposer } from '../browser/harness/composers';
import { marks, setText, textOf } from '../browser/harness/editors';
import { prepareExtension } from '../browser/harness/prepared-extension';
import { startSiteServer } from '../browser/harness/site-server';
import { until } from '../browser/harness/waiting';
import { posts, root } from './material';
import { table } from './table';

/** Milliseconds. */
const bounds = { median: 1, p95: 4, paint: 50 };
/** A quick typist's time between two keys, and a rest in which the draft is checked, after each word. */
const betweenKeys = 110;
const afterWord = 450;
/** The pause that the content script waits for. */
const pause = 200;
/** The first words only warm up. */
const warmUp = 2;
const words = 'wir sagen garantiert allen heute gern davon garantiert noch einmal weil sonst alle fragen'.split(' ');
const paintings = 11;

const at = (values: number[], share: number) => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** The thread's own. */
  tdur?: number;
}

/** Begins to trace a page; what comes back ends it. */
async function trace(page: Page): Promise<() => Promise<TraceEvent[]>> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await page.evaluate(() => addEventListener('keydown', () => performance.mark('botschaft-bench-key'), true));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  return async () => {
    await cdp.send('Tracing.end');
    await complete;
    return events;
  };
}

/** Milliseconds of main-thread time from each key to the next. */
function perKey(events: TraceEvent[]): number[] {
  const keys = events.filter(({ name }) => name === 'botschaft-bench-key').sort((one, other) => one.ts - other.ts);
  const [first] = keys;
  if (!first) throw new Error('The trace has no keys.');
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && pid === first.pid && tid === first.tid && name === 'ThreadControllerImpl::RunTask',
  );
  return keys.slice(0, -1).map(({ ts }, index) => {
    const end = keys[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const own = tasks.filter((task) => task.ts + (task.dur ?? 0) > ts && task.ts + (task.dur ?? 0) <= end);
    return own.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  });
}

/** Word by word in all pages in turn, so that a busy moment of the machine hits each of them alike. */
async function keystrokes(pages: Page[]): Promise<number[][]> {
  const ends = await Promise.all(pages.map(trace));
  for (const word of words) {
    for (const page of pages) {
      for (const key of ` ${word}`) {
        await page.keyboard.press(key);
        await page.waitForTimeout(betweenKeys);
      }
      await page.waitForTimeout(afterWord - betweenKeys);
    }
  }
  const costs: number[][] = [];
  for (const [index, end] of ends.entries()) {
    // The last key's time ends where the next one begins.
    await pages[index]?.keyboard.press('x');
    costs.push(perKey(await end()).slice(words.slice(0, warmUp).join(' ').length + 1));
  }
  return costs;
}

/** Milliseconds from the end of the pause after the last key to the frame in which a new mark is painted. */
async function paint(page: Page): Promise<number> {
  await page.waitForTimeout(afterWord);
  await page.evaluate(() => {
    const demo = window as unknown as { nextMarkPainted(): Promise<number>; measured: Promise<number> };
    demo.measured = demo.nextMarkPainted();
  });
  await page.keyboard.type(' garantiert');
  const painted = await page.evaluate(() =>
    Promise.race([
      (window as unknown as { measured: Promise<number> }).measured,
      new Promise<null>((resolve) => setTimeout(() => resolve(null), 5000)),
    ]),
  );
  if (painted === null) throw new Error('The word is not marked.');
  return painted - pause;
}

const wanted = process.argv.slice(2);
const shapes = everyComposer.filter(
  (shape, index) =>
    everyComposer.findIndex(({ network, kind }) => network === shape.network && kind === shape.kind) === index &&
    (wanted.length === 0 || wanted.includes(shape.network)),
);
const draft = posts().find(({ lang, length }) => lang === 'de' && length === 3000)?.text ?? '';

const server = await startSiteServer();
const starter = JSON.parse(readFileSync(join(root, 'shared/packs/starter.json'), 'utf8'));
const extension = prepareExtension('chrome', starter);
const bare = await startChromium({ server, extension: null });
const withUs = await startChromium({ server, extension: extension.folder });
const rows: string[][] = [];
const missed: string[] = [];
try {
  for (const shape of shapes) await measure(shape);
} finally {
  await bare.close();
  await withUs.close();
  await server.close();
  extension.remove();
}

async function open(chromium: Chromium, shape: ComposerShape): Promise<Page> {
  const page = await openComposer(chromium, shape);
  await setText(page, shape.editor, draft);
  const length = (await textOf(page, shape.editor)).length;
  if (length < draft.length * 0.9) throw new Error(`${shape.title} took ${length} of ${draft.length} characters.`);
  await page.click(shape.editable);
  await page.keyboard.press('Control+End');
  return page;
}

async function measure(shape: ComposerShape): Promise<void> {
  const page = await open(withUs, shape);
  await until(
    'the draft is marked',
    () => marks(page),
    (list) => list.length > 0,
  );
  const pages = [await open(bare, shape), page];
  const [without = [], costs = []] = await keystrokes(pages);
  const paints: number[] = [];
  for (let round = 0; round < paintings; round++) paints.push(await paint(page));
  for (const each of pages) await each.close();
  // The same key at the same place, once with us and once without.
  const added = costs.map((cost, index) => cost - (without[index] ?? Number.NaN));
  const figures = { median: at(added, 0.5), p95: at(added, 0.95), paint: at(paints, 0.5) };
  for (const [what, bound] of Object.entries(bounds)) {
    const figure = figures[what as keyof typeof figures];
    if (!(figure <= bound)) missed.push(`${shape.title}: ${what} ${figure.toFixed(2)} ms, at most ${bound} is right.`);
  }
  const pair = (list: number[]) => `${at(list, 0.5).toFixed(2)} / ${at(list, 0.95).toFixed(2)}`;
  rows.push([shape.title, pair(without), pair(costs), pair(added), figures.paint.toFixed(0)]);
  console.error(rows.at(-1)?.join('  '));
}

console.log(`${costsHead()}\n`);
console.log(table(['composer', 'page alone', 'with Botschaft', 'added', 'pause to paint'], rows));
for (const each of missed) console.log(each);
process.exit(missed.length === 0 ? 0 : 1);

function costsHead(): string {
  return `A keystroke in a post of ${draft.length} characters, ms of main-thread time, median / 95th percentile of the keys of ${words.length - warmUp} words with a check after each; pause to paint, ms, median of ${paintings}`;
}
