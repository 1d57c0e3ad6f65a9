// The demo without a display: writes a post as Anna would, says what happens, and leaves pictures in build/demo/.
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { type Chromium, startChromium } from '../harness/chromium';
import { composerCalled, openComposer } from '../harness/composers';
import { marks, posted, textOf } from '../harness/editors';
import { ask } from '../harness/extension';
import { Overlay } from '../harness/overlay';
import { root } from '../harness/paths';
import { requestsBeyondTheBrowser } from '../harness/session';
import { type SiteServer, startSiteServer } from '../harness/site-server';
import { until } from '../harness/waiting';
import { type Lang, words } from './words';

export interface Look {
  lang: Lang;
  scheme: 'light' | 'dark';
}

class Story {
  private readonly overlays = new Map<Page, Overlay>();

  constructor(
    private readonly chromium: Chromium,
    private readonly server: SiteServer,
    private readonly look: Look,
    private readonly say: (line: string) => void,
    private readonly folder: string,
  ) {}

  private get words() {
    return words[this.look.lang];
  }

  private async overlay(page: Page): Promise<Overlay> {
    const overlay = this.overlays.get(page) ?? (await Overlay.of(page));
    this.overlays.set(page, overlay);
    return overlay;
  }

  private async picture(page: Page, name: string): Promise<void> {
    // Transitions have ended by then.
    await page.waitForTimeout(350);
    await page.screenshot({ path: join(this.folder, `${name}-${this.look.lang}-${this.look.scheme}.png`) });
  }

  private async openSized(path: string, width: number, height: number): Promise<Page> {
    const page = await this.chromium.context.newPage();
    await page.setViewportSize({ width, height });
    await page.goto(this.chromium.extensionPage(path));
    return page;
  }

  async chooseTheDemoCompany(): Promise<void> {
    await ask(this.chromium, 'saveSettings', { uiLanguage: this.look.lang });
    const page = await this.openSized('options.html', 1280, 900);
    await page.getByRole('button', { name: this.words.chooseDemo }).click();
    const { loadedPacks, loadedLibrary } = await until(
      'the demo company is in force',
      () => ask(this.chromium, 'status', {}),
      (status) => status.loadedLibrary !== null,
    );
    const rules = loadedPacks?.packs.reduce((sum, pack) => sum + pack.rules, 0);
    this.say(
      `The demo company ${loadedPacks?.company ?? ''} is in force: ${rules} rules, ${loadedLibrary?.items} items.`,
    );
    await this.picture(page, 'options');
    await page.close();
  }

  async writeOnLinkedIn(): Promise<void> {
    const { draft, secret } = this.words;
    const shape = composerCalled('LinkedIn post (Quill 2');
    const page = await openComposer(this.chromium, shape);
    const overlay = await this.overlay(page);
    const requestsBefore = this.server.requests.length;

    await page.keyboard.type(draft + secret);
    await until(
      'findings are painted',
      () => marks(page),
      (list) => list.length > 1,
    );
    this.say(`\nAnna types on LinkedIn:\n  ${draft}${secret}`);
    const pill = await overlay.find('pill', (part) => /\d/.test(part.text));
    this.say(`The pill: ${pill.name}`);
    await this.picture(page, 'linkedin-pill');

    await overlay.click('pill');
    await overlay.find('panel');
    this.say('The panel:');
    for (const finding of await overlay.all('finding')) this.say(`  · ${firstLines(finding.text)}`);
    await this.picture(page, 'linkedin-panel');

    const fix = await overlay.click('fix', (part) => /TeamSilbertann/.test(part.name));
    await until(
      'the words are replaced',
      () => textOf(page, 'post'),
      (text) => text !== draft + secret,
    );
    this.say(`She presses "${fix.name}". The draft is now:\n  ${await textOf(page, 'post')}`);
    await page.keyboard.press('Escape');

    await page.click(shape.submit);
    const dialog = await overlay.find('dialog');
    this.say(`She presses Post. It is held: ${firstLines(dialog.text)}`);
    this.say(`Posted so far: ${(await posted(page)).length}`);
    await this.picture(page, 'linkedin-dialog-block');

    await overlay.click('dialog-edit');
    await overlay.waitUntilGone('dialog');
    await page.keyboard.press('Control+End');
    for (const _ of secret) await page.keyboard.press('Backspace');
    await page.waitForTimeout(400);
    await page.click(shape.submit);
    const warning = await overlay.find('dialog');
    this.say(`She removes the code name and presses Post again: ${firstLines(warning.text)}`);
    await this.picture(page, 'linkedin-dialog-warn');
    const mend = await overlay.click('dialog-fix');
    await until(
      'the words are replaced',
      () => marks(page),
      (list) => list.every(({ level }) => level === 'hint'),
    );
    await overlay.click('dialog-post', (part) => !part.disabled);
    const [post] = await until(
      'the post is out',
      () => posted(page),
      (list) => list.length > 0,
    );
    this.say(`She takes the fix "${mend.name}" in the dialog, and posts. In the feed:\n  ${post?.text}`);
    const requests = requestsBeyondTheBrowser(this.server.requests.slice(requestsBefore));
    this.say(`Requests while she wrote, fixed and posted: ${requests.length}`);
    await this.picture(page, 'linkedin-posted');
    await page.close();
  }

