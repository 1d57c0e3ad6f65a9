// Debian's Chromium with an empty profile, the built extension, and no way out to the internet.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { demoSites } from './demo-sites';
import { chromeExtension } from './paths';
import type { SiteServer } from './site-server';

export interface ChromiumOptions {
  server: SiteServer;
  /** Folder of the extension; null starts a browser without one, to compare with. */
  extension?: string | null;
  /** What pages are asked for in; Debian's Chromium itself speaks English without its package of translations. */
  locale?: 'de-DE' | 'en-GB';
  colorScheme?: 'light' | 'dark';
  headless?: boolean;
  /** Leaves the page open that greets after the installation. */
  keepOnboarding?: boolean;
  /** Folder of the profile, kept when the browser ends; left out, an empty one that goes with it. */
  profile?: string;
}

export interface Chromium {
  context: BrowserContext;
  /** Opens a page and waits until its own scripts have run. */
  open(url: string): Promise<Page>;
  /** Address of one of the extension's pages. */
  extensionPage(path: string): string;
  /** The extension's service worker, started anew when the browser has stopped it. */
  background(): Promise<Worker>;
  close(): Promise<void>;
}

/** Every host leads to our server; QUIC and background services would go around it. */
export function chromiumArguments(port: number): string[] {
  const asRoot = process.getuid?.() === 0;
  return [
    `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
    '--ignore-certificate-errors',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    ...(asRoot ? ['--no-sandbox'] : []),
  ];
}

export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const { server, extension = chromeExtension, locale = 'de-DE', colorScheme = 'light', headless = true } = options;
  if (extension && !existsSync(join(extension, 'manifest.json'))) {
    throw new Error('The extension is not built: run "npm run build" first.');
  }
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'botschaft-chromium-'));
  if (!options.profile) {
    // No offer to translate the German pages over what is to be looked at.
    mkdirSync(join(profile, 'Default'));
    writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ translate: { enabled: false } }));
  }
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless,
    locale,
    colorScheme,
    viewport: headless ? { width: 1280, height: 800 } : null,
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ['--disable-extensions', ...(headless ? [] : ['--enable-automation'])],
    args: [
      ...chromiumArguments(server.port),
      // A window for people: without the bar that warns of the flags above.
      ...(headless ? ['--headless=new'] : ['--start-maximized', '--test-type']),
      ...(extension ? [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`] : []),
    ],
  });
  const background = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = extension ? new URL((await background()).url()).host : '';
  // What opens by itself after the installation would come in front of a test's own page at any time.
  if (id && !options.keepOnboarding && !options.profile) await (await onboardingIn(context)).close();
  return {
    context,
    open: async (url) => {
      const page = await context.newPage();
      await page.goto(url);
      if (isDemoComposer(url)) await page.waitForSelector('html[data-ready]', { state: 'attached' });
      return page;
    },
    extensionPage: (path) => `chrome-extension://${id}/${path}`,
    background,
    close: async () => {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** The page that opens by itself after the installation. */
export async function onboardingIn(context: BrowserContext): Promise<Page> {
  const isIt = (page: Page) => page.url().endsWith('/onboarding.html');
  return context.pages().find(isIt) ?? context.waitForEvent('page', { predicate: isIt, timeout: 15_000 });
}

const isDemoComposer = (url: string) => demoSites.some(({ host }) => new URL(url).hostname === host);
