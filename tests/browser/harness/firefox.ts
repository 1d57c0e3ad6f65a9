// Debian's Firefox over WebDriver BiDi, with the built add-on installed for the session.
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { firefoxExtension } from './paths';
import type { SiteServer } from './site-server';

export interface Firefox {
  browser: Browser;
  open(url: string): Promise<Page>;
  close(): Promise<void>;
}

/** @param extension folder of the add-on; null starts a browser without one */
export async function startFirefox(server: SiteServer, extension: string | null = firefoxExtension): Promise<Firefox> {
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
  if (extension) await browser.installExtension(extension);
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
