// The add-on loads in Firefox, marks text under the sites' strict policy, and holds a post.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Firefox, startFirefox } from './harness/firefox';
import { type SiteServer, startSiteServer } from './harness/site-server';
import { until } from './harness/waiting';

interface DemoWindow {
  editors: Record<string, { text(): string } | undefined>;
  posted: { text: string }[];
  policyViolations: string[];
}

const textOf = (page: Page, name: string) =>
  page.evaluate((key) => (window as unknown as DemoWindow).editors[key]?.text() ?? '', name);
const posted = (page: Page) => page.evaluate(() => (window as unknown as DemoWindow).posted);
const markedWords = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights].flatMap(([key, highlight]) =>
      key.startsWith('botschaft-') ? [...highlight].map((range) => range.toString()) : [],
    ),
  );

/** The starter guideline, which is in force when nothing was chosen, has something to say about this. */
const draft = 'Liebe Kolleginnen und Kollegen, das ist 100 % garantiert!!!!';

describe('Firefox', () => {
  let server: SiteServer;
  let firefox: Firefox;
  before(async () => {
    server = await startSiteServer();
    firefox = await startFirefox(server);
  });
  after(async () => {
    await firefox.close();
    await server.close();
  });

  for (const [title, url, opener, editable, editor] of [
    [
      'LinkedIn post in the shadow root',
      'https://www.linkedin.com/feed/',
      '.share-box-feed-entry__trigger',
      '#interop-outlet >>> .ql-editor',
      'post',
    ],
    [
      'LinkedIn comment (tiptap)',
      'https://www.linkedin.com/feed/',
      '',
      '[data-view-name="comment-box"] .tiptap',
      'comment',
    ],
    ['X post in the page', 'https://x.com/home', '', '[data-testid="tweetTextarea_0"]', 'inline'],
  ] as const) {
    test(`${title}: text is marked, nothing else changes, the policy is kept`, async () => {
      const page = await firefox.open(url);
      if (opener) await page.click(opener);
      const target = await page.waitForSelector(editable);
      await target?.click();
      await page.keyboard.type(draft);
      const words = await until(
        'something is marked',
        () => markedWords(page),
        (list) => list.length > 0,
      );
      for (const word of words) assert.ok(draft.includes(word), word);
      assert.equal(await textOf(page, editor), draft);
      assert.deepEqual(await page.evaluate(() => (window as unknown as DemoWindow).policyViolations), []);
      assert.deepEqual(await posted(page), []);
      await page.close();
    });
  }

  for (const press of ['click', 'keys'] as const) {
    test(`a blocker of the starter guideline holds the post (${press})`, async () => {
      const page = await firefox.open('https://x.com/home');
      const target = await page.waitForSelector('[data-testid="tweetTextarea_0"]');
      await target?.click();
      await page.keyboard.type('Folie 3, nur für den internen Gebrauch');
      await until(
        'something is marked',
        () => markedWords(page),
        (list) => list.length > 0,
      );
      const send = async () => {
        if (press === 'click') return page.click('[data-testid="tweetButtonInline"]');
        await page.keyboard.down('Control');
        await page.keyboard.press('Enter');
        await page.keyboard.up('Control');
      };
      await send();
      await new Promise((resolve) => setTimeout(resolve, 1200));
      assert.deepEqual(await posted(page), []);
      await page.keyboard.press('Escape');
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.type('Guten Morgen aus der Leitwarte');
      await until(
        'the marks are gone',
        () => markedWords(page),
        (list) => list.length === 0,
      );
      await send();
      const list = await until(
        'the clean post is out',
        () => posted(page),
        (all) => all.length > 0,
      );
      assert.deepEqual(
        list.map((post) => post.text),
        ['Guten Morgen aus der Leitwarte'],
      );
      await page.close();
    });
  }
});
