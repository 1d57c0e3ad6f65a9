// The same steps in both browsers: Chromium by playwright-core, Firefox by puppeteer-core over WebDriver BiDi.
import type { BrowserContext, CDPSession, Page as ChromiumPage } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import type { Messages, MessageType } from '../../../extension/src/messages';
import { startChromium } from './chromium';
import type { ComposerShape } from './composers';
import { startFirefox } from './firefox';
import { prepareExtension, relayHost } from './prepared-extension';
import { type SiteServer, startSiteServer } from './site-server';
import { until } from './waiting';

export type BrowserName = 'Chromium' | 'Firefox';
export const browserNames: readonly BrowserName[] = ['Chromium', 'Firefox'];

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A part of our overlay as it is shown. */
export interface ShownPart {
  text: string;
  label: string;
  box: Box;
  hasFocus: boolean;
}

/** What differs between the two browsers. */
interface Hand {
  goto(url: string): Promise<void>;
  /** Runs in the page; what goes in and comes out is plain data. */
  evaluate<T>(script: string): Promise<T>;
  move(x: number, y: number): Promise<void>;
  press(x: number, y: number, count: number): Promise<void>;
  type(text: string): Promise<void>;
  key(keys: string): Promise<void>;
  /** Writes with an input method: a composition, changed once, ended with Enter. Only Chromium's debugger can. */
  composeText?(text: string): Promise<void>;
  /** Runs a function of our overlay's shadow root, which is closed to the page; null where we show nothing. */
  inOverlay<T>(script: string): Promise<T | null>;
  screenshot(path: string): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

const overlaySelector = '[data-botschaft="overlay"]';

const deepQuery = `
const deepQuery = (selector, root = document) => {
  const own = root.querySelector(selector);
  if (own) return own;
  const steps = selector.split(' ');
  for (let count = steps.length - 1; count > 0; count--) {
    const host = root.querySelector(steps.slice(0, count).join(' '));
    const inside = host?.shadowRoot && deepQuery(steps.slice(count).join(' '), host.shadowRoot);
    if (inside) return inside;
  }
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot && deepQuery(selector, shadowRoot);
    if (inside) return inside;
  }
  return null;
};`;

/** One page of a browser, reused from test to test. */
export class Tab {
  constructor(private readonly hand: Hand) {}

