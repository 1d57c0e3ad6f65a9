// Before a post goes out: held on a blocker, asked on a warning, asked a question once, and never in the way otherwise.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import guideline from './fixtures/guideline.json' with { type: 'json' };
import { composerCalled, composers, openComposer } from './harness/composers';
import { caretOf, posted, textOf, waitForMarks } from './harness/editors';
import { applyGuideline } from './harness/extension';
import { Overlay } from './harness/overlay';
import { type Session, startSession } from './harness/session';
import { median, until } from './harness/waiting';

const isOne = (list: unknown[]) => list.length >= 1;
/** Long enough for a second post to arrive, were there one. */
const aWhile = 400;

describe('holding', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  for (const shape of composers) {
    test(`${shape.title}: a blocker holds the press, back to editing loses nothing`, async () => {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Unser Geheimprojekt 🌲');
      await waitForMarks(page, ['Geheimprojekt']);
      await page.click(shape.submit);
      const overlay = await Overlay.of(page);
      const dialog = await overlay.find('dialog');
      assert.match(dialog.text, /Geheimprojekt/);
      assert.match(dialog.role, /dialog/i);
      await page.waitForTimeout(aWhile);
      assert.deepEqual(await posted(page), []);
      await overlay.click('dialog-edit');
      await overlay.waitUntilGone('dialog');
      assert.equal(await textOf(page, shape.editor), 'Unser Geheimprojekt 🌲');
      await page.keyboard.type('!');
      await until(
        'the editor takes keys again',
        () => textOf(page, shape.editor),
        (text) => text === 'Unser Geheimprojekt 🌲!',
      );
      assert.deepEqual(await posted(page), []);
      await page.close();
    });

    test(`${shape.title}: a warning asks, "post anyway" posts exactly once, as written`, async () => {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Das wirkt garantiert 🎉');
      await waitForMarks(page, ['garantiert']);
      await page.click(shape.submit);
      const overlay = await Overlay.of(page);
      await overlay.find('dialog');
      assert.deepEqual(await posted(page), []);
      await overlay.click('dialog-post');
      const list = await until('the post is out', () => posted(page), isOne);
      await page.waitForTimeout(aWhile);
      assert.equal((await posted(page)).length, 1);
      assert.equal(list[0]?.text, 'Das wirkt garantiert 🎉');
      assert.equal(list[0]?.kind, shape.kind);
      await overlay.waitUntilGone('dialog');
      await page.close();
    });
  }

  for (const title of ['X post in the page', 'X post in the modal', 'X reply']) {
    for (const keys of ['Control+Enter', 'Meta+Enter']) {
      test(`${title}: ${keys} is held on a blocker`, async () => {
        const shape = composerCalled(title);
        const page = await openComposer(session.chromium, shape);
        await page.keyboard.type('Unser Geheimprojekt');
        await waitForMarks(page, ['Geheimprojekt']);
        await page.keyboard.press(keys);
        const overlay = await Overlay.of(page);
        await overlay.find('dialog');
        await page.waitForTimeout(aWhile);
        assert.deepEqual(await posted(page), []);
        await page.close();
      });
    }
  }

  test('Ctrl+Enter before the pause is over is held as well', async () => {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt');
    await page.keyboard.press('Control+Enter');
    const overlay = await Overlay.of(page);
    await overlay.find('dialog');
    await page.waitForTimeout(aWhile);
    assert.deepEqual(await posted(page), []);
    await page.close();
  });

  test('a blocker that follows a clean post within a second is held like any other', async () => {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Guten Morgen');
    await page.waitForTimeout(aWhile);
    await page.keyboard.press('Control+Enter');
    await until('the post is out', () => posted(page), isOne);
    await page.keyboard.insertText('Unser Geheimprojekt');
    await page.keyboard.press('Control+Enter');
    await (await Overlay.of(page)).find('dialog');
    assert.equal((await posted(page)).length, 1);
    await page.close();
  });

  test('a warning passed with Ctrl+Enter is posted once', async () => {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Das wirkt garantiert');
    await waitForMarks(page, ['garantiert']);
    await page.keyboard.press('Control+Enter');
    const overlay = await Overlay.of(page);
    await overlay.click('dialog-post');
    await until('the post is out', () => posted(page), isOne);
    await page.waitForTimeout(aWhile);
    assert.equal((await posted(page)).length, 1);
    await page.close();
  });

  test('a double click on "post anyway" posts once', async () => {
    for (const title of ['LinkedIn post (Quill 2', 'X post in the page']) {
      const shape = composerCalled(title);
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Das wirkt garantiert');
      await waitForMarks(page, ['garantiert']);
      await page.click(shape.submit);
      const overlay = await Overlay.of(page);
      const { box } = await overlay.find('dialog-post');
      await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
      await until('the post is out', () => posted(page), isOne);
      await page.waitForTimeout(aWhile);
      assert.equal((await posted(page)).length, 1, title);
      await page.close();
    }
  });

  test('the dialog offers the fix; after it the post goes out in the new words', async () => {
    const shape = composerCalled('LinkedIn post (Quill 2');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt läuft');
    await waitForMarks(page, ['Geheimprojekt']);
    await page.click(shape.submit);
    const overlay = await Overlay.of(page);
    await overlay.click('dialog-fix');
    await until(
      'the words are replaced',
      () => textOf(page, 'post'),
      (text) => text === 'Unser Vorhaben läuft',
    );
    assert.deepEqual(await posted(page), [], 'a fix does not post');
    await overlay.click('dialog-post', (part) => !part.disabled);
    const list = await until('the post is out', () => posted(page), isOne);
    assert.equal(list[0]?.text, 'Unser Vorhaben läuft');
    await page.close();
  });

  test('a blocker can be overridden only by saying so', async () => {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await page.click(shape.submit);
    const overlay = await Overlay.of(page);
    await overlay.find('dialog');
    const before = await overlay.all('dialog-post');
    assert.ok(
      before.every((part) => part.disabled),
      'posting is off until it is confirmed',
    );
    await overlay.click('dialog-confirm');
    await overlay.click('dialog-post', (part) => !part.disabled);
    await until('the post is out', () => posted(page), isOne);
    await page.waitForTimeout(aWhile);
    assert.equal((await posted(page)).length, 1);
    await page.close();
  });

  test('a thread is held when any of its parts has a blocker', async () => {
    const shape = composerCalled('X post in the modal');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Teil eins');
    await page.click('[data-testid="addButton"]');
    await page.click('[role="dialog"] [data-testid="tweetTextarea_1"]');
    await page.keyboard.type('Teil zwei: Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await page.click(shape.submit);
    const overlay = await Overlay.of(page);
    await overlay.find('dialog');
    await page.waitForTimeout(aWhile);
    assert.deepEqual(await posted(page), []);
    await page.close();
  });

  test('what an earlier part of a thread discloses is not asked for in the next one', async () => {
    const shape = composerCalled('X post in the modal');
    const rule = {
      id: 'disclosure',
      title: { de: 'Kennzeichnung', en: 'Disclosure' },
      level: 'warn',
      message: { de: 'Die Kennzeichnung fehlt.', en: 'There is no disclosure.' },
      when: [{ phrases: ['Rabattcode'] }],
      check: { type: 'required', oneOf: ['Anzeige'], within: { firstWord: true } },
    };
    await applyGuideline(session.chromium, { ...guideline, rules: [rule] }, 'de');
    const page = await openComposer(session.chromium, shape);
    const overlay = await Overlay.of(page);
    await page.keyboard.type('Neu bei uns: Bänke.');
    await page.click('[data-testid="addButton"]');
    await page.click('[role="dialog"] [data-testid="tweetTextarea_1"]');
    await page.keyboard.type('Unser Rabattcode: Holz10');
    await page.click(shape.submit);
    assert.match((await overlay.find('dialog')).text, /Kennzeichnung fehlt/);
    await overlay.click('dialog-edit');
    await overlay.waitUntilGone('dialog');
    // The later part is judged again when the earlier one changes.
    await page.click('[role="dialog"] [data-testid="tweetTextarea_0"]');
    await page.keyboard.press('Home');
    await page.keyboard.type('Anzeige: ');
    await overlay.find('pill', ({ name }) => !/Hinweis|Warnung|Fund/i.test(name));
    await page.click(shape.submit);
    const list = await until('the thread is out', () => posted(page), isOne);
    assert.match(JSON.stringify(list), /Anzeige: Neu bei uns/);
    await page.close();
    await applyGuideline(session.chromium, guideline, 'de');
  });

  test('a scheduled post (other label, after "Next") is held too, "Next" itself is not', async () => {
    const shape = composerCalled('LinkedIn post, older');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await page.click('.share-actions__scheduled-post-btn');
    await page.click('.share-box-footer__primary-btn');
    assert.equal(await page.textContent(shape.submit), 'Planen');
    await page.click(shape.submit);
    const overlay = await Overlay.of(page);
    await overlay.find('dialog');
    assert.deepEqual(await posted(page), []);
    await page.close();
  });

  test('a button of the site that says "Post" but opens the composer is left alone', async () => {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await page.click('[data-testid="SideNav_NewTweet_Button"]');
    await page.waitForSelector('[role="dialog"] [data-testid="tweetTextarea_0"]');
    const overlay = await Overlay.of(page);
    assert.equal(await overlay.isShown('dialog'), false);
    await page.close();
  });

  test('a question is asked once per post', async () => {
    const shape = composerCalled('LinkedIn post (Quill 2');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Ein Gruß an unsere Kundin');
    const overlay = await Overlay.of(page);
    await overlay.find('pill', (part) => /1/.test(part.text));
    await page.click(shape.submit);
    const dialog = await overlay.find('dialog');
    assert.match(dialog.text, /einverstanden/);
    assert.deepEqual(await posted(page), []);
    await overlay.click('question-yes');
    await overlay.click('dialog-post', (part) => !part.disabled);
    await until('the post is out', () => posted(page), isOne);

    await page.click(shape.opener ?? '');
    await page.click(shape.editable);
    await page.keyboard.type('Noch ein Gruß an die Kundin');
    await overlay.find('pill', (part) => /1/.test(part.text));
    await overlay.click('pill');
    await overlay.click('question-yes');
    await overlay.find('pill', (part) => !/1/.test(part.text));
    await page.keyboard.press('Escape');
    await page.click(shape.editable);
    await page.keyboard.press('End');
    await page.keyboard.type(' von uns');
    await page.waitForTimeout(aWhile);
    await page.click(shape.submit);
    await until(
      'the second post is out without another question',
      () => posted(page),
      (list) => list.length === 2,
    );
    await page.close();
  });

  test('what the person answers with "no" becomes a warning', async () => {
    const shape = composerCalled('LinkedIn post (Quill 2');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Ein Gruß an unsere Kundin');
    const overlay = await Overlay.of(page);
    await overlay.find('pill', (part) => /1/.test(part.text));
    await page.click(shape.submit);
    await overlay.click('question-no');
    await overlay.find('dialog', (part) => /noch einmal ansehen/i.test(part.text));
    assert.deepEqual(await posted(page), []);
    await page.close();
  });

  test('hints never hold a post', async () => {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Das ist quasi fertig');
    await waitForMarks(page, ['quasi']);
    await page.click(shape.submit);
    const [post] = await until('the post is out', () => posted(page), isOne);
    assert.equal(post?.isTrusted, true);
    await page.close();
  });

  test('an enter that belongs to an input method or starts a new line never opens the dialog', async () => {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    const overlay = await Overlay.of(page);
    await page.waitForTimeout(aWhile);
    assert.equal(await overlay.isShown('dialog'), false);
    assert.ok((await caretOf(page, shape.editor)) !== null);
    await page.close();
  });
});

describe('a clean post', () => {
  const rounds = 12;

  /** Milliseconds from the press to the site's own handler. */
  async function pressTimes(session: Session): Promise<number[]> {
    const times: number[] = [];
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    for (let round = 0; round < rounds; round++) {
      await page.click(shape.editable);
      await page.keyboard.type(`Guten Morgen aus der Leitwarte ${round}`);
      await page.waitForTimeout(500);
      await page.click(shape.submit);
      const list = await until(
        'the post is out',
        () => posted(page),
        (all) => all.length === round + 1,
      );
      const post = list[round];
      assert.equal(post?.isTrusted, true, 'the site gets the press of the person itself');
      times.push(post?.millisecondsSincePress ?? Number.NaN);
    }
    await page.close();
    return times;
  }

  test('is not delayed', async () => {
    const without = await startSession({ extension: null });
    const plain = median(await pressTimes(without).finally(() => without.close()));
    const withUs = await startSession();
    const checked = median(await pressTimes(withUs).finally(() => withUs.close()));
    console.log(`press to post: ${plain.toFixed(1)} ms without, ${checked.toFixed(1)} ms with the extension (medians)`);
    assert.ok(checked - plain < 5, `the extension adds ${(checked - plain).toFixed(1)} ms`);
  });
});
