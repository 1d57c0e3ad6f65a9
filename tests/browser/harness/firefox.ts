// Debian's Firefox over WebDriver BiDi, with the built add-on installed for the session.
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { firefoxExtension } from './paths';
import type { SiteServer } from './site-server';
import { until } from './waiting';

export interface Firefox {
  browser: Browser;
  open(url: string): Promise<Page>;
  close(): Promise<void>;
}

/** Answers of WebDriver BiDi to the commands that puppeteer-core has no method for. */
export interface Bidi {
  send(method: 'browsingContext.getTree', parameters: object): Promise<{ result: { contexts: BidiContext[] } }>;
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}
interface BidiContext {
  context: string;
  url: string;
}

export const bidiOf = (browser: Browser): Bidi => (browser as unknown as { connection: Bidi }).connection;

/** The page that opens by itself after the installation. */
export async function onboardingIn(browser: Browser): Promise<string> {
  const found = await until(
    'the page after the installation is open',
    async () => {
      const { result } = await bidiOf(browser).send('browsingContext.getTree', {});
      return result.contexts.find(({ url }) => /^moz-extension:.*\/onboarding\.html$/.test(url)) ?? null;
    },
    (context) => context !== null,
    20_000,
  );
  return (found as BidiContext).context;
}

/** @param extension folder of the add-on; null starts a browser without one */
export async function startFirefox(
  server: SiteServer,
  extension: string | null = firefoxExtension,
  { keepOnboarding = false } = {},
): Promise<Firefox> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      // Every host name leads to our server.
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${server.port};80=${server.port}`,
      'network.trr.mode': 5,
      'network.http.http3.enable': false,
      'intl.accept_languages': 'de-DE, de',
      'extensions.update.enabled': false,
    },
  });
  if (extension) {
    await browser.installExtension(extension);
    // What opens by itself after the installation would come in front of a test's own page at any time.
    if (!keepOnboarding) await bidiOf(browser).send('browsingContext.close', { context: await onboardingIn(browser) });
  }
  return {
    browser,
    open: async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForSelector('html[data-ready]');
      return page;
    },
    close: () => browser.close(),
  };
}
