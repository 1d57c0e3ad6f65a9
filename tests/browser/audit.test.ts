// "Is this page ready?" on real pages: what the server sends beside what scripts made of it, the picture, the cards.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { pressAction } from './harness/action';
import { ask } from './harness/extension';
import { root } from './harness/paths';
import { type Session, startSession } from './harness/session';
import { answer } from './harness/site-answer';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = 'https://www.silbertann.example';
const ready = `${site}/bereit`;
const lateTags = `${site}/erst-durch-skripte`;

/** One grey pixel is enough of a picture; it is measured at the size that its header says. */
const picture = `${site}/karte.png`;

const tags = (url: string) => `<title>Der Speicher in Moorbek ist am Netz</title>
<meta name="description" content="Achtzehn Container speichern jetzt den Wind der Nacht für den Morgen. Was das für Moorbek heißt.">
<meta property="og:title" content="Der Speicher in Moorbek läuft"><meta property="og:description" content="Achtzehn Container für den Wind der Nacht.">
<meta property="og:type" content="article"><meta property="og:url" content="${url}"><meta property="og:image" content="${picture}">
<meta property="og:image:alt" content="Container im Abendlicht"><meta property="og:locale" content="de_DE">
<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">
<meta name="twitter:card" content="summary_large_image"><link rel="canonical" href="${url}">`;

const html = (head: string, body = '') =>
  answer(
    'text/html',
    `<!doctype html><html lang="de"><head><meta charset="utf-8">${head}</head><body><h1>Moorbek</h1>${body}</body></html>`,
  );

/** The audit of a page, in a tab of its own, after the button in the toolbar was pressed on it. */
async function auditOf(session: Session, url: string, width = 1280): Promise<Page> {
  const page = await session.chromium.open(url);
  const tab = await pressAction(session.chromium, page);
  const audit = await session.chromium.context.newPage();
  await audit.setViewportSize({ width, height: 900 });
  await audit.goto(session.chromium.extensionPage(`audit.html?tab=${tab}`));
  await audit.locator('.audit, .notice.block').first().waitFor();
  await page.close();
  return audit;
}

async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

async function prepare(session: Session): Promise<void> {
  const drawn = await session.chromium.context.newPage();
  const data = await drawn.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 630 });
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = '#3f6b58';
      context.fillRect(0, 0, 1200, 630);
      context.fillStyle = '#f1c453';
      context.fillRect(500, 200, 200, 200);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  await drawn.close();
  session.server.answerAt(picture, {
    status: 200,
    headers: { 'content-type': 'image/png' },
    body: Buffer.from(data, 'base64') as unknown as string,
  });
  session.server.answerAt(ready, html(`${tags(ready)}<script type="application/ld+json">{"@type":"Article"}</script>`));
  const script = `document.head.insertAdjacentHTML('beforeend', ${JSON.stringify(tags(lateTags)).replaceAll('</', '<\\/')})`;
  session.server.answerAt(lateTags, html('<title>Lädt …</title>', `<script>${script}</script>`));
  session.server.answerAt(`${site}/robots.txt`, answer('text/plain', 'User-agent: Twitterbot\nDisallow: /\n'));
}

