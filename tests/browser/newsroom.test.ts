// The demo company's website and the demo pages themselves: every shared link leads somewhere, and everybody can read it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Library } from '../../extension/src/generated/library';
import { type Chromium, startChromium } from './harness/chromium';
import { demoLibrary } from './harness/paths';
import { type SiteServer, startSiteServer } from './harness/site-server';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA, as "rule: where". */
async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  // The debugger may evaluate what the page's policy would refuse.
  await session.send('Runtime.evaluate', { expression: axeSource });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      .then((found) => found.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ')).join(', ')))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value as string[];
}

describe('newsroom and demo pages', () => {
  let server: SiteServer;
  let chromium: Chromium;
  const library = JSON.parse(readFileSync(demoLibrary, 'utf8')) as Library;
  before(async () => {
    server = await startSiteServer();
    chromium = await startChromium({ server, extension: null });
  });
  after(async () => {
    await chromium.close();
    await server.close();
  });

  test('every published item has its page, with a preview that is complete, in both languages', async () => {
    const now = new Date().toISOString().slice(0, 16);
    const page = await chromium.context.newPage();
    let visited = 0;
    for (const item of library.items) {
      if ((item.embargo ?? item.published ?? '') > now) continue;
      visited++;
      for (const lang of ['de', 'en'] as const) {
        const response = await page.goto(`${item.url}?lang=${lang}&utm_source=x`);
        assert.equal(response?.status(), 200, item.url);
        const tag = (name: string) => page.getAttribute(`meta[property="${name}"]`, 'content');
        assert.equal(await tag('og:title'), item.title[lang]);
        assert.equal(await tag('og:url'), item.url);
        assert.equal(await page.getAttribute('link[rel=canonical]', 'href'), item.url);
        assert.equal(await page.getAttribute('html', 'lang'), lang);
        if (!item.image) continue;
        assert.equal(await tag('og:image'), item.image.url);
        assert.equal(await page.getAttribute('.lead-image', 'alt'), item.image.alt[lang] ?? item.image.alt.de);
        assert.equal(
          await page.$eval('.lead-image', async (image) => {
            await (image as HTMLImageElement).decode();
            return (image as HTMLImageElement).naturalWidth;
          }),
          1200,
        );
      }
    }
    assert.ok(visited > 20, `${visited} pages`);
    await page.close();
  });

  test('an item under embargo has no page yet', async () => {
    const page = await chromium.context.newPage();
    const now = new Date().toISOString().slice(0, 16);
    const hidden = library.items.filter((item) => (item.embargo ?? '') > `${now.slice(0, 10)}T23:59`);
    for (const item of hidden) assert.equal((await page.goto(item.url))?.status(), 404, item.id);
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no barrier that axe can find, ${colorScheme}`, async () => {
      for (const url of [
        'https://www.silbertann.example/',
        'https://www.silbertann.example/newsroom/tannbox-3?lang=en',
        'https://www.silbertann.example/weitersagen?lang=de',
        'https://www.silbertann.example/weitersagen?lang=en',
        'https://www.silbertann.example/configurator.html?lang=de',
        'https://www.linkedin.com/feed/?shareActive=true&text=Hallo',
        'https://www.linkedin.com/feed/?ui=classic&shareActive=true&text=Hallo',
        'https://x.com/home',
        'https://x.com/intent/tweet?text=Hallo',
        'https://x.com/demo/status/1',
      ]) {
        const page = await chromium.open(url);
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await violations(page), [], url);
        await page.close();
      }
    });
  }

  test('a phone sees the newsroom without scrolling sideways', async () => {
    for (const path of ['', 'weitersagen', 'configurator.html']) {
      const page = await chromium.open(`https://www.silbertann.example/${path}`);
      await page.setViewportSize({ width: 320, height: 640 });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
      await page.close();
    }
  });
});
