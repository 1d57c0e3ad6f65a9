// The walker reads every editor's text as the editor's own library tells it, and finds the way back to the page.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { type Chromium, startChromium } from './harness/chromium';
import { composers, openComposer } from './harness/composers';
import { setText, textOf } from './harness/editors';
import { root } from './harness/paths';
import { type SiteServer, startSiteServer } from './harness/site-server';

interface WalkerWindow {
  walker: typeof import('../../extension/src/composer/read');
}

/** Markup, and the text an author sees in it. */
const markup: [title: string, html: string, text: string][] = [
  ['one paragraph', '<p>Hallo</p>', 'Hallo'],
  ['blocks are lines', '<p>eins</p><p>zwei</p>', 'eins\nzwei'],
  ['an empty line', '<p>eins</p><p><br></p><p>zwei</p>', 'eins\n\nzwei'],
  ['an empty line at the end', '<p>eins</p><p><br></p>', 'eins\n'],
  ['an empty editor', '<p><br></p>', ''],
  ['an editor without anything', '', ''],
  ['a line break', '<p>eins<br>zwei</p>', 'eins\nzwei'],
  ['the filler after a text', '<p>eins<br></p>', 'eins'],
  ['a line break and its filler', '<p>eins<br><br></p>', 'eins\n'],
  [
    'ProseMirror: break and trailing break',
    '<p>eins<br><br class="ProseMirror-trailingBreak"></p><p>zwei</p>',
    'eins\n\nzwei',
  ],
  [
    'Draft.js: blocks in blocks',
    '<div><div data-block="true"><div><span><span data-text="true">eins</span></span></div></div><div data-block="true"><div><span><br data-text="true"></span></div></div><div data-block="true"><div><span>zwei</span></div></div></div>',
    'eins\n\nzwei',
  ],
  ['Draft.js: a soft line break is a character', '<div><span>eins\nzwei</span></div>', 'eins\nzwei'],
  ['a text beside blocks', 'eins<div>zwei</div>drei', 'eins\nzwei\ndrei'],
  ['a list', '<ul><li>eins</li><li>zwei</li></ul>', 'eins\nzwei'],
  ['a mention is an atom', '<p>Hallo <span contenteditable="false">@Anna <b>B.</b></span>!</p>', 'Hallo @Anna B.!'],
  ['a hidden ornament', '<p>Hallo<span contenteditable="false" aria-hidden="true">×</span></p>', 'Hallo'],
  ['an emoji as a picture', '<p>Hallo <img alt="🌲"></p>', 'Hallo 🌲'],
  ['a picture without words', '<p>Hallo<img class="ProseMirror-separator" alt=""></p>', 'Hallo'],
  ['invisible fillers', '<p>\ufeffHal\u200blo\u2060</p>', 'Hallo'],
  ['joiners stay', '<p>👩\u200d🚒 نمی\u200cخواهم</p>', '👩\u200d🚒 نمی\u200cخواهم'],
  ['line breaks of the markup', '<div>\n  <p>eins</p>\n  <p>zwei</p>\n</div>', 'eins\nzwei'],
  ['a link inside a line', '<p>Mehr <a href="#">hier</a>, <b>fett</b></p>', 'Mehr hier, fett'],
];

describe('the walker', () => {
  let server: SiteServer;
  let chromium: Chromium;
  let script = '';

  /** The page's policy forbids added scripts; the debugger may. */
  const addWalker = (page: Page) => page.evaluate(script);

  before(async () => {
    const { outputFiles } = await build({
      entryPoints: [join(root, 'extension/src/composer/read.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'walker',
    });
    script = `${outputFiles[0]?.text}\nwindow.walker = walker; undefined`;
    server = await startSiteServer();
    chromium = await startChromium({ server, extension: null });
  });
  after(async () => {
    await chromium.close();
    await server.close();
  });

  test('reads what an author sees, and its ranges hold the words they are asked for', async () => {
    const page = await chromium.context.newPage();
    await addWalker(page);
    for (const [title, html, text] of markup) {
      const seen = await page.evaluate((inner) => {
        const editor = document.createElement('div');
        editor.contentEditable = 'true';
        editor.innerHTML = inner;
        document.body.replaceChildren(editor);
        const map = (window as unknown as WalkerWindow).walker.readText(editor);
        const wrong: string[] = [];
        for (const { index, 0: word } of map.text.matchAll(/[\p{L}\p{M}\u200c]+/gu)) {
          const range = map.range(index, index + word.length);
          const held = (range?.toString() ?? 'nothing').replace(/[\ufeff\u200b\u2060]/g, '');
          const isWhole = !range?.commonAncestorContainer.parentElement?.closest('[contenteditable="false"]');
          if (held !== word && !held.startsWith('@')) wrong.push(`${word}: ${held}`);
          if (!isWhole) wrong.push(`${word}: reaches into an atom`);
        }
        for (let offset = 0; offset <= map.text.length; offset++) {
          if (!map.range(offset, offset)?.collapsed) wrong.push(`no caret at ${offset}`);
        }
        const outside = [map.range(-1, 0), map.range(0, map.text.length + 1), map.range(1, 0)];
        if (outside.some((range) => range !== null)) wrong.push('a range outside the text');
        return { text: map.text, wrong };
      }, html);
      assert.deepEqual(seen, { text, wrong: [] }, title);
    }
    await page.close();
  });

  const texts = [
    'Eine Zeile',
    'Eine Zeile\nZweite 🌲 Zeile\n\nNach einer leeren',
    '\nBeginnt leer, endet leer\n',
    '👨‍👩‍👧‍👦 🇩🇪 e\u0301 #Tag @name https://silbertann.example/a?b=c',
    'Ende mit Leerzeichen ',
  ];
  for (const shape of composers) {
    test(`${shape.title}: the same text as the editor's library`, async () => {
      const page = await openComposer(chromium, shape);
      await addWalker(page);
      const read = () =>
        page.$eval(shape.editable, (editor) => (window as unknown as WalkerWindow).walker.readText(editor).text);
      assert.equal(await read(), '');
      for (const text of texts) {
        await setText(page, shape.editor, text);
        await page.waitForTimeout(30);
        // Quill 1 composes letters and marks in the page, and not in its model.
        const model = await textOf(page, shape.editor);
        assert.equal((await read()).normalize(), model.normalize(), JSON.stringify(text));
        // Quill takes a final line break for the one that ends its every text.
        assert.equal((await read()).normalize().trim(), text.normalize().trim());
      }
      await page.close();
    });
  }
});
