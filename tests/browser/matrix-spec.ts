// One list of behaviours, run in every composer of every site, in one browser; the outcome is a matrix of which no cell is
// empty. What differs between sites is in their site.json, what differs between browsers in `differences`.
import assert from 'node:assert/strict';
import { after, before, describe, type TestContext, test } from 'node:test';
import type { SiteMode } from '../../extension/src/messages';
import guideline from './fixtures/guideline.json' with { type: 'json' };
import { type ComposerShape, everyComposer } from './harness/composers';
import { type BrowserName, type Driver, startDriver } from './harness/driver';
import type { Posted } from './harness/editors';
import { type Cell, type Matrix, printMatrix, saveMatrix } from './harness/matrix';
import { until } from './harness/waiting';

export const behaviours = [
  'find',
  'read',
  'mark',
  'fix: model',
  'fix: caret',
  'fix: undo',
  'mentions',
  'hold: click',
  'Esc returns',
  'hold: keys',
  'hold: form',
  'two steps',
  'passed once',
  'clean: at once',
  'double click',
  'restored draft',
  'emoji by script',
  'cut and paste',
  'input method',
  'right to left',
  "another's overlay",
  'long text',
  'panel mode',
  'off',
] as const;
type Behaviour = (typeof behaviours)[number];

/** What a browser cannot do in an editor, and why: not our choice, and said in the README. */
const differences: { browser: BrowserName; title: RegExp; behaviour: Behaviour; reason: string }[] = [
  {
    browser: 'Firefox',
    title: /./,
    behaviour: 'input method',
    reason: 'WebDriver has no input method; that its keys are left alone is tested in Chromium',
  },
];

interface DemoWindow {
  editors: Record<string, EditorModel | undefined>;
  posted: Posted[];
  policyViolations: string[];
}
interface EditorModel {
  text(): string;
  caret(): { start: number; end: number } | null;
  model(): unknown;
  mention(name: string): void;
  setText(text: string): void;
}

/** Time for a second post to arrive, were there one. */
const aMoment = 150;
/** A little more than the gate takes for the rest of a double click, less what has passed in the meantime. */
const restOfDoubleClick = 400;
const mention = '@Anna Beispiel';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a test asks of the composer that is open. */
class Composing {
  constructor(
    readonly driver: Driver,
    readonly shape: ComposerShape,
  ) {}

  private ask<T>(question: 'text' | 'caret' | 'model'): Promise<T> {
    return this.driver.tab.evaluate(
      ([name, what]) => (window as unknown as DemoWindow).editors[name as string]?.[what as 'text']() ?? null,
      [this.shape.editor, question],
    ) as Promise<T>;
  }

  /** Browsers write a space at the end of a line as one that does not break, and change it back later. */
  text = async () => (await this.ask<string | null>('text'))?.replaceAll('\u00a0', ' ') ?? '';
  caret = () => this.ask<{ start: number; end: number }>('caret');
  model = async () => JSON.stringify(await this.ask<unknown>('model')).replaceAll('\u00a0', ' ');

  posted = (): Promise<Posted[]> => this.driver.tab.evaluate(() => (window as unknown as DemoWindow).posted);

