// The overlay by keyboard and mouse: it takes the focus only when asked to, gives it back, and keeps to itself.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { TabMessages } from '../../extension/src/messages';
import { composerCalled, composers, openComposer } from './harness/composers';
import { caretOf, policyViolations, posted, textOf, waitForMarks } from './harness/editors';
import { ask } from './harness/extension';
import { type Box, Overlay } from './harness/overlay';
import { type Session, startSession } from './harness/session';
import { until } from './harness/waiting';

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

describe('overlay', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  /** One message from the background to the content script; only one page of a site is open. */
  async function tell<T extends keyof TabMessages>(type: T, body: TabMessages[T][0]): Promise<unknown> {
    const background = await session.chromium.background();
    const message: unknown = { type, body };
    return background.evaluate(async (sent) => {
      const tabs = await chrome.tabs.query({});
      return Promise.any(tabs.map(async (tab) => chrome.tabs.sendMessage(tab.id ?? -1, sent)));
    }, message);
  }

  test('Alt+Shift+F goes from finding to finding, a fix is one key away, Escape goes back to the text', async () => {
    for (const title of ['LinkedIn post (Quill 2', 'LinkedIn comment (tiptap)', 'X post in the page']) {
      const shape = composerCalled(title);
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Das Geheimprojekt ist garantiert fertig');
      await waitForMarks(page, ['Geheimprojekt', 'garantiert']);
      const overlay = await Overlay.of(page);
      await page.keyboard.press('Alt+Shift+KeyF');
      await overlay.find('card', (part) => /Geheimprojekt/.test(part.text));
      await page.keyboard.press('Alt+Shift+KeyF');
      await overlay.find('card', (part) => /garantiert/.test(part.text));
      await page.keyboard.press('Escape');
      await overlay.waitUntilGone('card');
      await page.keyboard.type('!');
      const marked = 'Das Geheimprojekt ist garantiert! fertig';
      await until(
        'the caret is behind the words',
        () => textOf(page, shape.editor),
        (text) => text === marked,
      );

      await page.keyboard.press('Alt+Shift+KeyF');
      await overlay.find('card', (part) => /Geheimprojekt/.test(part.text));
      await page.keyboard.press('Enter');
      const mended = 'Das Vorhaben ist garantiert! fertig';
      await until(
        'Enter presses the fix',
        () => textOf(page, shape.editor),
        (text) => text === mended,
      );
      assert.deepEqual(await posted(page), []);
      await page.close();
    }
  });

  test('a card opens when the pointer rests on marked words, and neither it nor a click on it takes the focus', async () => {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Das Geheimprojekt startet');
    const [mark] = await waitForMarks(page, ['Geheimprojekt']);
    assert.ok(mark);
    await page.mouse.move(mark.box.x + 20, mark.box.y + mark.box.height / 2);
    const overlay = await Overlay.of(page);
    const card = await overlay.find('card');
    assert.equal(overlap(card.box, mark.box), false, 'the words stay readable');
    await page.keyboard.type(' bald');
    assert.equal(await textOf(page, 'inline'), 'Das Geheimprojekt startet bald');
    await overlay.waitUntilGone('card');

    await page.mouse.move(mark.box.x + 30, mark.box.y + mark.box.height / 2);
    await overlay.find('card');
    await page.mouse.move(5, 500);
    await overlay.waitUntilGone('card');
    await page.close();
  });

  test('the panel covers neither the editor nor the post button where the window has room', async () => {
    for (const shape of composers) {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Unser Geheimprojekt wirkt garantiert');
      await waitForMarks(page, ['Geheimprojekt', 'garantiert']);
      const overlay = await Overlay.of(page);
      await overlay.click('pill');
      const panel = await overlay.find('panel');
      for (const selector of [shape.editable, shape.submit]) {
        const box = await page.locator(selector).first().boundingBox();
        assert.ok(box);
        assert.equal(overlap(panel.box, box), false, `${shape.title}: ${selector}`);
      }
      await page.keyboard.type('!');
      assert.equal(
        await textOf(page, shape.editor),
        'Unser Geheimprojekt wirkt garantiert!',
        'the caret is in the text',
      );
      await page.keyboard.press('Escape');
      await overlay.waitUntilGone('panel');
      await page.close();
    }
  });

  test('the pill follows its composer when the page scrolls and when the window changes', async () => {
    const shape = composerCalled('LinkedIn comment (tiptap)');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    const overlay = await Overlay.of(page);
    const distance = async () => {
      const pill = await overlay.find('pill');
      const editor = await page.locator(shape.editable).first().boundingBox();
      assert.ok(editor);
      return `${Math.round(pill.box.x - editor.x - editor.width)} ${Math.round(pill.box.y - editor.y)}`;
    };
    const before = await distance();
    await page.evaluate(() => {
      document.body.style.minHeight = '3000px';
      window.scrollTo(0, 120);
    });
    await until('it has followed the scrolling', distance, (now) => now === before);
    await page.setViewportSize({ width: 1100, height: 700 });
    await until('it has followed the window', distance, (now) => now === before);
    await page.evaluate(() => document.querySelector('main')?.prepend(document.createElement('hr')));
    await until('it has followed the page', distance, (now) => now === before);
    await page.close();
  });

  test('the pill goes with its composer, and comes with the text', async () => {
    const shape = composerCalled('LinkedIn post, older');
    const page = await openComposer(session.chromium, shape);
    const overlay = await Overlay.of(page);
    assert.equal(await overlay.isShown('pill'), false, 'an empty composer needs nothing of ours');
    await page.keyboard.type('Guten Morgen');
    await overlay.find('pill');
    await page.evaluate(() => document.querySelector('.share-box-v2__modal')?.remove());
    await overlay.waitUntilGone('pill');
    await page.close();
  });

  test('the dialog keeps the focus, also from a site that wants it back, until Escape returns it to the text', async () => {
    for (const title of ['LinkedIn post (Quill 2', 'X post in the modal']) {
      const shape = composerCalled(title);
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Unser Geheimprojekt');
      await waitForMarks(page, ['Geheimprojekt']);
      await page.evaluate((selector) => {
        const dialog = [document, document.querySelector('#interop-outlet')?.shadowRoot]
          .map((root) => root?.querySelector<HTMLElement>(selector))
          .find(Boolean);
        // As sites trap the focus in their modals.
        document.addEventListener('focusout', (event) => {
          if (!event.relatedTarget || !dialog?.contains(event.relatedTarget as Node)) {
            dialog?.querySelector<HTMLElement>('button')?.focus();
          }
        });
      }, '[role="dialog"]');
      await page.click(shape.submit);
      const overlay = await Overlay.of(page);
      await overlay.find('dialog');
      const names: string[] = [];
      for (let press = 0; press < 6; press++) {
        await page.keyboard.press('Tab');
        names.push(await overlay.focusedPart());
      }
      assert.deepEqual(
        [...new Set(names)].sort(),
        ['dialog-confirm', 'dialog-edit', 'dialog-fix'],
        `${title}: ${names.join(' ')}`,
      );
      await page.keyboard.press('Escape');
      await overlay.waitUntilGone('dialog');
      await page.keyboard.type('!');
      await until(
        'the text has the focus',
        () => textOf(page, shape.editor),
        (text) => text === 'Unser Geheimprojekt!',
      );
      assert.deepEqual(await posted(page), []);
      await page.close();
    }
  });

  test('Tab past the panel’s last part, and Escape, lead back to the text', async () => {
    const shape = composerCalled('X post in the page');
    for (const way of ['Tab', 'Shift+Tab', 'Escape'] as const) {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Unser Geheimprojekt');
      await waitForMarks(page, ['Geheimprojekt']);
      const overlay = await Overlay.of(page);
      await overlay.focus('pill');
      await page.keyboard.press('Enter');
      await overlay.find('panel');
      // A page may take the focus away, and give it to nothing.
      if (way === 'Escape') await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      for (let press = 0; press < (way === 'Tab' ? 30 : 1); press++) {
        await page.keyboard.press(way);
        if (await page.evaluate(() => (document.activeElement as HTMLElement | null)?.isContentEditable)) break;
      }
      await page.keyboard.type('!');
      await until(
        `the text has the focus after ${way}`,
        () => textOf(page, shape.editor),
        (text) => text === 'Unser Geheimprojekt!',
      );
      await page.close();
    }
  });

  test('what is typed into a note reaches no shortcut of the site, and the note is kept on this machine', async () => {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await page.evaluate(() => {
      const heard: string[] = [];
      for (const type of ['keydown', 'keypress', 'keyup', 'input', 'focusin', 'click', 'mousedown', 'pointerdown']) {
        document.addEventListener(type, (event) => heard.push(event.type));
      }
      for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'focusin']) {
        window.addEventListener(type, (event) => heard.push(event.type), true);
      }
      Object.assign(window, { heard });
    });
    const overlay = await Overlay.of(page);
    await overlay.click('pill');
    await overlay.click('wrong');
    await until(
      'the note has the focus',
      () => overlay.focusedPart(),
      (part) => part === 'wrong-note',
    );
    await page.keyboard.type('nur intern');
    await overlay.click('wrong-save');
    await overlay.find('panel', (part) => /Notiz behalten/.test(part.text));
    assert.deepEqual(await page.evaluate(() => (window as unknown as { heard: string[] }).heard), []);
    assert.equal(await textOf(page, 'inline'), 'Unser Geheimprojekt');
    assert.match(JSON.stringify(await ask(session.chromium, 'stored', {})), /"note":"nur intern"/);
    await page.close();
  });

  test('where a site’s post button is not recognised the panel says so', async () => {
    const shape = composerCalled('LinkedIn comment (tiptap)');
    const page = await openComposer(session.chromium, shape);
    await page.evaluate(() =>
      document.querySelector('[data-view-name="comment-post"]')?.removeAttribute('data-view-name'),
    );
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    const overlay = await Overlay.of(page);
    await overlay.click('pill');
    await overlay.find('notice', (part) => /nicht erkannt/.test(part.text));
    await page.close();
  });

  test('an editor that refuses a change is left as it was, and the new wording can be copied', async () => {
    const shape = composerCalled('LinkedIn comment (tiptap)');
    const page = await openComposer(session.chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await page.evaluate(() => {
      const { editors } = window as unknown as { editors: { comment: { setText(text: string): void } } };
      document.addEventListener('input', () => setTimeout(() => editors.comment.setText('Unser Geheimprojekt')), true);
    });
    const overlay = await Overlay.of(page);
    await overlay.click('pill');
    await overlay.click('fix');
    await overlay.find('copy');
    assert.equal(await textOf(page, 'comment'), 'Unser Geheimprojekt');
    await page.close();
  });

  test('the side panel reads the draft and puts a text with several lines into every composer', async () => {
    for (const shape of composers) {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Hallo:');
      const draft = await tell('readDraft', {});
      assert.deepEqual(draft, { network: shape.network, kind: shape.kind, text: 'Hallo:' });
      const text = 'Welt 🌲\nZweite Zeile\n\nhttps://silbertann.example/?a=b&c=d';
      assert.deepEqual(await tell('insertText', { text }), { inserted: true }, shape.title);
      assert.equal(await textOf(page, shape.editor), `Hallo:${text}`, shape.title);
      const end = `Hallo:${text}`.length;
      assert.deepEqual(await caretOf(page, shape.editor), { start: end, end }, shape.title);
      await page.keyboard.type('!');
      assert.equal(await textOf(page, shape.editor), `Hallo:${text}!`, shape.title);
      assert.deepEqual(await policyViolations(page), []);
      await page.close();
    }
  });
});
