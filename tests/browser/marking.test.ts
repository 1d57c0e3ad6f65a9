// Findings are painted under the right words, in every editor, without touching the page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { composerCalled, composers, openComposer } from './harness/composers';
import { policyViolations, textOf, waitForMarks } from './harness/editors';
import { Overlay } from './harness/overlay';
import { type Session, startSession } from './harness/session';

describe('marking', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  for (const shape of composers) {
    test(`${shape.title}: the right words, also after an emoji and on a second line`, async () => {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('👩‍🚒🌲 Das Geheimprojekt wirkt garantiert');
      await page.keyboard.press('Enter');
      await page.keyboard.type('und ist quasi fertig 🎉');
      const marks = await waitForMarks(page, ['Geheimprojekt', 'garantiert', 'quasi']);
      assert.deepEqual(
        marks.map((mark) => mark.level),
        ['block', 'warn', 'hint'],
      );
      assert.equal(
        await textOf(page, shape.editor),
        '👩‍🚒🌲 Das Geheimprojekt wirkt garantiert\nund ist quasi fertig 🎉',
      );
      assert.deepEqual(await policyViolations(page), []);
      const pill = await (await Overlay.of(page)).find('pill', (part) => /3/.test(part.text));
      assert.match(pill.name, /Botschaft/);
      await page.close();
    });
  }

  test('a hashtag that the site colours on its own does not shift what follows', async () => {
    const page = await openComposer(session.chromium, composerCalled('X post in the page'));
    await page.keyboard.type('#Energie 🔋 #Netz und garantiert #mehr quasi');
    await waitForMarks(page, ['garantiert', 'quasi']);
    await page.close();
  });

  test('marks go with the words that are deleted, and come back with undo', async () => {
    const page = await openComposer(session.chromium, composerCalled('LinkedIn post (Quill 2'));
    await page.keyboard.type('Das ist garantiert');
    await waitForMarks(page, ['garantiert']);
    for (let key = 0; key < 'garantiert'.length; key++) await page.keyboard.press('Backspace');
    await waitForMarks(page, []);
    await page.keyboard.type('garantiert gut');
    await waitForMarks(page, ['garantiert']);
    await page.close();
  });

  test('two composers open at once keep their marks apart', async () => {
    const page = await openComposer(session.chromium, composerCalled('X post in the page'));
    await page.keyboard.type('Im Feld garantiert');
    await waitForMarks(page, ['garantiert']);
    await page.click('[data-testid="SideNav_NewTweet_Button"]');
    await page.click('[role="dialog"] [data-testid="tweetTextarea_0"]');
    await page.keyboard.type('Im Fenster quasi');
    const marks = await waitForMarksInAnyOrder(page, ['garantiert', 'quasi']);
    assert.equal(marks.length, 2);
    await page.close();
  });

  test('every part of a thread is marked', async () => {
    const shape = composerCalled('X post in the modal');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Erster Teil garantiert');
    await page.click('[data-testid="addButton"]');
    await page.click('[role="dialog"] [data-testid="tweetTextarea_1"]');
    await page.keyboard.type('Zweiter Teil quasi');
    await waitForMarks(page, ['garantiert', 'quasi']);
    await page.close();
  });
});

async function waitForMarksInAnyOrder(page: Parameters<typeof waitForMarks>[0], words: string[]) {
  const orders = [words, [...words].reverse()];
  return Promise.any(orders.map((order) => waitForMarks(page, order)));
}
