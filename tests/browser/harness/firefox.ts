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

const isAt = ({ pathname, search }: URL, path: string) => [pathname, pathname + search].includes(`/${path}`);

/** One of the extension's own pages, as soon as it is open; its address is told by nothing but the page itself. */
export async function extensionPageIn(browser: Browser, path: string): Promise<Page> {
  const found = await until(
    `${path} is open`,
    async () => {
      for (const page of await browser.pages()) {
        const href = await page.evaluate(() => location.href).catch(() => '');
        if (href.startsWith('moz-extension:') && isAt(new URL(href), path)) return page;
      }
      return null;
    },
    (page) => page !== null,
    20_000,
  );
  return found as Page;
}

export interface FirefoxOptions {
  /** Leaves the page open that greets after the installation. */
  keepOnboarding?: boolean;
  /** Settings of Firefox itself, besides ours. */
  prefs?: Record<string, unknown>;
}

/** @param extension folder of the add-on; null starts a browser without one */
export async function startFirefox(
  server: SiteServer,
  extension: string | null = firefoxExtension,
  { keepOnboarding = false, prefs = {} }: FirefoxOptions = {},
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
      ...prefs,
    },
  });
  if (extension) {
    await browser.installExtension(extension);
    // What opens by itself after the installation would come in front of a test's own page at any time.
    if (!keepOnboarding) await (await extensionPageIn(browser, 'onboarding.html')).close();
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
