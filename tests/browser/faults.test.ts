// What goes wrong on purpose, and what comes of it: the text is never changed or lost, the post goes out once, and nobody is
// kept from posting. The table is printed by the run.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type ComposerShape, composerCalled } from './harness/composers';
import { posted, textOf, waitForMarks } from './harness/editors';
import { stopBackground } from './harness/extension';
import { Overlay } from './harness/overlay';
import { type Session, startSession } from './harness/session';
import { until } from './harness/waiting';

const usual = composerCalled('X post in the page');
const draft = 'Das wirkt garantiert';

interface Fault {
  name: string;
  /** Runs in the page before any script of its own. */
  page?: () => void;
  /** Once the text is written and, where it can be, marked. */
  meanwhile?: (page: Page, session: Session) => Promise<void>;
  /** Whether the press has to be held all the same. */
  isHeld: boolean;
  /** Where, if not in X. */
  shape?: ComposerShape;
}

const faults: Fault[] = [
  { name: 'nothing (to compare with)', isHeld: true },
  {
    name: 'the background is stopped before the press',
    meanwhile: async (page, session) => {
      await stopBackground(session.chromium);
      await page.bringToFront();
    },
    isHeld: true,
  },
  {
    name: 'the background is stopped during the check',
    meanwhile: async (page, session) => {
      const typing = page.keyboard.type(' x');
      await stopBackground(session.chromium);
      await typing;
      await page.bringToFront();
      await page.click(usual.editable);
      for (const _ of ' x') await page.keyboard.press('Backspace');
      await until(
        'the text is back',
        () => textOf(page, usual.editor),
        (text) => text === draft,
      );
    },
    isHeld: true,
  },
  {
    name: 'storage is full',
    meanwhile: async (page, session) => {
      const background = await session.chromium.background();
      await background.evaluate(async () => {
        for (let size = 4_000_000, part = 0; size > 100; part += 1) {
          try {
            await chrome.storage.local.set({ [`fill${part}`]: 'x'.repeat(size) });
          } catch {
            size = Math.floor(size / 2);
          }
        }
      });
      await page.bringToFront();
    },
    isHeld: true,
  },
  {
    name: 'the page freezes the prototypes',
    page: () => {
      for (const made of [EventTarget, Node, Element, HTMLElement, Event, Range, Document]) {
        Object.freeze(made.prototype);
      }
    },
    isHeld: true,
  },
  {
    name: 'the page overrides execCommand, Range, MutationObserver, addEventListener',
    page: () => {
      const add = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (this: EventTarget, ...given: Parameters<typeof add>) {
        if (this === window && given[0] === 'click' && given[2] === true) return;
        add.apply(this, given);
      };
      document.execCommand = () => false;
      const broken = class {
        observe(): void {
          throw new Error('not here');
        }
        disconnect(): void {}
      };
      Object.assign(window, { MutationObserver: broken });
      Document.prototype.createRange = () => {
        throw new Error('not here');
      };
    },
    isHeld: true,
  },
  {
    name: 'the page stops pointer, focus and scroll events at the window, in the capture phase',
    page: () => {
      for (const type of ['pointermove', 'pointerdown', 'focusout', 'scroll', 'compositionend']) {
        window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      }
    },
    isHeld: true,
  },
  {
    name: 'the page removes what is not its own',
    page: () => {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          for (const node of addedNodes) if (node instanceof HTMLElement && node.dataset.botschaft) node.remove();
        }
      }).observe(document, { childList: true, subtree: true });
    },
    isHeld: false,
  },
  {
    name: 'the page replaces the editor during the check',
    shape: composerCalled('LinkedIn post, older'),
    meanwhile: async (page) => {
      await page.keyboard.type(' x');
      await page.click('.modal-close');
      await page.click('.share-box-feed-entry__trigger');
      await page.click('.share-box-v2__modal .ql-editor');
      await page.keyboard.type(draft);
      await waitForMarks(page, ['garantiert']);
    },
    isHeld: true,
  },
  {
    name: 'the extension is reloaded under the page',
    meanwhile: async (page, session) => {
      const background = await session.chromium.background();
      await background.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
      await page.waitForTimeout(500);
      await page.bringToFront();
    },
    isHeld: false,
  },
];

describe('faults', () => {
  let session: Session;
  const table: string[] = [];
  before(async () => {
    session = await startSession();
  });
  after(async () => {
    await session.close();
    console.log(`\nfault → outcome\n${table.join('\n')}\n`);
  });

  for (const fault of faults) {
    test(fault.name, async () => {
      const { shape = usual } = fault;
      const page = await session.chromium.context.newPage();
      if (fault.page) await page.addInitScript(fault.page);
      await page.goto(shape.url);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      if (shape.opener) await page.click(shape.opener);
      await page.click(shape.editable);
      await page.keyboard.type(draft);
      await waitForMarks(page, ['garantiert']);
      await fault.meanwhile?.(page, session);
      assert.equal(await textOf(page, shape.editor), draft, 'the text is as it was written');
      await page.click(shape.submit);
      const overlay = await Overlay.of(page);
      const end = Date.now() + 3000;
      let isHeld = false;
      while (!isHeld && (await posted(page)).length === 0 && Date.now() < end) isHeld = await overlay.isShown('dialog');
      if (fault.isHeld) assert.ok(isHeld, 'the press is held');
      if (isHeld) {
        assert.deepEqual(await posted(page), [], 'nothing is posted while the press is held');
        // Not pressable while a text that has just changed is being checked again.
        await overlay.click('dialog-post', (part) => !part.disabled);
      }
      const [post] = await until(
        'the post is out',
        () => posted(page),
        (list) => list.length > 0,
      );
      await page.waitForTimeout(200);
      assert.equal((await posted(page)).length, 1, 'once');
      assert.equal(post?.text, draft, 'as it was written');
      table.push(
        `  ${fault.name}: ${isHeld ? 'held, then posted once' : 'posted once, not held'}; the text is unchanged`,
      );
      await page.close();
    });
  }
});
