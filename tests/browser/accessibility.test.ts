// The extension's own pages against WCAG 2.2, in both languages, light and dark, with findings shown and at 400 px.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { ask } from './harness/extension';
import { type Session, startSession } from './harness/session';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = ['popup.html', 'sidepanel.html', 'options.html', 'onboarding.html'];
const sloppyText = 'Unser Geheimprojekt wirkt garantiert und ist quasi fertig';

async function openPage(session: Session, path: string, width = 400): Promise<Page> {
  const page = await session.chromium.context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.goto(session.chromium.extensionPage(path));
  await page.waitForSelector('h1');
  return page;
}

/** What axe-core finds against WCAG 2.2 A and AA and its best practices, one line each. */
async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() => {
    // Put there by the line before.
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['de-DE', 'en-GB'] as const) {
    describe(`accessibility, ${locale}, ${colorScheme}`, () => {
      let session: Session;
      before(async () => {
        session = await startSession({ locale, colorScheme });
        await ask(session.chromium, 'useBuiltin', { id: 'demo', part: 'library' });
      });
      after(() => session.close());

      for (const path of pages) {
        test(`${path}: axe-core finds nothing, and no page is wider than 400 px`, async () => {
          const page = await openPage(session, path);
          if (path === 'popup.html') {
            await page.locator('textarea').fill(sloppyText);
            await page.locator('.finding').first().waitFor();
            await page.locator('.tone > summary').click();
            await page.locator('.tone-words').first().waitFor();
          }
          if (path === 'sidepanel.html') {
            await page.locator('.library-card button[aria-expanded]').first().click();
            await page.locator('.library-card textarea').fill(sloppyText);
            await page.locator('.finding').first().waitFor();
          }
          assert.deepEqual(await accessibilityProblems(page), []);
          const widest = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(widest <= 400, `the page is ${widest} px wide`);
          await page.close();
        });
      }
    });
  }
}
