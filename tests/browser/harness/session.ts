// What nearly every browser test starts from: the server, a browser with the extension, and the tests' guideline.
import guideline from '../fixtures/guideline.json' with { type: 'json' };
import { type Chromium, type ChromiumOptions, startChromium } from './chromium';
import { applyGuideline } from './extension';
import { type RecordedRequest, type SiteServer, startSiteServer } from './site-server';

export interface Session {
  server: SiteServer;
  chromium: Chromium;
  close(): Promise<void>;
}

export async function startSession(options: Omit<ChromiumOptions, 'server'> = {}): Promise<Session> {
  const server = await startSiteServer();
  try {
    const chromium = await startChromium({ server, ...options });
    if (options.extension !== null) {
      await applyGuideline(chromium, guideline, options.locale === 'en-GB' ? 'en' : 'de');
    }
    return {
      server,
      chromium,
      close: async () => {
        await chromium.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Hosts that the browser itself looks up (updates, its account page, its spelling dictionaries), whatever is open. */
const hostsOfTheBrowser = [
  'update.googleapis.com',
  'accounts.google.com',
  'redirector.gvt1.com',
  'clients2.google.com',
  'optimizationguide-pa.googleapis.com',
  'www.google.com',
  'firefox.settings.services.mozilla.com',
  'content-signature-2.cdn.mozilla.net',
  'detectportal.firefox.com',
  'push.services.mozilla.com',
  'incoming.telemetry.mozilla.org',
];

/** Requests that were not the browser's own. */
export function requestsBeyondTheBrowser(requests: RecordedRequest[]): string[] {
  return requests.map((request) => request.url).filter((url) => !hostsOfTheBrowser.includes(new URL(url).hostname));
}
