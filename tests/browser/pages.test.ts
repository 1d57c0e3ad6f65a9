// The extension's own pages: pasting a text to check it, the content library, the settings, and their accessibility.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import guideline from './fixtures/guideline.json' with { type: 'json' };
import { ask } from './harness/extension';
import { type Session, startSession } from './harness/session';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = ['popup.html', 'sidepanel.html', 'options.html'];
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

describe('pages', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  test('a pasted text is checked, mended with one click, and undo takes it back', async () => {
    const page = await openPage(session, 'popup.html');
    const field = page.getByRole('textbox', { name: 'Dein Text' });
    await field.fill(sloppyText);
    const findings = page.locator('.finding');
    await findings.nth(2).waitFor();
    assert.equal(await findings.count(), 3);
    const fix = page.locator('.finding .fixes button').first();
    await fix.waitFor();
    await fix.click();
    await page.waitForFunction((before) => document.querySelector('textarea')?.value !== before, sloppyText);
    await field.press('Control+z');
    assert.equal(await field.inputValue(), sloppyText);
    await page.close();
  });

  test('the settings switch the language, and every page follows at once', async () => {
    const panel = await openPage(session, 'sidepanel.html');
    const options = await openPage(session, 'options.html');
    await options.getByLabel('Sprache der Erweiterung').selectOption('en');
    await options.getByRole('heading', { name: 'Settings' }).waitFor();
    await panel.bringToFront();
    await panel.getByRole('heading', { name: 'Content library' }).waitFor();
    assert.equal(await panel.locator('html').getAttribute('lang'), 'en');
    await options.getByLabel('Language of the extension').selectOption('de');
    await options.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    await Promise.all([panel.close(), options.close()]);
  });

  test('a broken guideline is named with place and mend, and the last good one stays in force', async () => {
    const page = await openPage(session, 'options.html', 1280);
    const section = page.locator('#guideline');
    const broken = JSON.stringify({ ...guideline, ruls: [] });
    await section
      .locator('input[type=file]')
      .setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from(broken) });
    await section.getByText('„broken.json“ konnte nicht in Kraft treten').waitFor();
    assert.match((await section.textContent()) ?? '', /ruls/);
    assert.match((await section.textContent()) ?? '', /Die letzte gute Fassung gilt weiter/);
    const answer = await ask(session.chromium, 'check', { text: sloppyText, network: 'linkedin', kind: 'post' });
    assert.equal(answer.ok && answer.verdict, 'block');

    const good = Buffer.from(JSON.stringify(guideline));
    await section
      .locator('input[type=file]')
      .setInputFiles({ name: 'good.json', mimeType: 'application/json', buffer: good });
    await section.getByText('aus der Datei good.json').waitFor();
    assert.equal(await section.locator('.notice.block').count(), 0);
    await page.close();
  });
});

describe('library', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
    const page = await openPage(session, 'options.html');
    await page.getByRole('button', { name: 'Mit der Beispielfirma ausprobieren' }).click();
    await page.locator('#library .notice.good').waitFor();
    await page.close();
  });
  after(() => session.close());

  const cards = (page: Page) => page.locator('.library-card');

  test('approved items come as cards with an image that has a text, and more on demand', async () => {
    const page = await openPage(session, 'sidepanel.html');
    await cards(page).first().waitFor();
    const first = await cards(page).count();
    await page.getByRole('button', { name: 'Mehr anzeigen' }).click();
    await cards(page).nth(first).waitFor();
    const texts = await page
      .locator('.library-card img')
      .evaluateAll((images) => images.map((image) => image.getAttribute('alt') ?? ''));
    assert.ok(texts.length > 0 && texts.every((text) => text.length > 10));
    await page.close();
  });

  test('search and filters narrow the list down and can be cleared', async () => {
    const page = await openPage(session, 'sidepanel.html');
    await cards(page).first().waitFor();
    await page.getByRole('searchbox').fill('TannBox');
    await page.getByText(/^\d Inhalte?/).waitFor();
    assert.match((await cards(page).first().textContent()) ?? '', /TannBox/);
    await page.getByRole('searchbox').fill('xyzxyz');
    await page.getByText('Kein freigegebener Inhalt passt.').waitFor();
    await page.getByRole('button', { name: 'Suche und Filter leeren' }).click();
    await cards(page).nth(3).waitFor();
    await page.getByLabel('Thema').selectOption({ label: 'Speicher' });
    await page.waitForFunction(() => document.querySelectorAll('.library-card').length < 10);
    assert.ok((await cards(page).count()) > 0);
    await page.close();
  });

  test('one click shares on X through its own page, with the campaign’s tags, and is remembered here', async () => {
    const page = await openPage(session, 'sidepanel.html');
    const opening = session.chromium.context.waitForEvent('page');
    await cards(page)
      .first()
      .getByRole('button', { name: /^Auf X teilen/ })
      .click();
    const opened = await opening;
    await opened.waitForURL(/x\.com\/intent/);
    const shared = new URL(opened.url()).searchParams;
    assert.match(shared.get('url') ?? '', /utm_source=x&utm_medium=employee&utm_campaign=/);
    assert.notEqual(shared.get('text'), '');
    await opened.close();
    await page.getByText('X öffnet sich in einem neuen Tab.').waitFor();
    const { stored } = await ask(session.chromium, 'stored', {});
    assert.match(JSON.stringify(stored.history), /"network":"x".*"item":/);
    await page.close();
  });

  test('own words are checked below the field, and a text that the guideline stops is not shared', async () => {
    const page = await openPage(session, 'sidepanel.html');
    const card = cards(page).first();
    await card.getByRole('button', { name: /^In deinen Worten/ }).click();
    const json = JSON.stringify(guideline);
    await ask(session.chromium, 'loadPackFile', { name: 'guideline.json', json, keepStarter: false });
    await page.bringToFront();
    await card.locator('textarea').fill(sloppyText);
    await card.locator('.finding').nth(2).waitFor();
    await card.getByRole('button', { name: /^Auf LinkedIn teilen/ }).click();
    await card.getByText('Die Leitlinie stoppt diesen Text.').waitFor();
    assert.equal(session.chromium.context.pages().filter((each) => each.url().includes('linkedin.com')).length, 0);
    await page.close();
  });

  test('an item goes into the composer that is open in the other tab', async () => {
    const site = await session.chromium.open('https://x.com/home');
    await site.locator('[data-testid="tweetTextarea_0"]').first().click();
    const page = await openPage(session, 'sidepanel.html');
    await cards(page)
      .first()
      .getByRole('button', { name: /^In den offenen Beitrag einfügen/ })
      .click();
    await page.getByText('In den offenen Beitrag eingefügt.').waitFor();
    const text = await site.locator('[data-testid="tweetTextarea_0"]').first().textContent();
    assert.match(text ?? '', /utm_medium=employee/);
    await Promise.all([page.close(), site.close()]);
  });
});

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
