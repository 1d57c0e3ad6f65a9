// Own words: a pasted text and a caption made one's own are checked where they are written; the language follows at once.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask } from './harness/extension';
import { type Session, startSession } from './harness/session';

const sloppyText = 'Unser Geheimprojekt wirkt garantiert und ist quasi fertig';

describe('own words', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  async function openPage(path: string): Promise<Page> {
    const page = await session.chromium.context.newPage();
    await page.setViewportSize({ width: 400, height: 900 });
    await page.goto(session.chromium.extensionPage(path));
    await page.waitForSelector('h1');
    return page;
  }

  test('a pasted text is checked, mended with one click, and undo takes it back', async () => {
    const page = await openPage('popup.html');
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
    const panel = await openPage('sidepanel.html');
    const options = await openPage('options.html');
    await options.getByLabel('Sprache der Erweiterung').selectOption('en');
    await options.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await panel.bringToFront();
    await panel.getByRole('heading', { level: 1, name: 'Content library' }).waitFor();
    assert.equal(await panel.locator('html').getAttribute('lang'), 'en');
    await options.getByLabel('Language of the extension').selectOption('de');
    await options.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    await Promise.all([panel.close(), options.close()]);
  });

  test('own words are checked below the field, and a text that the guideline stops is not shared', async () => {
    await ask(session.chromium, 'useBuiltin', { id: 'demo', part: 'library' });
    const page = await openPage('sidepanel.html');
    const card = page.locator('.library-card').first();
    await card.getByRole('button', { name: /^In deinen Worten/ }).click();
    await card.locator('textarea').fill(sloppyText);
    await card.locator('.finding').nth(2).waitFor();
    await card.getByRole('button', { name: /^Auf LinkedIn teilen/ }).click();
    await card.getByText('Die Leitlinie stoppt diesen Text.').waitFor();
    const opened = session.chromium.context.pages().filter((each) => each.url().includes('linkedin.com'));
    assert.equal(opened.length, 0);
    await page.close();
  });

  test('a note on a finding is kept here, shown in the settings, and deleted on request', async () => {
    const popup = await openPage('popup.html');
    await popup.locator('textarea').fill(sloppyText);
    const finding = popup.locator('.finding').first();
    await finding.getByRole('button', { name: /^Stimmt nicht\?/ }).click();
    await finding.getByLabel('Warum stimmt das nicht?').fill('Das ist seit Mai öffentlich.');
    await finding.getByRole('button', { name: 'Notiz behalten' }).click();
    await finding.getByText('Notiz behalten.').waitFor();
    await popup.close();
    const options = await openPage('options.html');
    const notes = options.locator('#notes');
    await notes.getByText('Das ist seit Mai öffentlich.').waitFor();
    await notes.getByRole('button', { name: 'Alle Notizen löschen' }).click();
    await notes.getByRole('button', { name: 'Löschen', exact: true }).click();
    await notes.getByText('Du hast nichts als falsch markiert.').waitFor();
    await options.close();
  });
});
