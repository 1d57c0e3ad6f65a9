// Sites that can live on any host: nothing of ours is there until the person switches the host on, and nothing afterwards.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import guideline from './fixtures/guideline.json' with { type: 'json' };
import { type Chromium, startChromium } from './harness/chromium';
import { composerCalled, openComposer } from './harness/composers';
import { marks, posted, setText, waitForMarks } from './harness/editors';
import { applyGuideline, ask } from './harness/extension';
import { Overlay } from './harness/overlay';
import { type PreparedExtension, prepareExtension } from './harness/prepared-extension';
import { type SiteServer, startSiteServer } from './harness/site-server';
import { until } from './harness/waiting';

describe('a Mastodon server', () => {
  let server: SiteServer;
  let extension: PreparedExtension;
  let chromium: Chromium;
  const shape = composerCalled('Mastodon');
  const host = 'social.silbertann.example';
  const registered = async () => {
    const background = await chromium.background();
    return background.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id));
  };

  before(async () => {
    server = await startSiteServer();
    extension = prepareExtension('chrome', guideline, { hostsAreOn: false });
    chromium = await startChromium({ server, extension: extension.folder });
    await applyGuideline(chromium, guideline);
  });
  after(async () => {
    await chromium.close();
    await server.close();
    extension.remove();
  });

  test('is left alone until it is switched on, and again when it is switched off', async () => {
    const untouched = await openComposer(chromium, shape);
    await untouched.keyboard.type('Unser Geheimprojekt');
    await untouched.waitForTimeout(500);
    assert.deepEqual(await marks(untouched), []);
    await untouched.close();

    await ask(chromium, 'saveSettings', { hosts: { [host]: 'mastodon' } });
    await until('the script is registered', registered, (ids) => ids.length === 1);
    const page = await openComposer(chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    const overlay = await Overlay.of(page);
    await overlay.click('pill');
    await overlay.find('panel', (part) => /19 von 1000/.test(part.text));

    await ask(chromium, 'saveSettings', { hosts: {} });
    await until('the script is gone', registered, (ids) => ids.length === 0);
    await until(
      'nothing of ours is in the page',
      () => page.evaluate(() => document.querySelectorAll('[data-botschaft]').length + CSS.highlights.size),
      (count) => count === 0,
    );
    await page.click(shape.submit);
    assert.equal((await posted(page)).length, 1);
    await page.close();
  });

  test('reads the content warning as well', async () => {
    await ask(chromium, 'saveSettings', { hosts: { [host]: 'mastodon' } });
    await until('the script is registered', registered, (ids) => ids.length === 1);
    const page = await openComposer(chromium, shape);
    await page.keyboard.type('Das wirkt');
    await page.click('.cw');
    await page.click('#cw-spoiler-input');
    await page.keyboard.type('Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await page.click(shape.submit);
    await (await Overlay.of(page)).find('dialog');
    assert.deepEqual(await posted(page), []);
    await page.close();
  });

  test('counts the content warning and the text together, as the network does', async () => {
    await ask(chromium, 'saveSettings', { hosts: { [host]: 'mastodon' } });
    await until('the script is registered', registered, (ids) => ids.length === 1);
    const page = await openComposer(chromium, shape);
    await setText(page, shape.editor, `${'Hallo '.repeat(165)}quasi`);
    await waitForMarks(page, ['quasi']);
    const overlay = await Overlay.of(page);
    await overlay.click('pill');
    await overlay.find('panel', ({ text }) => /\b995\b/.test(text));
    await page.click('.cw');
    await page.click('#cw-spoiler-input');
    await page.keyboard.type('Eine Warnung');
    await overlay.find('panel', ({ text }) => /\b1[.,]?007\b/.test(text));
    await page.close();
  });
});
