// Nothing leaves the machine while a draft is written, fixed, held and posted, and nothing of it is kept.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { composerCalled, composers, openComposer } from './harness/composers';
import { policyViolations, posted, textOf, waitForMarks } from './harness/editors';
import { ask } from './harness/extension';
import { Overlay } from './harness/overlay';
import { requestsBeyondTheBrowser, type Session, startSession } from './harness/session';
import { until } from './harness/waiting';

describe('privacy', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  const since = (start: number) => requestsBeyondTheBrowser(session.server.requests.slice(start));

  test('no request while a draft is typed, fixed, held and posted', async () => {
    for (const title of ['LinkedIn post (Quill 2', 'LinkedIn comment (tiptap)', 'X post in the page']) {
      const shape = composerCalled(title);
      const page = await openComposer(session.chromium, shape);
      const start = session.server.requests.length;
      await page.keyboard.type('Unser Geheimprojekt wirkt garantiert, siehe https://www.silbertann.example/');
      await waitForMarks(page, ['Geheimprojekt', 'garantiert']);
      const overlay = await Overlay.of(page);
      await overlay.click('pill');
      await overlay.click('fix', (part) => /Vorhaben/.test(part.name));
      await waitForMarks(page, ['garantiert']);
      await page.click(shape.submit);
      await overlay.click('dialog-post');
      await until(
        'the post is out',
        () => posted(page),
        (list) => list.length === 1,
      );
      await page.waitForTimeout(300);
      assert.deepEqual(since(start), [], title);
      await page.close();
    }
  });

  test('the recording sees requests of the page and of the extension, so an empty one means something', async () => {
    const page = await session.chromium.open('https://x.com/home');
    const start = session.server.requests.length;
    await page.evaluate(() => fetch('/from-the-page').catch(() => undefined));
    const background = await session.chromium.background();
    await background.evaluate(() => fetch('https://collector.example/from-the-extension').catch(() => undefined));
    await until(
      'both are recorded',
      async () => since(start),
      (urls) => urls.length === 2,
    );
    assert.deepEqual(since(start).sort(), [
      'https://collector.example/from-the-extension',
      'https://x.com/from-the-page',
    ]);
    await page.close();
  });

  test('nothing of a draft is stored; that something was posted is, without its text', async () => {
    const { stored } = await ask(session.chromium, 'stored', {});
    const json = JSON.stringify(stored);
    assert.doesNotMatch(json, /Geheimprojekt wirkt|siehe https/);
    assert.match(json, /"network":"linkedin"/);
    assert.match(json, /"network":"x"/);
  });

  test('no page reports a violation of its policy, whatever the overlay shows', async () => {
    for (const shape of composers) {
      const page = await openComposer(session.chromium, shape);
      await page.keyboard.type('Unser Geheimprojekt');
      await waitForMarks(page, ['Geheimprojekt']);
      const overlay = await Overlay.of(page);
      await overlay.click('pill');
      await overlay.find('panel');
      await page.keyboard.press('Escape');
      await page.click(shape.submit);
      await overlay.find('dialog');
      assert.deepEqual(await policyViolations(page), [], shape.title);
      await page.close();
    }
  });

  test('the policy is strict enough to notice: what the page may not do is reported', async () => {
    const page = await session.chromium.open('https://x.com/home');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.body.append(script);
    });
    await until(
      'the violation is reported',
      () => policyViolations(page),
      (list) => list.length > 0,
    );
    assert.equal(await page.evaluate(() => 'intruder' in window), false);
    await page.close();
  });

  test('pages that are not composers get nothing of ours', async () => {
    const page = await session.chromium.open('https://www.silbertann.example/');
    assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
    assert.equal(await (await Overlay.of(page)).isShown('pill'), false);
    await page.close();
  });

  test('the text that is posted is the text that was written', async () => {
    const shape = composerCalled('X post in the modal');
    const page = await openComposer(session.chromium, shape);
    const text = 'Zeile 1 👩‍🚒\nZeile 2 ñ é\nZeile 3';
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(line);
    }
    await page.waitForTimeout(400);
    assert.equal(await textOf(page, shape.editor), text);
    await page.click(shape.submit);
    const [post] = await until(
      'the post is out',
      () => posted(page),
      (list) => list.length === 1,
    );
    assert.equal(post?.text, text);
    await page.close();
  });
});
