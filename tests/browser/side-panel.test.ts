// The side panel's cards: the person's own words stay until they discard them, and what is shown is what is shared.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { ask } from './harness/extension';
import { type Session, startSession } from './harness/session';
import { until } from './harness/waiting';

const title = 'Die dritte TannBox ist da';

describe('side panel: own words', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  beforeEach(async () => {
    await ask(session.chromium, 'deleteStored', { what: 'everything' });
    await ask(session.chromium, 'saveSettings', { uiLanguage: 'de' });
    await ask(session.chromium, 'useBuiltin', { id: 'demo' });
  });
  after(() => session.close());

  async function openPanel(): Promise<{ page: Page; card: Locator }> {
    const page = await session.chromium.context.newPage();
    await page.setViewportSize({ width: 400, height: 900 });
    await page.goto(session.chromium.extensionPage('sidepanel.html'));
    await page.getByPlaceholder('Bibliothek durchsuchen').fill('TannBox');
    const card = page.locator('.library-card', { hasText: title });
    await card.waitFor();
    return { page, card };
  }
  const editButton = (card: Locator) => card.locator('button.toggle');
  const discard = async (card: Locator) => card.getByRole('button', { name: /^Verwerfen/ }).click();

  test('they stay when the field is closed, another variant is looked at, and the search changes', async () => {
    const { page, card } = await openPanel();
    const words = 'Mein Team hat daran gebaut 🌲';
    await editButton(card).click();
    await card.locator('textarea').fill(words);
    await editButton(card).click();
    assert.equal(await card.locator('textarea').count(), 0);
    await editButton(card).click();
    assert.equal(await card.locator('textarea').inputValue(), words);

    await card.locator('select').selectOption('1');
    assert.notEqual(await card.locator('.caption').textContent(), words);
    await card.locator('select').selectOption({ label: 'Deine Worte' });
    assert.equal(await card.locator('textarea').inputValue(), words);

    await page.getByPlaceholder('Bibliothek durchsuchen').fill('Leitwarte');
    await page.locator('.library-card', { hasText: 'Leitwarte' }).first().waitFor();
    assert.equal(await page.locator('.library-card').first().locator('textarea').inputValue(), words);
    await page.getByPlaceholder('Bibliothek durchsuchen').fill('');
    assert.equal(await card.locator('textarea').inputValue(), words);
    await discard(card);
    assert.equal(await card.locator('textarea').count(), 0);
    assert.equal(await card.locator('option', { hasText: 'Deine Worte' }).count(), 0);
    await page.close();
  });

  test('they are there when the panel is opened again, until they are discarded or everything is deleted', async () => {
    const first = await openPanel();
    await editButton(first.card).click();
    await first.card.locator('textarea').fill('Noch nicht fertig');
    await first.page.close();
    const { page, card } = await openPanel();
    await card.locator('textarea').waitFor();
    assert.equal(await card.locator('textarea').inputValue(), 'Noch nicht fertig');
    const options = await session.chromium.open(session.chromium.extensionPage('options.html'));
    await options.getByText('Was du zu Inhalten geschrieben hast').waitFor();
    await options.close();
    await ask(session.chromium, 'deleteStored', { what: 'everything' });
    await ask(session.chromium, 'saveSettings', { uiLanguage: 'de' });
    await ask(session.chromium, 'useBuiltin', { id: 'demo' });
    await page.reload();
    await page.locator('.library-card').first().waitFor();
    assert.equal(await page.locator('textarea').count(), 0);
    await page.close();
  });

  test('the field keeps the caret while its card moves', async () => {
    const { page } = await openPanel();
    await page.getByPlaceholder('Bibliothek durchsuchen').fill('');
    const cards = page.locator('.library-card');
    await cards.nth(9).waitFor();
    const name = (await cards.nth(5).locator('h2').textContent()) ?? '';
    const card = page.locator('.library-card', { hasText: name });
    await editButton(card).click();
    await card.locator('textarea').fill('Meine Worte');
    await page.getByPlaceholder('Bibliothek durchsuchen').fill('TannBox');
    await card.locator('textarea').press('End');
    await until(
      'the card stands first',
      () => cards.first().locator('h2').textContent(),
      (first) => first === name,
    );
    await page.keyboard.type(' hier');
    assert.equal(await card.locator('textarea').inputValue(), 'Meine Worte hier');
    await page.close();
  });

  test('an approved text that X takes for a copy: the card says so, and offers own words', async () => {
    const { page, card } = await openPanel();
    const before = session.chromium.context.pages().length;
    await card.getByRole('button', { name: /^Auf X teilen/ }).click();
    await card.getByText('Die Leitlinie rät davon ab, das so auf X zu posten.').waitFor();
    await card.getByText(/Kopierter Text: 100 %/).waitFor();
    assert.equal(session.chromium.context.pages().length, before, 'nothing was opened');
    await card.locator('.outcome').getByRole('button', { name: 'In deinen Worten' }).click();
    await until(
      'the caret is in the field',
      () => card.locator('textarea').evaluate((field) => field === document.activeElement),
      Boolean,
    );
    assert.equal(await card.locator('.outcome').textContent(), '');
    await card.locator('textarea').fill('Ich arbeite bei Silbertann und habe mitgebaut.');
    const [shared] = await Promise.all([
      session.chromium.context.waitForEvent('page'),
      card.getByRole('button', { name: /^Auf X teilen/ }).click(),
    ]);
    await shared.close();
    await discard(card);
    await page.close();
  });

  test('what was said about a text goes with the text: nothing unchecked is shared all the same', async () => {
    const { page, card } = await openPanel();
    await editButton(card).click();
    await card.locator('textarea').fill('Ich arbeite bei Silbertann. Projekt Eisvogel kommt.');
    await card.getByRole('button', { name: /^Auf X teilen/ }).click();
    await card.getByRole('button', { name: 'Trotzdem teilen' }).waitFor();
    await card.locator('textarea').press('End');
    await page.keyboard.type(' Und Projekt Wintermond.');
    assert.equal(await card.locator('.outcome').textContent(), '');
    assert.equal(await card.getByRole('button', { name: 'Trotzdem teilen' }).count(), 0);
    await discard(card);
    await page.close();
  });
});
