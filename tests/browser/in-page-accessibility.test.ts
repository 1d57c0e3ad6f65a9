// What the extension shows inside other people's pages, against WCAG 2.2: the helper on the company's pages, and pill,
// panel, card and dialog at a composer. Their shadow roots are closed, and axe-core looks into open ones only: so this is
// the built extension with that one word changed, and nothing else.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { AxeResults, ContextObject, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { composerCalled, openComposer } from './harness/composers';
import { applyGuideline, ask } from './harness/extension';
import { Overlay, type PartName } from './harness/overlay';
import { chromeExtension, root } from './harness/paths';
import { type Session, startSession } from './harness/session';
import { answer } from './harness/site-answer';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = 'https://www.silbertann.example';
const shots = join(root, 'build/screenshots/in-page');

/** The extension with open shadow roots, and with the company's domain allowed from the start. */
function opened(): string {
  const folder = mkdtempSync(join(tmpdir(), 'botschaft-open-'));
  cpSync(chromeExtension, folder, { recursive: true });
  for (const name of readdirSync(join(folder, 'content-scripts'))) {
    if (!name.endsWith('.js')) continue;
    const file = join(folder, 'content-scripts', name);
    const script = readFileSync(file, 'utf8');
    const open = script.replaceAll('mode:"closed"', 'mode:"open"');
    assert.notEqual(open, script, `${name} has a closed shadow root`);
    writeFileSync(file, open);
  }
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as object;
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ ...manifest, host_permissions: ['https://*.silbertann.example/*'] }),
  );
  return folder;
}

/** What axe-core finds in what is ours, one line each. */
async function problemsIn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  // Not as a script of the page, which its policy would not allow.
  await session.send('Runtime.evaluate', { expression: axeSource });
  await session.detach();
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(of: ContextObject, how: RunOptions): Promise<AxeResults> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return axe.run({ include: [['[data-botschaft]']] }, { runOnly: tags });
  });
  assert.ok(results.passes.length > 5, 'it has looked at something');
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

const extension = opened();
after(() => rmSync(extension, { recursive: true, force: true }));

for (const [locale, colorScheme] of [
  ['de-DE', 'light'],
  ['en-GB', 'dark'],
] as const) {
  describe(`in other people's pages, ${locale}, ${colorScheme}`, () => {
    const language = locale === 'de-DE' ? 'de' : 'en';
    let session: Session;
    before(async () => {
      mkdirSync(shots, { recursive: true });
      session = await startSession({ locale, colorScheme, extension });
      // A page that goes along with the person's choice of light and dark.
      session.server.answerAt(
        `${site}/garten`,
        answer(
          'text/html',
          `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Ein Garten in Moorbek</title><meta name="description" content="Garantiert 100 % Grün."></head><body><article><p>Ein Garten ist entstanden.</p></article></body></html>`,
        ),
      );
      session.server.answerAt(
        `${site}/intern/kantine`,
        answer(
          'text/html',
          '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Kantine</title></head><body><article><p>Suppe.</p></article></body></html>',
        ),
      );
    });
    after(() => session.close());

    /** Light or dark as the session is, and in a person's own few colours. */
    async function look(page: Page, name: string): Promise<void> {
      await page.waitForTimeout(400);
      assert.deepEqual(await problemsIn(page), [], name);
      for (const width of [1280, 400]) {
        await page.setViewportSize({ width, height: 800 });
        await page.waitForTimeout(250);
        await page.screenshot({ path: join(shots, `${name}-${language}-${width}-${colorScheme}.png`) });
      }
      await page.emulateMedia({ forcedColors: 'active' });
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(shots, `${name}-${language}-400-${colorScheme}-forced.png`) });
      await page.emulateMedia({ forcedColors: 'none' });
      await page.setViewportSize({ width: 1280, height: 800 });
    }

    test('the helper: button, panel with findings, and the note where nothing may be shared', async () => {
      await ask(session.chromium, 'useBuiltin', { id: 'demo' });
      const page = await session.chromium.open(`${site}/garten`);
      const overlay = await Overlay.of(page);
      await overlay.find('share');
      await look(page, 'helper-button');
      await overlay.click('share');
      await overlay.find('share-findings');
      await look(page, 'helper-panel');
      await page.close();
      const inside = await session.chromium.open(`${site}/intern/kantine`);
      await (await Overlay.of(inside)).find('share-note');
      await look(inside, 'helper-note');
      await inside.close();
    });

    test('at a composer: pill, panel, card and the dialog that holds a post', async () => {
      await applyGuideline(
        session.chromium,
        JSON.parse(readFileSync(join(root, 'tests/browser/fixtures/guideline.json'), 'utf8')),
        language,
      );
      const page = await openComposer(session.chromium, composerCalled('X post in the page'));
      await page.keyboard.type('Unser Geheimprojekt wirkt garantiert und ist quasi fertig');
      const overlay = await Overlay.of(page);
      const shown = async (part: PartName, name: string) => {
        await overlay.find(part);
        await look(page, name);
      };
      await shown('pill', 'composer-pill');
      await page.keyboard.press('Alt+Shift+F');
      await shown('card', 'composer-card');
      await page.keyboard.press('Escape');
      await overlay.click('pill');
      await shown('panel', 'composer-panel');
      await overlay.click('close');
      await page.click(composerCalled('X post in the page').submit);
      await shown('dialog', 'composer-dialog');
      await page.close();
    });
  });
}
