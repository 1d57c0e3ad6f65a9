// The helper on the company's own pages: the button at the article, approved texts, quotes, one click into the network.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask } from './harness/extension';
import { Overlay } from './harness/overlay';
import { chromeExtension, demoLibrary, demoPack, root } from './harness/paths';
import { type Session, startSession } from './harness/session';
import { answer } from './harness/site-answer';
import { until } from './harness/waiting';

const site = 'https://www.silbertann.example';
const article = `${site}/newsroom/tannbox-3`;
const shots = join(root, 'build/test-results');

/**
 * The extension with the company's domain allowed from the start. In a browser with a window the person presses "Allow";
 * without one nobody can.
 */
function allowed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'botschaft-helper-'));
  cpSync(chromeExtension, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions?: string[] };
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['https://*.silbertann.example/*'] }));
  return folder;
}

const plain = (title: string, body: string) =>
  answer(
    'text/html',
    `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${title}</title><meta name="description" content="Was wir dort bauen."></head><body>${body}</body></html>`,
  );

/** Everything in the page but our one element, as text. */
const pageWithoutUs = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const ours of copy.querySelectorAll('[data-botschaft]')) ours.remove();
    return copy.outerHTML;
  });

async function registered(session: Session): Promise<string[]> {
  const worker = await session.chromium.background();
  return worker.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
  );
}