  evaluate<A, T>(question: (argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    const given = argument === undefined ? '' : JSON.stringify(argument);
    // What translates the tests gives functions inside functions their names with a helper of this name.
    return this.hand.evaluate<T>(`(() => { const __name = (made) => made; return (${question})(${given}); })()`);
  }

  async open(url: string): Promise<void> {
    await this.hand.goto(url);
    await until(
      'the page is ready',
      () => this.hand.evaluate<boolean>("document.documentElement.dataset.ready === 'true'"),
      Boolean,
    );
  }

  goto(url: string): Promise<void> {
    return this.hand.goto(url);
  }

  /** Where an element is shown, once it is. */
  boxOf(selector: string): Promise<Box> {
    return until(
      `${selector} is shown`,
      () =>
        this.hand.evaluate<Box | null>(`(() => {
          ${deepQuery}
          const found = deepQuery(${JSON.stringify(selector)});
          if (!found) return null;
          let box = found.getBoundingClientRect();
          if (box.top < 0 || box.bottom > innerHeight) {
            found.scrollIntoView({ block: 'center' });
            box = found.getBoundingClientRect();
          }
          return box.width > 0 ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
        })()`),
      (box) => box !== null,
    ) as Promise<Box>;
  }

  async click(selector: string, count = 1): Promise<void> {
    const { x, y, width, height } = await this.boxOf(selector);
    await this.hand.press(x + width / 2, y + height / 2, count);
  }

  /** Submits the page's form as a script of the page does. */
  submitForm(): Promise<void> {
    return this.hand.evaluate(`(() => { ${deepQuery} deepQuery('form').requestSubmit(); })()`);
  }

  type(text: string): Promise<void> {
    return this.hand.type(text);
  }

  key(keys: string): Promise<void> {
    return this.hand.key(keys);
  }

  composeText(text: string): Promise<void> {
    if (!this.hand.composeText) throw new Error('This browser lets no test use an input method.');
    return this.hand.composeText(text);
  }

  move(x: number, y: number): Promise<void> {
    return this.hand.move(x, y);
  }

  screenshot(path: string): Promise<void> {
    return this.hand.screenshot(path);
  }

  /** The shown parts of our overlay with this name. */
  async parts(name: string): Promise<ShownPart[]> {
    const script = `(root) => [...root.querySelectorAll('[data-part="${name}"]')]
      .filter((part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        const label = part.getAttribute('aria-label') ?? part.textContent;
        return { text: part.innerText, label, box: { x, y, width, height }, hasFocus: root.activeElement === part };
      })
      .filter(({ box }) => box.width > 0 && box.height > 0)`;
    return (await this.hand.inOverlay<ShownPart[]>(script)) ?? [];
  }

  part(name: string, accepts: (part: ShownPart) => boolean = () => true): Promise<ShownPart> {
    return until(
      `our "${name}" is shown`,
      async () => (await this.parts(name)).find(accepts) ?? null,
      (part) => part !== null,
    ) as Promise<ShownPart>;
  }

  async gone(name: string): Promise<void> {
    await until(
      `our "${name}" is gone`,
      () => this.parts(name),
      (parts) => parts.length === 0,
    );
  }

  async clickPart(name: string, accepts?: (part: ShownPart) => boolean, count = 1): Promise<void> {
    await this.part(name, accepts);
    // What lies outside the panel's window has to be scrolled into it first.
    await this.hand.inOverlay(
      `(root) => { root.querySelectorAll('[data-part="${name}"]').forEach((part) => part.scrollIntoView({ block: 'nearest' })); }`,
    );
    const { box } = await this.part(name, accepts);
    await this.hand.press(box.x + box.width / 2, box.y + box.height / 2, count);
  }

  bringToFront(): Promise<void> {
    return this.hand.bringToFront();
  }

  close(): Promise<void> {
    return this.hand.close();
  }
}

export interface Driver {
  name: BrowserName;
  server: SiteServer;
  tab: Tab;
  /** Asks the background, as one of the extension's own pages or as a content script; null where it gives no answer. */
  ask<T extends MessageType>(
    type: T,
    body: Messages[T][0],
    as?: 'page' | 'content script',
  ): Promise<Messages[T][1] | null>;
  /** Opens the composer and puts the caret into it with the mouse. */
  compose(shape: ComposerShape): Promise<void>;
  /** The same in the page that is open already, after a post. */
  composeAgain(shape: ComposerShape): Promise<void>;
  close(): Promise<void>;
}

export async function startDriver(name: BrowserName, guideline: unknown): Promise<Driver> {
  const server = await startSiteServer();
  const extension = prepareExtension(name === 'Chromium' ? 'chrome' : 'firefox', guideline);
  const { newHand, end } = await (name === 'Chromium' ? inChromium : inFirefox)(server, extension.folder);
  const tab = new Tab(await newHand());
  let relay: Tab | null = null;
  return {
    name,
    server,
    tab,
    async ask(type, body, as = 'page') {
      if (!relay) {
        relay = new Tab(await newHand());
        await relay.goto(`https://${relayHost}/`);
        const isReady = () => document.documentElement.dataset.relay === 'true';
        await until('the relay is ready', () => (relay as Tab).evaluate(isReady), Boolean);
        // Browsers slow down pages that nobody sees.
        await tab.bringToFront();
      }
      return relay.evaluate(
        ([message, sender]) =>
          new Promise((resolve) => {
            const id = Math.random();
            addEventListener('message', ({ data }) => {
              if (data.of === id) resolve(data.answer ?? null);
            });
            postMessage({ ask: message, as: sender, id });
          }),
        [{ type, body }, as] as const,
      ) as never;
    },
    async compose(shape) {
      await tab.open(shape.url);
      if (shape.opener) await tab.click(shape.opener);
      await tab.click(shape.editable);
    },
    async composeAgain(shape) {
      await tab.evaluate(() => {
        (window as unknown as { posted: unknown[] }).posted.length = 0;
      });
      if (shape.opener) await tab.click(shape.opener);
      await tab.click(shape.editable);
    },
    async close() {
      await end();
      await server.close();
      extension.remove();
    },
  };
}

async function inChromium(server: SiteServer, extension: string) {
  const browser = await startChromium({ server, extension });
  return { newHand: () => chromiumHand(browser.context), end: () => browser.close() };
}

async function chromiumHand(context: BrowserContext): Promise<Hand> {
  const page: ChromiumPage = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    evaluate: (script) => page.evaluate(script) as Promise<never>,
    move: (x, y) => page.mouse.move(x, y),
    press: (x, y, clickCount) => page.mouse.click(x, y, { clickCount }),
    type: (text) => page.keyboard.type(text),
    key: (keys) => page.keyboard.press(keys),
    async composeText(text) {
      for (const part of [text.slice(0, 3), text]) {
        await session.send('Input.imeSetComposition', {
          text: part,
          selectionStart: part.length,
          selectionEnd: part.length,
        });
      }
      const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
      await session.send('Input.insertText', { text });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    },
    async inOverlay(script) {
      const { result: host } = await session.send('Runtime.evaluate', {
        expression: `document.querySelector('${overlaySelector}')`,
      });
      if (!host.objectId) return null;
      const { node } = await session.send('DOM.describeNode', { objectId: host.objectId, depth: 1, pierce: true });
      const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
      if (backendNodeId === undefined) return null;
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration: `function () { return (${script})(this); }`,
        returnByValue: true,
      });
      return result.value;
    },
    screenshot: async (path) => void (await page.screenshot({ path })),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

async function inFirefox(server: SiteServer, extension: string) {
  const firefox = await startFirefox(server, extension);
  return { newHand: async () => firefoxHand(await firefox.browser.newPage()), end: () => firefox.close() };
}

/** A page of Firefox that is open already, with what a driver's tab can do. */
export const firefoxTab = (page: FirefoxPage, ours: 'overlay' | 'helper' = 'overlay'): Tab =>
  new Tab(firefoxHand(page, `[data-botschaft="${ours}"]`));

/** What WebDriver BiDi answers to a command that runs a script. */
interface ScriptAnswer {
  result: { type: string; exceptionDetails?: { text: string }; result: RemoteValue };
}
interface RemoteValue {
  value?: unknown;
  sharedId?: string;
}

function firefoxHand(page: FirefoxPage, host = overlaySelector): Hand {
  // puppeteer-core has no command that reaches closed shadow roots; the protocol has.
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, parameters: object): Promise<ScriptAnswer> };
  };
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const common = { target: { context }, awaitPromise: false };
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    evaluate: (script) => page.evaluate(script) as Promise<never>,
    move: (x, y) => page.mouse.move(x, y),
    press: (x, y, count) => page.mouse.click(x, y, { count }),
    type: (text) => page.keyboard.type(text),
    async key(keys) {
      const parts = keys.split('+');
      const last = parts.pop() ?? '';
      for (const held of parts) await page.keyboard.down(held as 'Control');
      await page.keyboard.press(last as 'Enter');
      for (const held of parts.reverse()) await page.keyboard.up(held as 'Control');
    },
    async inOverlay(script) {
      const found = await connection.send('script.evaluate', {
        ...common,
        expression: `document.querySelector(${JSON.stringify(host)})`,
        serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
      });
      const node = found.result.result.value as { shadowRoot?: RemoteValue } | null | undefined;
      if (!node?.shadowRoot?.sharedId) return null;
      const answer = await connection.send('script.callFunction', {
        ...common,
        functionDeclaration: `(root) => JSON.stringify((${script})(root) ?? null)`,
        arguments: [{ sharedId: node.shadowRoot.sharedId }],
      });
      if (answer.result.type !== 'success') throw new Error(answer.result.exceptionDetails?.text);
      return JSON.parse(String(answer.result.result.value));
    },
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
