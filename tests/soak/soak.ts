// npm run soak [SITE …]: ten minutes of a person's time on each site, typing, posting and moving on, as fast as the machine
// goes: sixty rounds of what takes a person ten seconds. Prints heap, listeners, nodes, messages and marks, and fails where
// one of them grows or something of ours is left.
import type { CDPSession } from 'playwright-core';
import guideline from '../browser/fixtures/guideline.json' with { type: 'json' };
import { startChromium } from '../browser/harness/chromium';
import { type ComposerShape, everyComposer } from '../browser/harness/composers';
import { marks, posted, waitForMarks } from '../browser/harness/editors';
import { applyGuideline, ask } from '../browser/harness/extension';
import { Overlay } from '../browser/harness/overlay';
import { prepareExtension } from '../browser/harness/prepared-extension';
import { startSiteServer } from '../browser/harness/site-server';
import { until } from '../browser/harness/waiting';

const rounds = 60;
/** Rounds after which caches are filled: from here on nothing may grow. */
const warmUp = 15;
const bounds = { heapMegabytes: 5, listeners: 5, nodes: 3000, messagesPerRound: 8 };

interface Figures {
  heap: number;
  listeners: number;
  nodes: number;
}

async function figures(cdp: CDPSession): Promise<Figures> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: value('JSHeapUsedSize') / 1e6, listeners: value('JSEventListeners'), nodes: value('Nodes') };
}

const wanted = process.argv.slice(2);
const firstOfEach = everyComposer.filter(
  (shape, index) =>
    everyComposer.findIndex(({ network }) => network === shape.network) === index &&
    (wanted.length === 0 || wanted.includes(shape.network)),
);

const server = await startSiteServer();
const extension = prepareExtension('chrome', guideline);
const chromium = await startChromium({ server, extension: extension.folder });
const faults: string[] = [];
try {
  await applyGuideline(chromium, guideline);
  const background = await chromium.background();
  await background.evaluate(() => {
    const counter = globalThis as { messages?: number };
    counter.messages = 0;
    chrome.runtime.onMessage.addListener(() => {
      counter.messages = (counter.messages ?? 0) + 1;
      return false;
    });
  });
  console.log('site        heap MB   listeners    nodes          messages  marks left  console');
  for (const shape of firstOfEach) await soak(shape);

  async function soak(shape: ComposerShape): Promise<void> {
    const page = await chromium.open(shape.url);
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const messagesBefore = await background.evaluate(() => (globalThis as { messages?: number }).messages ?? 0);
    let early: Figures | null = null;
    for (let round = 0; round < rounds; round++) {
      if (shape.opener) await page.click(shape.opener);
      await page.click(shape.editable);
      const isSerious = round % 4 === 0;
      await page.keyboard.type(isSerious ? `Runde ${round}: garantiert gut` : `Runde ${round}: quasi fertig`);
      await waitForMarks(page, [isSerious ? 'garantiert' : 'quasi']);
      await page.waitForTimeout(620);
      if (shape.next) await page.click(shape.next);
      await page.click(shape.submit);
      if (isSerious) {
        // The debugger keeps every node that it has seen, with its listeners, until its session ends.
        const overlay = await Overlay.of(page);
        await overlay.click('dialog-post');
        await overlay.end();
      }
      await until(
        'the post is out',
        () => posted(page),
        (list) => list.length === round + 1,
      );
      if (round === warmUp) early = await figures(cdp);
    }
    const late = await figures(cdp);
    await until(
      'the marks are gone',
      () => marks(page),
      (list) => list.length === 0,
    );
    const messages = await background.evaluate(() => (globalThis as { messages?: number }).messages ?? 0);
    await ask(chromium, 'saveSettings', { sites: { [new URL(shape.url).host]: 'off' } });
    const left = await until(
      'nothing of ours is left',
      () => page.evaluate(() => document.querySelectorAll('[data-botschaft]').length + CSS.highlights.size),
      (count) => count === 0,
    );
    if (!early) return;
    const sent = messages - messagesBefore;
    console.log(
      `${shape.network.padEnd(10)} ${early.heap.toFixed(1)} → ${late.heap.toFixed(1)}  ${early.listeners} → ${late.listeners}  ${early.nodes} → ${late.nodes}  ${sent}  ${left}  ${errors.length} errors`,
    );
    const grown = (what: string, by: number, most: number) => {
      if (by > most) faults.push(`${shape.network}: ${what} grew by ${by.toFixed(1)}, at most ${most} is right.`);
    };
    grown('the heap in MB', late.heap - early.heap, bounds.heapMegabytes);
    grown('listeners', late.listeners - early.listeners, bounds.listeners);
    grown('nodes', late.nodes - early.nodes, bounds.nodes);
    grown('messages', sent, bounds.messagesPerRound * rounds);
    for (const error of errors) faults.push(`${shape.network}: in the console: ${error}`);
    await page.close();
  }
} finally {
  await chromium.close();
  await server.close();
  extension.remove();
}
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