describe('helper on the company’s pages', () => {
  const extension = allowed();
  let session: Session;
  before(async () => {
    session = await startSession({ locale: 'de-DE', extension });
    await ask(session.chromium, 'useBuiltin', { id: 'demo' });
    await until(
      'the script is registered',
      () => registered(session),
      (matches) => matches.length > 0,
    );
    session.server.answerAt(
      `${site}/intern/kantine`,
      plain('Kantine', '<article><p>Heute gibt es Suppe aus dem Garten.</p></article>'),
    );
    session.server.answerAt(
      `${site}/neubau`,
      plain('Wir bauen in Moorbek', '<article><p>Es geht endlich los mit dem Neubau.</p></article>'),
    );
  });
  after(async () => {
    await session.close();
    rmSync(extension, { recursive: true, force: true });
  });

  const open = async (url: string) => {
    const page = await session.chromium.open(url);
    return { page, overlay: await Overlay.of(page) };
  };

  /** Presses "share on", and gives the address that the browser opens, with its parameters decoded. */
  const pressShare = async (page: Page, overlay: Overlay): Promise<URL> => {
    const opened = page.context().waitForEvent('page');
    await overlay.click('share-link');
    const target = await opened;
    await target.waitForURL(/^https:/);
    const url = new URL(target.url());
    await target.close();
    return url;
  };

  test('the button stands at the article; the page itself is as it was', async () => {
    const bare = await startSession({ locale: 'de-DE', extension: null });
    const untouched = await bare.chromium.open(article);
    const expected = await pageWithoutUs(untouched);
    await bare.close();
    const { page, overlay } = await open(article);
    const button = await overlay.find('share');
    assert.equal(button.role, 'button');
    assert.match(button.text, /Mit Botschaft teilen/);
    const rect = await page.$eval('article', (each) => each.getBoundingClientRect().toJSON() as DOMRect);
    assert.ok(Math.abs(button.box.y + button.box.height - rect.bottom) < 20, `${button.box.y} at ${rect.bottom}`);
    assert.ok(button.box.x >= rect.right, 'it covers none of the text');
    assert.equal(await pageWithoutUs(page), expected);
    await page.setViewportSize({ width: 400, height: 800 });
    const narrow = await until(
      'it is in the corner',
      () => overlay.find('share'),
      ({ box }) => box.y > 700,
    );
    assert.ok(narrow.box.x + narrow.box.width <= 400);
    await overlay.click('share');
    const panel = await overlay.find('share-panel');
    assert.ok(panel.box.x >= 0 && panel.box.x + panel.box.width <= 400);
    await page.screenshot({ path: join(shots, 'helper-400.png') });
    await page.close();
  });

  test('an approved text goes into the network in one click, with the campaign’s tags and nobody’s name', async () => {
    const { page, overlay } = await open(article);
    await overlay.click('share');
    await overlay.find('share-panel');
    await overlay.find('share-findings');
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(shots, 'helper-de.png') });
    const url = await pressShare(page, overlay);
    assert.equal(url.host, 'www.linkedin.com');
    const text = url.searchParams.get('text') ?? '';
    const { items } = JSON.parse(readFileSync(demoLibrary, 'utf8')) as {
      items: { id: string; captions: { text: string }[] }[];
    };
    const captions = items.find(({ id }) => id === 'tannbox-3')?.captions ?? [];
    assert.ok(
      captions.some((caption) => text.startsWith(caption.text)),
      text,
    );
    assert.match(text, /\?utm_source=linkedin&utm_medium=employee&utm_campaign=tannbox-2026$/);
    const { stored } = await ask(session.chromium, 'stored', {});
    assert.match(JSON.stringify(stored.history), /tannbox-3/);
    await page.close();
  });

  test('selected words become a quotation, and the guideline looks at it', async () => {
    const { page, overlay } = await open(article);
    await overlay.find('share');
    const words = await page.evaluate(() => {
      const paragraph = document.querySelector('article p:not(.meta)') as HTMLElement;
      paragraph.textContent = 'Die Tannbox liefert garantiert Strom.';
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return paragraph.textContent;
    });
    await overlay.click('share-quote');
    const findings = await overlay.find('share-findings');
    assert.match(findings.text, /TannBox|Tannbox/);
    const url = await pressShare(page, overlay);
    assert.ok((url.searchParams.get('text') ?? '').startsWith(`„${words}“`));
    await page.close();
  });

  test('a page that the library does not know gets proposals from its own words, and the tags', async () => {
    const { page, overlay } = await open(`${site}/neubau`);
    await overlay.click('share');
    const url = await pressShare(page, overlay);
    assert.equal(
      url.searchParams.get('text'),
      `Wir bauen in Moorbek\n\nWas wir dort bauen.\n${site}/neubau?utm_source=linkedin&utm_medium=employee`,
    );
    await page.close();
  });

  test('an internal page says so and offers nothing', async () => {
    const { page, overlay } = await open(`${site}/intern/kantine`);
    assert.match((await overlay.find('share-note')).text, /intern/);
    assert.equal(await overlay.isShown('share'), false);
    await page.close();
  });

  test('a page under embargo says until when', async () => {
    const library = JSON.parse(readFileSync(demoLibrary, 'utf8')) as {
      items: { id: string; url: string; embargo?: string }[];
    };
    const item = library.items.find(({ id }) => id === 'tannbox-3');
    if (item) item.embargo = '2031-05-06T09:30';
    await ask(session.chromium, 'loadLibraryFile', { name: 'l.json', json: JSON.stringify(library) });
    const { page, overlay } = await open(article);
    assert.match((await overlay.find('share-note')).text, /Sperrfrist bis 06\.05\.2031, 09:30/);
    assert.equal(await overlay.isShown('share'), false);
    await page.screenshot({ path: join(shots, 'helper-embargo.png') });
    await ask(session.chromium, 'useBuiltin', { id: 'demo', part: 'library' });
    await overlay.find('share');
    await page.close();
  });

  test('on a site of one page the helper follows the address', async () => {
    const { page, overlay } = await open(`${site}/neubau`);
    await overlay.find('share');
    await page.evaluate(() => {
      history.pushState({}, '', '/intern/kantine');
      document.title = 'Kantine';
    });
    await overlay.find('share-note');
    assert.equal(await overlay.isShown('share'), false);
    await page.goBack();
    await overlay.find('share');
    // The site draws itself anew.
    await page.evaluate(() => {
      document.documentElement.replaceChildren(...document.documentElement.querySelectorAll('head, body'));
    });
    await overlay.find('share');
    await page.close();
  });

  test('keyboard: the panel takes the focus, Escape closes it; the browser’s command opens it', async () => {
    const { page, overlay } = await open(article);
    await overlay.find('share');
    const worker = await session.chromium.background();
    await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, url: 'https://www.silbertann.example/*' });
      await chrome.tabs.sendMessage(tab?.id ?? 0, {
        type: 'sharePage',
        body: { quote: 'Ein Satz aus dem Menü des Browsers.' },
      });
    });
    await overlay.find('share-panel');
    await page.keyboard.press('Tab');
    assert.equal(await overlay.focusedPart(), 'close');
    await page.keyboard.press('Escape');
    await overlay.waitUntilGone('share-panel');
    await page.close();
  });

  test('the picture is copied together with its description', async () => {
    await session.chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { page, overlay } = await open(article);
    await overlay.click('share');
    await overlay.click('share-picture');
    await overlay.find('share-said', (part) => /kopiert/.test(part.text));
    const kinds = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const text = item?.types.includes('text/plain') ? await (await item.getType('text/plain')).text() : '';
      return { types: item?.types ?? [], text };
    });
    assert.ok(kinds.types.includes('image/png'), String(kinds.types));
    assert.match(kinds.text, /hellgrauer Speicher/);
    await page.close();
  });

  test('panel mode and off leave the page alone, and a site that is off stays off', async () => {
    const pack = JSON.parse(readFileSync(demoPack, 'utf8')) as { website: { help?: string } };
    for (const help of ['panel', 'off']) {
      pack.website.help = help;
      await ask(session.chromium, 'loadPackFile', { name: 'p.json', json: JSON.stringify(pack) });
      await until(
        'nothing is registered',
        () => registered(session),
        (matches) => matches.length === 0,
      );
      const page = await session.chromium.open(article);
      await page.waitForTimeout(500);
      assert.equal(await page.locator('[data-botschaft]').count(), 0);
      await page.close();
    }
    await ask(session.chromium, 'useBuiltin', { id: 'demo', part: 'pack' });
    await until(
      'it is registered again',
      () => registered(session),
      (matches) => matches.length > 0,
    );
    await ask(session.chromium, 'saveSettings', { sites: { 'www.silbertann.example': 'off' } });
    const page = await session.chromium.open(article);
    await page.waitForTimeout(500);
    assert.equal(await page.locator('[data-botschaft]').count(), 0);
    await ask(session.chromium, 'saveSettings', { sites: {} });
    await (await Overlay.of(page)).find('share');
    await page.close();
  });
});

test('without the person’s permission nothing is registered and nothing appears', async () => {
  const session = await startSession({ locale: 'en-GB' });
  await ask(session.chromium, 'useBuiltin', { id: 'demo' });
  const page = await session.chromium.open(article);
  await page.waitForTimeout(500);
  assert.deepEqual(await registered(session), []);
  assert.equal(await page.locator('[data-botschaft]').count(), 0);
  await session.close();
});
