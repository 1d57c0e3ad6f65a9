// A fix is one press: the words change in the editor's own model, the caret stays sensible, and undo works.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { composers, openComposer } from './harness/composers';
import { caretOf, type EditorName, posted, textOf, waitForMarks } from './harness/editors';
import { Overlay } from './harness/overlay';
import { type Session, startSession } from './harness/session';

async function waitForText(page: Page, editor: EditorName, wanted: string): Promise<void> {
  const end = Date.now() + 5000;
  let seen = '';
  while (Date.now() < end) {
    seen = await textOf(page, editor);
    if (seen === wanted) return;
    await page.waitForTimeout(20);
  }
  assert.equal(seen, wanted);
}

/** Quill takes what happens within a second for one step of its undo; nobody reads a reason and presses that fast. */
const oneUndoStep = 1100;

describe('fixing', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  for (const shape of composers.filter(({ title }) => /LinkedIn/.test(title))) {
    test(`${shape.title}: undo right after a quick fix leaves what was typed`, async () => {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Das Geheimprojekt');
      await waitForMarks(page, ['Geheimprojekt']);
      await page.keyboard.press('Alt+Shift+F');
      const overlay = await Overlay.of(page);
      await overlay.find('card');
      await page.keyboard.press('Enter');
      await waitForText(page, shape.editor, 'Das Vorhaben');
      await page.keyboard.press('Control+z');
      await waitForText(page, shape.editor, 'Das Geheimprojekt');
      await page.close();
    });
  }

  for (const shape of composers) {
    test(`${shape.title}: fix, caret, typing on, undo`, async () => {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Erste Zeile 🌲 bleibt');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Das Geheimprojekt startet');
      await waitForMarks(page, ['Geheimprojekt']);
      const overlay = await Overlay.of(page);
      await overlay.click('pill');
      const fix = await overlay.click('fix', (part) => /Vorhaben/.test(part.name));
      assert.match(fix.text, /Vorhaben/);

      await waitForText(page, shape.editor, 'Erste Zeile 🌲 bleibt\nDas Vorhaben startet');
      await waitForMarks(page, []);
      assert.deepEqual(await posted(page), [], 'a fix never posts');
      const caret = await caretOf(page, shape.editor);
      const afterTheWord = 'Erste Zeile 🌲 bleibt\nDas Vorhaben'.length;
      assert.deepEqual(caret, { start: afterTheWord, end: afterTheWord }, 'the caret is behind the new words');

      await page.waitForTimeout(oneUndoStep);
      await page.keyboard.type(' jetzt');
      await waitForText(page, shape.editor, 'Erste Zeile 🌲 bleibt\nDas Vorhaben jetzt startet');
      for (let press = 0; press < 8 && !(await textOf(page, shape.editor)).includes('Geheimprojekt'); press++) {
        await page.keyboard.press('Control+z');
      }
      assert.match(await textOf(page, shape.editor), /Das Geheimprojekt/, 'undo brings the words back');
      await waitForMarks(page, ['Geheimprojekt']);
      await page.close();
    });
  }

  test('a fix that deletes leaves no double space behind and nothing else changed', async () => {
    const shape = composers[4] as (typeof composers)[number];
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Es ist quasi fertig');
    await waitForMarks(page, ['quasi']);
    const overlay = await Overlay.of(page);
    await overlay.click('pill');
    await overlay.click('fix');
    await waitForMarks(page, []);
    assert.match(await textOf(page, shape.editor), /^Es ist ? ?fertig$/);
    await page.close();
  });
});