  async writeOnX(): Promise<void> {
    const shape = composerCalled('X post in the page');
    const page = await openComposer(this.chromium, shape);
    await page.keyboard.type(this.words.shortDraft);
    await until(
      'the finding is painted',
      () => marks(page),
      (list) => list.length > 0,
    );
    await this.picture(page, 'x-pill');
    await page.keyboard.press('Control+Enter');
    await (await this.overlay(page)).find('dialog');
    this.say(`\nOn X she types "${this.words.shortDraft}" and presses Ctrl+Enter. It is held as well.`);
    await this.picture(page, 'x-dialog');
    await page.close();
  }

  async shareFromTheLibrary(): Promise<void> {
    const { search, searchLabel, makeYours, own, share } = this.words;
    const page = await this.openSized('sidepanel.html', 400, 900);
    await page.locator('.library-card').first().waitFor();
    await this.picture(page, 'side-panel');
    await page.getByPlaceholder(searchLabel).fill(search);
    const card = page.locator('.library-card', { has: page.getByRole('button', { name: share }) });
    await card.getByRole('button', { name: makeYours }).click();
    await card.locator('textarea').fill(own);
    await page.waitForTimeout(400);
    await this.picture(page, 'side-panel-own-words');
    const opened = this.chromium.context.waitForEvent('page');
    await card.getByRole('button', { name: share }).click();
    const composer = await opened;
    await composer.waitForSelector('html[data-ready]', { state: 'attached' });
    this.say(
      `\nIn the side panel she makes an item hers and shares it on X. The link that opens:\n  ${composer.url()}`,
    );
    this.say(`X's composer holds:\n  ${(await textOf(composer, 'modal')).replaceAll('\n', '\n  ')}`);
    await this.picture(composer, 'x-shared');
    await composer.close();
    await page.close();
  }

  async checkElsewhere(): Promise<void> {
    const page = await this.openSized('popup.html', 420, 720);
    await page.locator('textarea').fill(this.words.pasted);
    await page.locator('.mirror mark').first().waitFor({ state: 'attached' });
    await this.picture(page, 'popup');
    await page.close();
  }

  async visitTheNewsroom(): Promise<void> {
    for (const [name, path] of [
      ['newsroom', '/'],
      ['newsroom-article', '/newsroom/tannbox-3'],
    ] as const) {
      const page = await this.chromium.open(`https://www.silbertann.example${path}?lang=${this.look.lang}`);
      await this.picture(page, name);
      await page.close();
    }
  }
}

/** Enough of a finding or dialog to know what it says, on one line. */
function firstLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).slice(0, 4).join(' | ');
}

/** Tells the whole story once. @param folder for its pictures: NAME-LANGUAGE-SCHEME.png */
export async function tell(look: Look, say: (line: string) => void, folder: string): Promise<void> {
  const server = await startSiteServer();
  try {
    const locale = look.lang === 'de' ? 'de-DE' : 'en-GB';
    const chromium = await startChromium({ server, locale, colorScheme: look.scheme });
    try {
      const story = new Story(chromium, server, look, say, folder);
      await story.chooseTheDemoCompany();
      await story.writeOnLinkedIn();
      await story.writeOnX();
      await story.shareFromTheLibrary();
      await story.checkElsewhere();
      await story.visitTheNewsroom();
    } finally {
      await chromium.close();
    }
  } finally {
    await server.close();
  }
}

/** Told aloud once, in German and light; the other looks only leave their pictures. */
export async function runHeadless(): Promise<void> {
  const pictures = join(root, 'build/demo');
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  await tell({ lang: 'de', scheme: 'light' }, console.log, pictures);
  for (const look of [
    { lang: 'en', scheme: 'dark' },
    { lang: 'de', scheme: 'dark' },
    { lang: 'en', scheme: 'light' },
  ] as const) {
    await tell(look, () => undefined, pictures);
  }
  console.log(`\nPictures in German and English, light and dark: ${relative(root, pictures)}/`);
}
