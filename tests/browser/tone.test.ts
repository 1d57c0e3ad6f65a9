// How a text sounds: in the popup, in the composer's panel, and as findings of a guideline that sets bounds.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { composerCalled, openComposer } from './harness/composers';
import { ask, stopBackground } from './harness/extension';
import { Overlay } from './harness/overlay';
import { type Session, startSession } from './harness/session';
import { until } from './harness/waiting';

const effusive =
  'Unser einzigartiges, innovatives Produkt ist garantiert das beste am Markt und unschlagbar günstig! 🚀';

describe('tone', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  test('popup: every dimension with its words and what the guideline wants, in both languages', async () => {
    await ask(session.chromium, 'useBuiltin', { id: 'demo' });
    for (const [uiLanguage, tone, hype, wanted] of [
      ['de', 'Ton', 'Überschwang', 'Die Leitlinie wünscht höchstens 40.'],
      ['en', 'Tone', 'Hype', 'The guideline wants at most 40.'],
    ] as const) {
      await ask(session.chromium, 'saveSettings', { uiLanguage });
      const page = await session.chromium.open(session.chromium.extensionPage('popup.html'));
      await page.locator('textarea').fill(effusive);
      const summary = page.locator('.tone > summary');
      assert.equal(await summary.innerText(), tone);
      await summary.click();
      await page.locator('.tone-list > li').nth(8).waitFor();
      assert.equal(await page.locator('.tone-list > li').count(), 9);
      const dimension = page.locator('.tone-list > li', { hasText: hype });
      assert.equal(await dimension.getAttribute('data-off'), 'true');
      const text = await dimension.innerText();
      assert.ok(text.includes(wanted), text);
      assert.match(text, /↑.*einzigartiges.*besonderes/s);
      assert.equal(
        await dimension.locator('.tone-words > li', { hasText: '↓' }).count(),
        0,
        'only what works against it',
      );

      // The tone follows the text, also where the background was stopped in between and had to load the lists again.
      await stopBackground(session.chromium);
      await page
        .locator('textarea')
        .fill('Wir haben heute gemeinsam einen Baum gepflanzt und danken allen, die da waren.');
      await until(
        'the tone is the new text’s',
        () => dimension.getAttribute('data-off'),
        (isOff) => isOff === 'false',
      );
      await page.close();
    }
    await ask(session.chromium, 'saveSettings', { uiLanguage: 'de' });
  });

  test('panel: the tone is told when it is asked for, and tells the words', async () => {
    await ask(session.chromium, 'useBuiltin', { id: 'demo' });
    const page = await openComposer(session.chromium, composerCalled('LinkedIn post (Quill 2'));
    await page.keyboard.type(`${effusive} Das Geheimprojekt läuft.`);
    const overlay = await Overlay.of(page);
    // The panel is laid out anew when the findings come in.
    await overlay.find('pill', ({ name }) => /[1-9]/.test(name));
    await overlay.click('pill');
    await overlay.find('finding');
    const closed = await overlay.find('tone');
    assert.equal(closed.text.trim(), 'Ton');
    await overlay.click('tone-open');
    const open = await overlay.find('tone', ({ text }) => /Überschwang/.test(text));
    assert.match(open.text, /einzigartiges/);
    assert.match(open.text, /Die Leitlinie wünscht höchstens 40/);
    await page.close();
  });

  test('a bound of the guideline is a finding, without anybody asking for the tone', async () => {
    await ask(session.chromium, 'useBuiltin', { id: 'demo' });
    await stopBackground(session.chromium);
    const answer = await ask(session.chromium, 'check', { text: effusive, network: 'linkedin', kind: 'post' });
    assert.ok(answer.ok);
    assert.equal(answer.tone, undefined);
    assert.deepEqual(
      answer.findings.filter(({ type }) => type === 'tone').map(({ rule }) => rule),
      ['silbertann-sober'],
    );
  });
});
