// What happens when the browser stops the background, when the core is gone, and when the extension is updated.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startChromium } from './harness/chromium';
import { composerCalled, openComposer } from './harness/composers';
import { posted, waitForMarks } from './harness/editors';
import { ask, stopBackground } from './harness/extension';
import { Overlay } from './harness/overlay';
import { chromeExtension } from './harness/paths';
import { type Session, startSession } from './harness/session';
import { startSiteServer } from './harness/site-server';
import { until } from './harness/waiting';

describe('a background that the browser stops', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  test('between two words: the next check works as before, with the same guideline', async () => {
    const page = await openComposer(session.chromium, composerCalled('LinkedIn post (Quill 2'));
    await page.keyboard.type('Das ist garantiert');
    await waitForMarks(page, ['garantiert']);
    await stopBackground(session.chromium);
    await page.bringToFront();
    await page.keyboard.type(' und quasi');
    await waitForMarks(page, ['garantiert', 'quasi']);
    await page.close();
  });

  test('between the check and the press: the blocker still holds', async () => {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await stopBackground(session.chromium);
    await page.bringToFront();
    await page.click(shape.submit);
    await (await Overlay.of(page)).find('dialog');
    assert.deepEqual(await posted(page), []);
    await page.close();
  });

  test('right before a press with new text: the press is checked', async () => {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Guten Morgen');
    await page.waitForTimeout(400);
    await stopBackground(session.chromium);
    await page.bringToFront();
    await page.keyboard.type(' Geheimprojekt');
    await page.keyboard.press('Control+Enter');
    await (await Overlay.of(page)).find('dialog');
    assert.deepEqual(await posted(page), []);
    await page.close();
  });

  test('what was posted is remembered over the stop', async () => {
    const before = await ask(session.chromium, 'stored', {});
    await stopBackground(session.chromium);
    assert.deepEqual(await ask(session.chromium, 'stored', {}), before);
  });
});

test('without the core the post goes through, and the pill says that nothing was checked', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'botschaft-broken-'));
  cpSync(chromeExtension, broken, { recursive: true });
  rmSync(join(broken, 'botschaft.wasm'), { force: true });
  const server = await startSiteServer();
  const chromium = await startChromium({ server, extension: broken });
  try {
    await ask(chromium, 'saveSettings', { uiLanguage: 'de' });
    for (const title of ['LinkedIn post (Quill 2', 'X post in the page']) {
      const shape = composerCalled(title);
      const page = await openComposer(chromium, shape);
      await page.keyboard.type('Unser Geheimprojekt');
      const overlay = await Overlay.of(page);
      await overlay.find('pill', (part) => /Nicht geprüft/.test(`${part.text} ${part.name}`));
      await page.click(shape.submit);
      const list = await until(
        'the post is out',
        () => posted(page),
        (all) => all.length > 0,
      );
      assert.equal(list.length, 1);
      assert.equal(list[0]?.text, 'Unser Geheimprojekt');
      await overlay.find('notice', (part) => /ungeprüft/.test(part.text));
      await page.close();
    }
  } finally {
    await chromium.close();
    await server.close();
    rmSync(broken, { recursive: true, force: true });
  }
});

test('after the extension was reloaded under an open page the post goes through and the pill says to reload', async () => {
  const session = await startSession();
  try {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Guten Morgen');
    await page.waitForTimeout(400);
    const background = await session.chromium.background();
    await background.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await page.waitForTimeout(500);
    await page.keyboard.type(' Geheimprojekt');
    const overlay = await Overlay.of(page);
    await overlay.find('pill', (part) => /neu laden/i.test(`${part.text} ${part.name}`));
    await page.click(shape.submit);
    const list = await until(
      'the post is out',
      () => posted(page),
      (all) => all.length > 0,
    );
    assert.equal(list[0]?.text, 'Guten Morgen Geheimprojekt');
    await page.close();
  } finally {
    await session.close();
  }
});
