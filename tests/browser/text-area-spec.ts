// Marks in a text area lie on its letters, also when it is scrolled, resized, scaled or zoomed, and never on top of the page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import guideline from './fixtures/guideline.json' with { type: 'json' };
import { composerCalled } from './harness/composers';
import { type BrowserName, type Driver, startDriver } from './harness/driver';
import { until } from './harness/waiting';

const words = ['Geheimprojekt', 'garantiert', 'quasi'];
const text = [
  'Eine Zeile, die so lang ist, dass sie im Feld umbrochen wird und erst dahinter das Geheimprojekt steht.',
  '\tEingerückt, dann garantiert 👩‍🚒 ein Emoji',
  'قبل quasi بعد',
  ...Array.from({ length: 12 }, (_, line) => `Zeile ${line}`),
  'Ganz unten quasi das Letzte',
].join('\n');

interface Place {
  word: string;
  /** Which characters the browser says are under the mark's left and right end; -1 where the text is not shown. */
  from: number;
  to: number;
  isShown: boolean;
}

/** Asks the browser which letters of the field are under each mark. */
const places = (page: Driver['tab']): Promise<Place[]> =>
  page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].flatMap((abstract) => {
        const range = abstract as Range;
        return [...range.getClientRects()].slice(0, 1).map((box) => {
          const field = document.querySelector('textarea') as HTMLTextAreaElement;
          const own = field.getBoundingClientRect();
          const y = box.top + box.height / 2;
          const isShown = y > own.top && y < own.bottom;
          const at = (x: number) => document.caretPositionFromPoint(x, y)?.offset ?? -1;
          return { word: range.toString(), from: at(box.left + 1), to: at(box.right - 1), isShown };
        });
      }),
    ),
  );

export function testTextArea(name: BrowserName): void {
  describe(`a text area in ${name}`, () => {
    let driver: Driver;
    before(async () => {
      driver = await startDriver(name, guideline);
    });
    after(() => driver.close());

    test('marks lie on their letters', async () => {
      const { tab } = driver;
      await driver.compose(composerCalled('Intranet form (textarea)'));
      await tab.evaluate((value) => {
        (window as unknown as { editors: { comment: { setText(text: string): void } } }).editors.comment.setText(value);
      }, text);
      await until(
        'all words are marked',
        () => places(tab),
        (list) => list.length === words.length + 1,
      );
      const check = async (when: string, isBottom = false) => {
        await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const seen = (await places(tab)).filter(({ isShown }) => isShown);
        assert.ok(seen.length > 0, `${when}: something is shown`);
        for (const { word, from, to } of seen) {
          const start = isBottom ? text.lastIndexOf(word) : text.indexOf(word);
          assert.deepEqual([from, to], [start, start + word.length], `${when}: ${word}`);
        }
      };
      const change = (styles: Record<string, string>) =>
        tab.evaluate((wanted) => {
          const field = document.querySelector('textarea') as HTMLTextAreaElement;
          for (const [property, value] of Object.entries(wanted)) field.style.setProperty(property, value);
        }, styles);
      await check('as it is');
      await change({ width: '333px', padding: '7px 13px', border: '3px solid' });
      await check('narrower, with other edges');
      await change({ 'font-size': '21.5px', 'letter-spacing': '0.7px', 'line-height': '1.9' });
      await check('with other letters');
      const settled = () =>
        tab.evaluate(
          () =>
            new Promise((done) =>
              document.querySelector('textarea')?.addEventListener('transitionend', () => done(null)),
            ),
        );
      await change({ 'transform-origin': '0 0', transition: 'transform 50ms' });
      const scaled = settled();
      await change({ transform: 'scale(0.8)' });
      await scaled;
      await check('scaled');
      const unscaled = settled();
      await change({ transform: 'scale(1)' });
      await unscaled;
      await tab.evaluate(() => document.body.style.setProperty('zoom', '1.5'));
      await check('zoomed');
      await tab.evaluate(() => document.body.style.setProperty('zoom', '1'));
      await tab.evaluate(() => document.querySelector('textarea')?.scrollTo(0, 99_999));
      await check('scrolled', true);
    });

    test('marks are hidden while the page shows something over the field', async () => {
      const { tab } = driver;
      await driver.compose(composerCalled('Intranet form (textarea)'));
      await tab.type('Das ist quasi fertig');
      await until(
        'it is marked',
        () => places(tab),
        (list) => list.length === 1,
      );
      const isPainted = () =>
        tab.evaluate(() =>
          [...CSS.highlights.values()].some((highlight) =>
            [...highlight].some((range) => (range as Range).getBoundingClientRect().width > 0),
          ),
        );
      assert.equal(await isPainted(), true);
      await tab.evaluate(() => {
        const menu = document.createElement('div');
        menu.id = 'menu';
        menu.style.cssText = 'position:fixed;inset:0;background:#888';
        document.body.append(menu);
        window.dispatchEvent(new Event('resize'));
      });
      await until('the marks are hidden', isPainted, (painted) => !painted);
      await tab.evaluate(() => {
        document.querySelector('#menu')?.remove();
        window.dispatchEvent(new Event('resize'));
      });
      await until('the marks are back', isPainted, Boolean);
    });
  });
}