for (const [locale, colorScheme] of [
  ['de-DE', 'light'],
  ['en-GB', 'dark'],
] as const) {
  describe(`is this page ready, ${locale}, ${colorScheme}`, () => {
    let session: Session;
    before(async () => {
      session = await startSession({ locale, colorScheme });
      await ask(session.chromium, 'saveSettings', { uiLanguage: locale === 'de-DE' ? 'de' : 'en' });
      await prepare(session);
    });
    after(() => session.close());
    const german = locale === 'de-DE';

    test('a page that is ready has its cards with the picture, and only robots.txt to mend', async () => {
      const page = await auditOf(session, ready);
      assert.equal(await page.locator('.preview').count(), 5);
      const drawn = await page.$$eval('.preview img', (images) =>
        images.map((image) => (image as HTMLImageElement).naturalWidth),
      );
      assert.deepEqual(drawn, [1200, 1200, 1200, 1200, 1200]);
      assert.deepEqual(await page.$$eval('.check:not(.clean)', (checks) => checks.map((check) => check.id)), [
        'check-crawlers',
      ]);
      assert.match(
        (await page.textContent('#check-crawlers')) ?? '',
        german ? /sperrt Twitterbot/ : /shuts out Twitterbot/,
      );
      await page.close();
    });

    test('tags that only scripts make are found, and the tag to paste can be copied', async () => {
      await session.chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const page = await auditOf(session, lateTags);
      const scripts = page.locator('#check-scripts');
      assert.match((await scripts.textContent()) ?? '', /og:title/);
      await scripts.getByRole('button').first().focus();
      await page.keyboard.press('Enter');
      await scripts
        .getByText(german ? 'Kopiert' : 'Copied', { exact: true })
        .first()
        .waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^<meta property="og:title" content="Der Speicher in Moorbek läuft">$/);
      await page.close();
    });

    for (const width of [400, 1280]) {
      test(`axe-core finds nothing at ${width} px, and nothing is wider`, async () => {
        const page = await auditOf(session, lateTags, width);
        assert.deepEqual(await accessibilityProblems(page), []);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
        await page.screenshot({ path: join(root, `build/test-results/audit-${locale}-${width}.png`), fullPage: true });
        await page.close();
      });
    }

    test('the next steps lead to their checks by keyboard', async () => {
      const page = await auditOf(session, lateTags);
      const first = page.locator('.steps a').first();
      const wanted = (await first.getAttribute('href'))?.slice(1);
      await first.focus();
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement?.id), wanted);
      await page.close();
    });

    test('without the button pressed the browser lets nobody look, and the page says so', async () => {
      const other = await session.chromium.open(`${site}/newsroom/tannbox-3`);
      const worker = await session.chromium.background();
      await other.bringToFront();
      const tab = await worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
      const page = await session.chromium.context.newPage();
      await page.goto(session.chromium.extensionPage(`audit.html?tab=${tab}`));
      await page.locator('.notice.block').waitFor();
      await page.close();
      await other.close();
    });

    test('the popup keeps what was typed while a page is looked at', async () => {
      const page = await session.chromium.context.newPage();
      await page.goto(session.chromium.extensionPage('popup.html'));
      await page.locator('textarea').fill('Noch nicht fertig');
      await page.getByRole('button', { name: german ? 'Ist diese Seite bereit?' : 'Is this page ready?' }).click();
      await page.locator('.notice.block').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
      await page.getByRole('button', { name: german ? 'Zurück' : 'Back' }).click();
      assert.equal(await page.locator('textarea').inputValue(), 'Noch nicht fertig');
      await page.close();
    });
  });
}

describe('the browser and the command take the same out of a page', () => {
  let session: Session;
  before(async () => {
    session = await startSession({});
  });
  after(() => session.close());

  test('on every page of tests/measure', async () => {
    const folder = join(root, 'tests/measure/data/pages');
    const bundled = await build({
      stdin: {
        contents: `import { factsOf } from './page-facts'; import { decodePage } from './decode-page';
          globalThis.take = (url, bytes) => { const html = decodePage(new Uint8Array(bytes), 'text/html');
            return factsOf(url, new DOMParser().parseFromString(html, 'text/html'), html); };`,
        resolveDir: join(root, 'extension/src/audit'),
      },
      bundle: true,
      write: false,
      format: 'iife',
    });
    const page = await session.chromium.context.newPage();
    await page.evaluate(bundled.outputFiles[0]?.text ?? '');
    const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
    assert.ok(names.length > 50);
    for (const name of names) {
      const url = `https://www.muster.example/pages/${name}`;
      const command = spawnSync(join(root, 'build/native/botschaft'), [
        'audit',
        join(folder, name),
        '--url',
        url,
        '--format',
        'request',
      ]);
      const ours = (JSON.parse(command.stdout.toString()) as { page: Record<string, unknown> }).page;
      const theirs = (await page.evaluate(
        ([address, bytes]) =>
          (globalThis as unknown as { take(url: string, bytes: readonly number[]): unknown }).take(address, bytes),
        [url, [...readFileSync(join(folder, name))]] as const,
      )) as Record<string, unknown>;
      // The browser's parser keeps no places: where the tags end is looked for in the text, which is near enough for 32 KB.
      if (name === 'article.html') assert.equal(theirs.tagsEnd, ours.tagsEnd);
      assert.deepEqual({ ...theirs, tagsEnd: 0 }, { ...ours, tagsEnd: 0 }, name);
    }
    await page.close();
  });
});
