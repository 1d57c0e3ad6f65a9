// When to post: what the pill says, slots and their calendar file in the side panel, counts in the toolbar's window, and
// the time on the sites, counted only where the person wants it.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { composerCalled, openComposer } from './harness/composers';
import { applyGuideline, ask } from './harness/extension';
import { Overlay } from './harness/overlay';
import { type Session, startSession } from './harness/session';
import { until } from './harness/waiting';

const day = 24 * 60 * 60_000;
const date = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const shots = new URL('../../build/screenshots/timing/', import.meta.url).pathname;

const text = (de: string, en: string) => ({ de, en });

/** A guideline by which today and tomorrow are no days for posting; on the days after, eight to six. */
const quietDays = {
  format: 1,
  id: 'timing',
  version: '1',
  name: text('Zeiten', 'Times'),
  owner: { name: 'Testkommunikation' },
  timeZone: 'UTC',
  workingTime: { minutesPerDay: 45 },
  rules: [
    {
      id: 'quiet',
      level: 'hint',
      title: text('Ruhige Zeit', 'Quiet time'),
      message: text('{period}. Nächste gute Zeit: {next}.', '{period}. Next good time: {next}.'),
      check: {
        type: 'calendar',
        quiet: [
          {
            from: date(Date.now() - day),
            until: date(Date.now() + day),
            name: text('Quartalsbericht', 'Quarterly report'),
          },
        ],
      },
    },
    {
      id: 'hours',
      level: 'hint',
      title: text('Bürozeit', 'Office hours'),
      message: text('Nächste gute Zeit: {next}.', 'Next good time: {next}.'),
      check: {
        type: 'calendar',
        windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '08:00', to: '18:00' }],
      },
    },
    {
      id: 'daily',
      level: 'hint',
      title: text('Tagesgrenze', 'Daily cap'),
      message: text('{count} von {max}', '{count} of {max}'),
      where: { kinds: ['post'] },
      check: { type: 'frequency', perDay: 2 },
    },
  ],
};

describe('timing', () => {
  let session: Session;
  before(async () => {
    mkdirSync(shots, { recursive: true });
    session = await startSession();
    await applyGuideline(session.chromium, quietDays);
  });
  after(() => session.close());

  async function picture(page: Page, name: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${shots}${name}-${colorScheme}.png` });
    }
  }

  test('the pill says that now is not good, why, and when it is; the panel says it in full', async () => {
    const page = await openComposer(session.chromium, composerCalled('LinkedIn post (Quill 2'));
    await page.keyboard.type('Wir haben heute einen Baum gepflanzt.');
    const overlay = await Overlay.of(page);
    const pill = await overlay.find('pill', ({ name }) => /Jetzt nicht/.test(name));
    assert.match(pill.name, /Jetzt nicht: Ruhige Zeit \(Quartalsbericht\)\. Nächste gute Zeit: .*08:00/);
    assert.match(pill.text, /08:00/);
    await overlay.click('pill');
    const panel = await overlay.find('panel', (part) => /Quartalsbericht/.test(part.text));
    assert.match(panel.text, /Jetzt nicht: Ruhige Zeit \(Quartalsbericht\)/);
    await page.screenshot({ path: `${shots}pill.png` });
    await page.close();
  });

  for (const [language, words] of [
    [
      'de',
      {
        open: 'Wann posten',
        not: /^Jetzt nicht: Ruhige Zeit \(Quartalsbericht\)\.$/,
        file: 'Kalenderdatei (.ics)',
        used: 'Tagesgrenze: 1 von 2 heute',
      },
    ],
    [
      'en',
      {
        open: 'When to post',
        not: /^Not now: Quiet time \(Quarterly report\)\.$/,
        file: 'Calendar file (.ics)',
        used: 'Daily cap: 1 of 2 today',
      },
    ],
  ] as const) {
    test(`side panel and toolbar's window: slots with reasons, a file that calendars read, counts (${language})`, async () => {
      await ask(session.chromium, 'saveSettings', { uiLanguage: language });
      await ask(session.chromium, 'deleteStored', { what: 'history' });
      await ask(session.chromium, 'posted', { network: 'linkedin', kind: 'post' });
      await ask(session.chromium, 'useBuiltin', { id: 'demo', part: 'library' });
      const page = await session.chromium.open(session.chromium.extensionPage('sidepanel.html'));
      await page.setViewportSize({ width: 400, height: 900 });
      const plan = page.locator('[data-part=plan]');
      await plan.locator('summary', { hasText: words.open }).click();
      await plan.locator('[data-part=slot]').nth(4).waitFor();
      assert.match((await plan.locator('[data-part=plan-now]').textContent()) ?? '', words.not);
      const slots = await plan.locator('[data-part=slot]').all();
      assert.equal(slots.length, 5);
      assert.match((await slots[0]?.textContent()) ?? '', /08:00–18:00/);
      const shown = await Promise.all(slots.map(async (slot) => Number(await slot.getAttribute('data-utc'))));
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        plan.getByRole('button', { name: words.file }).click(),
      ]);
      assert.equal(download.suggestedFilename(), 'botschaft.ics');
      const calendar = new ICAL.Component(ICAL.parse(readFileSync((await download.path()) ?? '', 'utf8')));
      assert.deepEqual(
        calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).startDate.toUnixTime()),
        shown,
      );
      await picture(page, `panel-${language}-400`);
      await page.setViewportSize({ width: 1280, height: 900 });
      await picture(page, `panel-${language}-1280`);
      await plan.locator('input[type=checkbox]').check();
      await plan.locator('[data-part=slot]').nth(3).waitFor({ state: 'detached' });
      assert.equal(await plan.locator('[data-part=slot]').count(), 3);
      await page.close();

      const popup = await session.chromium.open(session.chromium.extensionPage('popup.html'));
      await popup.setViewportSize({ width: 400, height: 700 });
      const caps = popup.locator('[data-part=caps] li');
      await caps.first().waitFor();
      assert.equal(await caps.first().textContent(), words.used);
      await picture(popup, `popup-${language}-400`);
      await popup.close();
    });
  }

  test('the time on a site is counted when it is switched on, and a gentle notice comes at the budget', async () => {
    await ask(session.chromium, 'saveSettings', { uiLanguage: 'de', countTime: true });
    const options = await session.chromium.open(session.chromium.extensionPage('options.html'));
    const section = options.locator('#time');
    await section.getByText('Leer: 45 Minuten, wie es deine Leitlinie sagt.').waitFor();
    await section.scrollIntoViewIfNeeded();
    await picture(options, 'options-de-1280');
    await options.close();
    // Fifty seconds of the one minute have been spent already; the page in front brings the rest.
    await ask(session.chromium, 'saveSettings', { workMinutes: 1 });
    assert.deepEqual(await ask(session.chromium, 'worked', { seconds: 50 }), { used: false });
    const page = await openComposer(session.chromium, composerCalled('LinkedIn post (Quill 2'));
    await page.keyboard.type('Noch schnell etwas.');
    const overlay = await Overlay.of(page);
    const notices = await until(
      'the notice is shown',
      () => overlay.all('notice'),
      (shown) => shown.some(({ text: said }) => /ist um/.test(said)),
      30_000,
    );
    assert.match(notices.map(({ text: said }) => said).join(' '), /Niemand außer dir erfährt davon/);
    await page.screenshot({ path: `${shots}time-is-up.png` });
    await page.close();
    await ask(session.chromium, 'saveSettings', { countTime: false });
    assert.equal((await ask(session.chromium, 'stored', {})).stored.workTime, undefined);
  });
});