  marked = (): Promise<string[]> =>
    this.driver.tab.evaluate(() =>
      [...CSS.highlights]
        .filter(([key]) => key.startsWith('botschaft-'))
        .flatMap(([, highlight]) => [...highlight].map((range) => range as Range))
        .map((range) => ({ text: range.toString(), box: range.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0)
        .sort((one, other) => one.box.y - other.box.y || one.box.x - other.box.x)
        .map(({ text }) => text),
    );

  async waitForMarks(...words: string[]): Promise<void> {
    await until(
      `marked are ${JSON.stringify(words)}`,
      this.marked,
      (seen) => JSON.stringify(seen) === JSON.stringify(words),
    );
  }

  async type(...lines: string[]): Promise<void> {
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.driver.tab.key(this.shape.lineBreak ?? 'Enter');
      await this.driver.tab.type(line);
    }
  }

  /** To the press that posts: in a dialog of two steps through the first one. */
  async press(count = 1): Promise<void> {
    await this.step();
    await this.driver.tab.click(this.shape.submit, count);
  }

  async step(): Promise<void> {
    if (!this.shape.next) return;
    await this.driver.tab.click(this.shape.next);
    await until('the second step is there', this.editorIsThere, (isThere) => !isThere);
  }

  private editorIsThere = () =>
    this.driver.tab.evaluate((selector) => document.querySelector(selector) !== null, this.shape.editable);

  async waitForText(text: string): Promise<void> {
    await until(`the text is ${JSON.stringify(text)}`, this.text, (now) => now === text);
  }

  waitForPosts = () => until('the post is out', this.posted, (list) => list.length > 0);
}

export function testMatrix(name: BrowserName): void {
  describe(`the matrix in ${name}`, () => {
    let driver: Driver;
    const matrix: Matrix = { browser: name, behaviours: [...behaviours], rows: {} };
    before(async () => {
      driver = await startDriver(name, guideline);
    });
    after(async () => {
      await driver.close();
      saveMatrix(matrix);
      printMatrix(matrix);
    });

    test('a content script changes no settings and reads nothing that is stored', async () => {
      const { host } = new URL(everyComposer[0]?.url ?? '');
      const change = { sites: { [host]: 'off' as const } };
      assert.equal(await driver.ask('saveSettings', change, 'content script').catch(() => null), null);
      assert.equal(await driver.ask('keepStarter', { keep: false }, 'content script').catch(() => null), null);
      assert.equal(await driver.ask('stored', {}, 'content script').catch(() => null), null);
      const status = await driver.ask('status', {}, 'content script');
      assert.deepEqual(status?.settings.sites, {}, 'what it needs to know it is told');
    });

    for (const shape of everyComposer) {
      test(shape.title, async (t) => {
        const row: Record<string, Cell> = {};
        matrix.rows[shape.title] = row;
        const composing = new Composing(driver, shape);
        const cell = cellOf(t, name, shape, row);
        await findToHold(composing, cell);
        await passedOnce(composing, cell);
        await cleanPost(composing, cell);
        await writing(composing, cell);
        await modes(composing, cell);
        assert.deepEqual(
          behaviours.filter((behaviour) => row[behaviour] === undefined),
          [],
          'no cell of the matrix is empty',
        );
      });
    }
  });
}

/** Runs one cell, or says why there is nothing to run. */
type RunCell = (behaviour: Behaviour, run: (() => Promise<void>) | string) => Promise<void>;

function cellOf(t: TestContext, browser: BrowserName, shape: ComposerShape, row: Record<string, Cell>): RunCell {
  return async (behaviour, run) => {
    const difference = differences.find(
      (each) => each.browser === browser && each.behaviour === behaviour && each.title.test(shape.title),
    );
    if (difference || typeof run === 'string') {
      row[behaviour] = { state: difference ? 'differs' : 'none', reason: difference?.reason ?? String(run) };
      return;
    }
    row[behaviour] = { state: 'failed' };
    await t.test(behaviour, async () => {
      await run();
      row[behaviour] = { state: 'yes' };
    });
  };
}

async function findToHold(composing: Composing, cell: RunCell): Promise<void> {
  const { driver, shape } = composing;
  const { tab } = driver;
  const first = 'Erste Zeile 👩‍🚒🌲 bleibt';
  const second = 'Das Geheimprojekt ist quasi da';
  const before = shape.mentions ? `${mention} ` : '';
  const written = `${before}${first}\n${second}`;
  await driver.compose(shape);
  if (shape.mentions) {
    await tab.evaluate(
      ([editor, who]) => (window as unknown as DemoWindow).editors[editor as string]?.mention(who as string),
      [shape.editor, mention],
    );
    await tab.type(' ');
  }
  await composing.type(first, second);
  await cell('find', async () => void (await tab.part('pill', ({ text }) => text.includes('2'))));
  await cell('read', async () => {
    await composing.waitForText(written);
    await composing.waitForMarks('Geheimprojekt', 'quasi');
  });
  await cell('mark', async () => {
    const violations = await tab.evaluate(() => (window as unknown as DemoWindow).policyViolations);
    assert.deepEqual(violations, [], 'the policy of the page is kept');
    assert.equal(await composing.text(), written, 'marking changes nothing');
  });

  await tab.clickPart('pill');
  const model = await composing.model();
  await tab.clickPart('fix', ({ label }) => label.includes('Vorhaben'));
  const fixed = written.replace('Geheimprojekt', 'Vorhaben');
  await cell('fix: model', async () => {
    await composing.waitForText(fixed);
    await composing.waitForMarks('quasi');
    assert.equal(await composing.model(), model.replace('Geheimprojekt', 'Vorhaben'), 'only the words change');
    assert.deepEqual(await composing.posted(), [], 'a fix never posts');
  });
  await cell('fix: caret', async () => {
    const behind = fixed.indexOf('Vorhaben') + 'Vorhaben'.length;
    assert.deepEqual(await composing.caret(), { start: behind, end: behind }, 'the caret is behind the new words');
  });
  await cell('fix: undo', async () => {
    for (let press = 0; press < 4 && !(await composing.text()).includes('Geheimprojekt'); press++) {
      await tab.key('Control+z');
      await wait(20);
    }
    await composing.waitForText(written);
  });
  await cell(
    'mentions',
    shape.mentions
      ? async () => {
          assert.ok((await composing.model()).includes(mention), 'the mention is still one piece');
          assert.equal(await composing.model(), model);
        }
      : 'the editor has none, or is tested with them elsewhere',
  );

  await composing.waitForMarks('Geheimprojekt', 'quasi');
  const isHeld = async (how: () => Promise<void>) => {
    await how();
    await tab.part('dialog');
    assert.deepEqual(await composing.posted(), [], 'nothing is posted');
  };
  const goBack = async () => {
    await tab.key('Escape');
    await tab.gone('dialog');
  };
  await cell(
    'hold: keys',
    shape.keys
      ? async () => {
          await tab.click(shape.editable);
          await isHeld(() => tab.key(shape.keys?.[0] ?? ''));
          await goBack();
        }
      : 'the site has no keys that post',
  );
  await cell(
    'hold: form',
    shape.isForm
      ? async () => {
          await isHeld(() => tab.submitForm());
          await goBack();
        }
      : 'the site has no form',
  );
  await cell('hold: click', async () => {
    await composing.step();
    await isHeld(() => tab.click(shape.submit));
  });
  await cell('Esc returns', async () => {
    await goBack();
    if (shape.next) return;
    assert.equal(await composing.text(), written, 'nothing is lost');
    await tab.type('!');
    await until('the editor takes keys again', composing.text, (text) => text.includes('!'));
    assert.deepEqual(await composing.posted(), []);
  });
}

async function passedOnce(composing: Composing, cell: RunCell): Promise<void> {
  const { driver, shape } = composing;
  const { tab } = driver;
  await driver.compose(shape);
  await composing.type('Das wirkt garantiert 🎉');
  await composing.waitForMarks('garantiert');
  await cell('passed once', async () => {
    await composing.press();
    await tab.part('dialog');
    assert.deepEqual(await composing.posted(), []);
    await tab.clickPart('dialog-post', undefined, 2);
    const [post] = await composing.waitForPosts();
    await wait(aMoment);
    assert.equal((await composing.posted()).length, 1, 'posted once');
    assert.equal(post?.text, 'Das wirkt garantiert 🎉', 'as it was written');
    assert.equal(post?.kind, shape.kind);
    await tab.gone('dialog');
  });
  await cell(
    'two steps',
    shape.next
      ? async () => assert.equal((await composing.posted()).length, 1, 'held in the step that has no editor')
      : 'the site posts in one step',
  );
}

async function cleanPost(composing: Composing, cell: RunCell): Promise<void> {
  const { driver, shape } = composing;
  await driver.composeAgain(shape);
  await composing.type('Guten Morgen aus der Leitwarte');
  // The rest of a double click on our own button is kept from the site for that long.
  await wait(restOfDoubleClick);
  await driver.tab.part('pill', ({ text }) => !text.includes('…'));
  await composing.press(2);
  const [post] = await composing.waitForPosts();
  await cell('clean: at once', async () => {
    assert.equal(post?.text, 'Guten Morgen aus der Leitwarte');
    assert.equal(post?.isTrusted, true, "the person's own press posts");
    assert.ok((post?.millisecondsSincePress ?? 1000) < 100, `${post?.millisecondsSincePress} ms`);
  });
  await cell('double click', async () => {
    await wait(aMoment);
    assert.equal((await composing.posted()).length, 1);
  });
}

/** What comes into the text in other ways than by keys, and what else is in the page. */
async function writing(composing: Composing, cell: RunCell): Promise<void> {
  const { driver, shape } = composing;
  const { tab } = driver;
  const setText = (text: string) =>
    tab.evaluate(
      ([editor, words]) => (window as unknown as DemoWindow).editors[editor as string]?.setText(words as string),
      [shape.editor, text],
    );
  const startOver = async () => {
    await tab.key('Control+a');
    await tab.key('Backspace');
    await composing.waitForText('');
  };
  await tab.open(shape.url);
  if (shape.opener) await tab.click(shape.opener);
  await tab.boxOf(shape.editable);
  await cell('restored draft', async () => {
    await setText('Der Entwurf von gestern: garantiert gut');
    await tab.click(shape.editable);
    await composing.waitForMarks('garantiert');
    await composing.waitForText('Der Entwurf von gestern: garantiert gut');
  });
  await driver.compose(shape);
  await cell('emoji by script', async () => {
    await tab.type('Hallo ');
    await tab.evaluate(() => document.execCommand('insertText', false, '👩‍🚒🎉'));
    await tab.type(' garantiert 🌲 quasi');
    await composing.waitForText('Hallo 👩‍🚒🎉 garantiert 🌲 quasi');
    await composing.waitForMarks('garantiert', 'quasi');
  });
  await cell('cut and paste', async () => {
    const text = await composing.text();
    await tab.key('Control+a');
    await tab.key('Control+x');
    await composing.waitForText('');
    await composing.waitForMarks();
    await tab.key('Control+v');
    await composing.waitForText(text);
    await composing.waitForMarks('garantiert', 'quasi');
  });
  await startOver();
  await cell('input method', async () => {
    await tab.type('quasi ');
    await tab.composeText('garantiert');
    await composing.waitForText('quasi garantiert');
    await composing.waitForMarks('quasi', 'garantiert');
    assert.deepEqual(await composing.posted(), [], 'the Enter that ends a composition posts nothing');
    assert.deepEqual(await tab.parts('dialog'), [], 'and is not held');
  });
  await startOver();
  await cell('right to left', async () => {
    await tab.type('قبل garantiert بعد');
    await composing.waitForMarks('garantiert');
    await composing.waitForText('قبل garantiert بعد');
  });
  await startOver();
  await cell("another's overlay", async () => {
    await tab.evaluate(() => {
      const other = document.createElement('other-checker');
      other.style.cssText = 'position:fixed;inset:0;z-index:2147483647;pointer-events:none';
      const lines = document.createElement('div');
      lines.textContent = 'another checker';
      other.attachShadow({ mode: 'closed' }).append(lines);
      document.documentElement.append(other);
      CSS.highlights.set('other-checker', new Highlight());
    });
    await tab.type('Das wirkt garantiert');
    await composing.waitForMarks('garantiert');
    await tab.clickPart('pill');
    await tab.part('fix');
    await composing.waitForText('Das wirkt garantiert');
    const isThere = () => document.querySelector('other-checker') !== null && CSS.highlights.has('other-checker');
    assert.ok(await tab.evaluate(isThere), 'what is not ours stays');
  });
  await cell('long text', async () => {
    const long = `${'Wir bauen weiter am Netz. '.repeat(400)}garantiert`;
    await setText(long);
    await composing.waitForMarks('garantiert');
    await composing.waitForText(long);
  });
}

async function modes(composing: Composing, cell: RunCell): Promise<void> {
  const { driver, shape } = composing;
  const { host } = new URL(shape.url);
  const switchTo = (mode: SiteMode) => driver.ask('saveSettings', { sites: { [host]: mode } });
  const nothingIsThere = async () => {
    const ours = () => document.querySelectorAll('[data-botschaft]').length + CSS.highlights.size;
    assert.equal(await driver.tab.evaluate(ours), 0, 'nothing of ours is in the page');
  };
  await driver.compose(shape);
  await composing.type('Unser Geheimprojekt');
  await composing.waitForMarks('Geheimprojekt');
  await cell('panel mode', async () => {
    await switchTo('panel');
    await until('the marks are gone', composing.marked, (words) => words.length === 0);
    await composing.type(' Geheimprojekt');
    await wait(300);
    await nothingIsThere();
  });
  await cell('off', async () => {
    await switchTo('off');
    await composing.press();
    const [post] = await composing.waitForPosts();
    assert.equal(post?.text, 'Unser Geheimprojekt Geheimprojekt', 'nobody is kept from posting');
    await nothingIsThere();
  });
  await switchTo('inline');
}
