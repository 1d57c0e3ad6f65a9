// The helper on the company's own pages in Firefox: it appears where the person allowed the domain, and takes the focus.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Firefox, startFirefox } from './harness/firefox';
import { firefoxExtension, root } from './harness/paths';
import { type SiteServer, startSiteServer } from './harness/site-server';
import { until } from './harness/waiting';

const article = 'https://www.silbertann.example/newsroom/tannbox-3';

/**
 * The add-on with the company's domain in its first guideline, and allowed from the start: nothing can press "Allow" in a
 * Firefox without a window, or enter its settings from outside.
 */
function allowed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'botschaft-helper-firefox-'));
  cpSync(firefoxExtension, folder, { recursive: true });
  const edit = (name: string, change: object) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...change }));
  };
  edit('manifest.json', { host_permissions: ['https://*.silbertann.example/*'] });
  edit('packs/starter.json', { organisation: { domains: ['silbertann.example'] }, website: { position: 'corner' } });
  return folder;
}

const helpers = (page: Page) => page.evaluate(() => document.querySelectorAll('[data-botschaft="helper"]').length);

describe('helper in Firefox', () => {
  const extension = allowed();
  let server: SiteServer;
  let firefox: Firefox;
  before(async () => {
    server = await startSiteServer();
    firefox = await startFirefox(server, extension);
  });
  after(async () => {
    await firefox.close();
    await server.close();
    rmSync(extension, { recursive: true, force: true });
  });

  test('one element of ours, on the company’s pages only; its button opens the panel, Escape gives the page back', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(article);
    await until(
      'the helper is there',
      () => helpers(page),
      (count) => count === 1,
      15_000,
    );
    const ours = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.botschaft ?? '');
    assert.equal(await ours(), '');
    // Pressed again only when nothing came of it: a second press would close what the first one opens.
    let pressedAt = Number.NEGATIVE_INFINITY;
    await until(
      'the button takes the focus',
      async () => {
        if (performance.now() - pressedAt > 1000) {
          pressedAt = performance.now();
          await page.mouse.click(1280 - 60, 800 - 36);
        }
        return ours();
      },
      (name) => name === 'helper',
    );
    await page.screenshot({ path: join(root, 'build/test-results/helper-firefox.png') });
    await page.keyboard.press('Escape');
    await page.close();
    const other = await firefox.browser.newPage();
    await other.goto('https://www.linkedin.com/feed/');
    assert.equal(await helpers(other), 0);
    await other.close();
  });
});
