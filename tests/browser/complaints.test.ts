// What users of other checkers complain of, one test for each. (The offsets after emoji are in marking.test.ts as well,
// undo and caret in fixing.test.ts, the stopped background in resilience.test.ts.)
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import guideline from './fixtures/guideline.json' with { type: 'json' };
import { startChromium } from './harness/chromium';
import { composerCalled, composers, openComposer } from './harness/composers';
import { caretOf, marks, modelOf, posted, setText, textOf, waitForMarks } from './harness/editors';
import { applyGuideline, ask, stopBackground } from './harness/extension';
import { type Box, Overlay } from './harness/overlay';
import { type Session, startSession } from './harness/session';
import { startSiteServer } from './harness/site-server';
import { until } from './harness/waiting';

describe('complaints', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  test('"a click on a suggestion submits the post": no press in our overlay posts, in any composer', async () => {
    for (const shape of composers) {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Geheimprojekt und garantiert und quasi');
      await waitForMarks(page, ['Geheimprojekt', 'garantiert', 'quasi']);
      const overlay = await Overlay.of(page);
      await overlay.click('pill');
      await overlay.click('fix');
      await overlay.click('fix');
      await page.waitForTimeout(300);
      assert.deepEqual(await posted(page), [], shape.title);
      await page.close();
    }
  });

  test('"text is duplicated or other lines are corrupted in X": only the words of the fix change', async () => {
    const page = await openComposer(session.chromium, composerCalled('X post in the page'));
    const lines = ['Eins 🌲 #Wald', '', 'Zwei Geheimprojekt mitten', 'Drei garantiert', 'Vier'];
    for (const [index, line] of lines.entries()) {
      if (index > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(line);
    }
    await waitForMarks(page, ['Geheimprojekt', 'garantiert']);
    const overlay = await Overlay.of(page);
    await overlay.click('pill');
    await overlay.click('fix', (part) => /Vorhaben/.test(part.name));
    await waitForMarks(page, ['garantiert']);
    await overlay.click('fix', (part) => /voraussichtlich/.test(part.name));
    await waitForMarks(page, []);
    const wanted = ['Eins 🌲 #Wald', '', 'Zwei Vorhaben mitten', 'Drei voraussichtlich', 'Vier'];
    assert.equal(await textOf(page, 'inline'), wanted.join('\n'));
    assert.deepEqual(
      await modelOf(page, 'inline'),
      wanted.map((text) => ({ type: 'unstyled', text })),
    );
    await page.close();
  });

  test('"endless line breaks in LinkedIn comments": lines and nodes stay as they were typed', async () => {
    for (const title of ['LinkedIn comment (tiptap)', 'LinkedIn comment, older']) {
      const shape = composerCalled(title);
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Erste Zeile garantiert');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Zweite Zeile');
      await waitForMarks(page, ['garantiert']);
      const nodes = () => page.$eval(shape.editable, (editor) => editor.innerHTML);
      const before = await nodes();
      for (let round = 0; round < 3; round++) {
        await page.keyboard.type('.');
        await page.waitForTimeout(350);
        await page.keyboard.press('Backspace');
        await page.waitForTimeout(350);
      }
      assert.equal(await nodes(), before, title);
      assert.equal(await textOf(page, shape.editor), 'Erste Zeile garantiert\nZweite Zeile');
      await page.close();
    }
  });

  test('"the editor is dead after a replacement": keys, backspace and enter still work, and it posts', async () => {
    for (const shape of composers) {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Das Geheimprojekt');
      await waitForMarks(page, ['Geheimprojekt']);
      const overlay = await Overlay.of(page);
      await overlay.click('pill');
      await overlay.click('fix');
      await waitForMarks(page, []);
      await page.keyboard.type(' läuftt');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Enter');
      await page.keyboard.type('gut');
      await until(
        'the keys arrive',
        () => textOf(page, shape.editor),
        (text) => text === 'Das Vorhaben läuft\ngut',
      );
      await page.waitForTimeout(400);
      await page.click(shape.submit);
      const list = await until(
        'the post is out',
        () => posted(page),
        (all) => all.length > 0,
      );
      assert.equal(list[0]?.text, 'Das Vorhaben läuft\ngut', shape.title);
      await page.close();
    }
  });

  test('"the caret jumps": checks that come and go while somebody types in the middle leave it alone', async () => {
    for (const shape of composers) {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Anfang  Ende garantiert');
      await waitForMarks(page, ['garantiert']);
      for (let key = 0; key < ' Ende garantiert'.length; key++) await page.keyboard.press('ArrowLeft');
      for (const letter of 'quasi hier') {
        await page.keyboard.type(letter);
        await page.waitForTimeout(letter === ' ' ? 350 : 30);
      }
      await page.waitForTimeout(350);
      assert.equal(await textOf(page, shape.editor), 'Anfang quasi hier Ende garantiert', shape.title);
      const at = 'Anfang quasi hier'.length;
      assert.deepEqual(await caretOf(page, shape.editor), { start: at, end: at }, shape.title);
      await page.close();
    }
  });

  test('"formatting is lost": what was bold stays bold', async () => {
    const page = await openComposer(session.chromium, composerCalled('LinkedIn post, older'));
    await page.keyboard.type('Fett bleibt. Das Geheimprojekt auch fett.');
    await page.evaluate(() => {
      const { editors } = window as unknown as {
        editors: Record<string, { bold(start: number, length: number): void }>;
      };
      editors.post?.bold(0, 4);
      editors.post?.bold(17, 13);
    });
    await waitForMarks(page, ['Geheimprojekt']);
    const overlay = await Overlay.of(page);
    await overlay.click('pill');
    await overlay.click('fix');
    await waitForMarks(page, []);
    assert.deepEqual(await modelOf(page, 'post'), [
      { insert: 'Fett', attributes: { bold: true } },
      { insert: ' bleibt. Das ' },
      { insert: 'Vorhaben', attributes: { bold: true } },
      { insert: ' auch fett.\n' },
    ]);
    await page.close();
  });

  test('"underlines are misplaced": marks lie on their words also after the text has moved and scrolled', async () => {
    for (const title of ['LinkedIn post (Quill 2', 'X post in the modal']) {
      const shape = composerCalled(title);
      const page = await openComposer(session.chromium, shape);
      await setText(page, shape.editor, `${'Zeile\n'.repeat(20)}Hier garantiert, dort quasi`);
      await waitForMarks(page, ['garantiert', 'quasi']);
      await page.$eval(shape.editable, (editor) => editor.closest('.editor-frame')?.scrollTo(0, 9999));
      const expected = await page.$eval(shape.editable, (editor) => {
        const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
        const boxes: Record<string, { x: number; y: number }> = {};
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const word of ['garantiert', 'quasi']) {
            const at = node.textContent?.indexOf(word) ?? -1;
            if (at < 0) continue;
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            const { x, y } = range.getBoundingClientRect();
            boxes[word] = { x, y };
          }
        }
        return boxes;
      });
      for (const mark of await marks(page)) {
        assert.deepEqual({ x: mark.box.x, y: mark.box.y }, expected[mark.text], `${title}: ${mark.text}`);
      }
      await page.close();
    }
  });

  test('"it covers other parts of the site": the pill covers neither the text nor the post button', async () => {
    for (const shape of composers) {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Unser Geheimprojekt wirkt');
      const [mark] = await waitForMarks(page, ['Geheimprojekt']);
      const pill = await (await Overlay.of(page)).find('pill', (part) => /1/.test(part.text));
      const button = await page.locator(shape.submit).first().boundingBox();
      assert.ok(mark && button);
      assert.equal(overlap(pill.box, mark.box), false, `${shape.title}: the words`);
      assert.equal(overlap(pill.box, button), false, `${shape.title}: the post button`);
      await page.close();
    }
  });

  test('"not detected in a shadow root": the composer in the open shadow root is found, marked and held', async () => {
    const shape = composerCalled('LinkedIn post (Quill 2');
    const page = await openComposer(session.chromium, shape);
    assert.equal(
      await page.evaluate(
        () => document.querySelector('.ql-editor[aria-multiline]')?.closest('#interop-outlet') ?? null,
      ),
      null,
      'the editor is not in the light DOM',
    );
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await page.click(shape.submit);
    await (await Overlay.of(page)).find('dialog');
    await page.close();
  });

  test('"8 GB of memory from polling": 300 changes leave no growing heap, and an idle page no work', async () => {
    const page = await openComposer(session.chromium, composerCalled('X post in the page'));
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const metric = async (name: string) => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find((entry) => entry.name === name)?.value ?? Number.NaN;
    };
    const heap = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      return (await metric('JSHeapUsedSize')) / 1e6;
    };
    await page.keyboard.type('Das ist garantiert ');
    await waitForMarks(page, ['garantiert']);
    const before = await heap();
    const nodesBefore = await metric('Nodes');
    for (let round = 0; round < 150; round++) {
      await page.keyboard.type('x');
      await page.keyboard.press('Backspace');
      if (round % 15 === 0) await page.waitForTimeout(260);
    }
    await page.waitForTimeout(400);
    const after = await heap();
    const nodesAfter = await metric('Nodes');
    const busyBefore = await metric('TaskDuration');
    await page.waitForTimeout(3000);
    const busy = (await metric('TaskDuration')) - busyBefore;
    console.log(
      `heap ${before.toFixed(1)} → ${after.toFixed(1)} MB, nodes ${nodesBefore} → ${nodesAfter}, idle work ${(busy / 3).toFixed(3)} s per s`,
    );
    assert.ok(after - before < 5, `the heap grew by ${(after - before).toFixed(1)} MB`);
    assert.ok(busy / 3 < 0.05, `an idle page works ${(busy * 1000).toFixed(0)} ms in 3 s`);
    await page.close();
  });

  test('"dead after the worker is evicted": fixes work after the background was stopped', async () => {
    const page = await openComposer(session.chromium, composerCalled('LinkedIn comment (tiptap)'));
    await page.keyboard.type('Das Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await stopBackground(session.chromium);
    await page.bringToFront();
    const overlay = await Overlay.of(page);
    await overlay.click('pill');
    await overlay.click('fix');
    await waitForMarks(page, []);
    assert.equal(await textOf(page, 'comment'), 'Das Vorhaben');
    await page.close();
  });

  test('"emoji shift offsets": the fix after families, flags and combining marks hits the word', async () => {
    const page = await openComposer(session.chromium, composerCalled('LinkedIn post (Quill 2'));
    await page.keyboard.type('👨‍👩‍👧‍👦🇩🇪👍🏽 é Geheimprojekt 🌲');
    await waitForMarks(page, ['Geheimprojekt']);
    const overlay = await Overlay.of(page);
    await overlay.click('pill');
    await overlay.click('fix');
    await waitForMarks(page, []);
    assert.equal(await textOf(page, 'post'), '👨‍👩‍👧‍👦🇩🇪👍🏽 é Vorhaben 🌲');
    await page.close();
  });

  test('"other languages are flagged": a rule for German texts says nothing about English ones', async () => {
    const page = await openComposer(session.chromium, composerCalled('X post in the page'));
    await page.keyboard.type('We are looking forward to the Meeting with all of you next week');
    await page.waitForTimeout(500);
    assert.deepEqual(await marks(page), []);
    await setText(page, 'inline', 'Wir freuen uns sehr auf das nächste Meeting mit euch allen in der Woche');
    await waitForMarks(page, ['Meeting']);
    await page.close();
  });

  test('"too loud, no switch for a site": off on one site, on at the other, and back', async () => {
    const { chromium } = session;
    await ask(chromium, 'saveSettings', { sites: { 'x.com': 'off' } });
    const shape = composerCalled('X post in the page');
    const page = await openComposer(chromium, shape);
    await page.keyboard.type('Unser Geheimprojekt');
    await page.waitForTimeout(700);
    assert.deepEqual(await marks(page), []);
    const overlay = await Overlay.of(page);
    assert.equal(await overlay.isShown('pill'), false);
    await page.click(shape.submit);
    await until(
      'the post is out',
      () => posted(page),
      (list) => list.length === 1,
    );

    const other = await openComposer(chromium, composerCalled('LinkedIn comment (tiptap)'));
    await other.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(other, ['Geheimprojekt']);
    await other.close();

    await ask(chromium, 'saveSettings', { sites: {} });
    await page.bringToFront();
    await page.click(shape.editable);
    await page.keyboard.type('Unser Geheimprojekt');
    await waitForMarks(page, ['Geheimprojekt']);
    await page.close();
  });
});

test('"settings do not persist": language, role, sites and guideline survive the end of the browser', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'botschaft-profile-'));
  const server = await startSiteServer();
  try {
    const first = await startChromium({ server, profile });
    await applyGuideline(first, guideline, 'en');
    await ask(first, 'saveSettings', { department: 'netz', sites: { 'x.com': 'off' } });
    await first.close();
    const second = await startChromium({ server, profile });
    const status = await ask(second, 'status', {});
    assert.equal(status.uiLanguage, 'en');
    assert.equal(status.settings.department, 'netz');
    assert.deepEqual(status.settings.sites, { 'x.com': 'off' });
    assert.equal(status.pack.name, 'guideline.json');
    assert.equal(status.loadedPacks?.packs[0]?.id, 'browser-tests');
    await second.close();
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
