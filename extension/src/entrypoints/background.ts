import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { Service } from '../background/service';
import { noteTab, tellTabs } from '../background/tab-hosts';
import type { Messages, MessageType } from '../messages';

const renewal = 'renew';
const renewalMinutes = 6 * 60;

/** What only the extension's own pages may ask for: a page that took over a content script must not change the guideline. */
const forOwnPages: ReadonlySet<MessageType> = new Set<MessageType>([
  'loadPackFile',
  'loadPackUrl',
  'loadLibraryFile',
  'loadLibraryUrl',
  'renew',
  'useBuiltin',
  'chooseLegal',
  'stored',
  'deleteStored',
]);

let starting: Promise<Service> | null = null;

/** The service, started when the first message comes after the browser woke the background. */
function service(): Promise<Service> {
  starting ??= Service.start({
    assets: {
      text: async (path) => (await fetchAsset(path)).text(),
      bytes: async (path) => (await fetchAsset(path)).arrayBuffer(),
    },
    lasting: browser.storage.local,
    session: browser.storage.session,
    browserLanguage: () => browser.i18n.getUILanguage(),
    now: () => Date.now(),
    changed: (settings, language) => {
      void tellTabs(settings, language);
    },
    needsRenewal: (needed) => {
      if (needed) void keepRenewalAlarm();
      else void browser.alarms.clear(renewal);
    },
  });
  return starting;
}

async function fetchAsset(path: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(`/${path}`));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Setting an alarm anew would put it off each time the background wakes. */
async function keepRenewalAlarm(): Promise<void> {
  if (await browser.alarms.get(renewal)) return;
  await browser.alarms.create(renewal, { periodInMinutes: renewalMinutes });
}

function isMessage(value: unknown): value is { type: MessageType; body: Messages[MessageType][0] } {
  return typeof value === 'object' && value !== null && 'type' in value && 'body' in value;
}

/** Opens the panel beside the page. Works only straight after a click or key, which Firefox does not pass on to here. */
function openSidePanel(windowId: number | undefined): Promise<{ ok: boolean }> {
  if (windowId === undefined || !browser.sidePanel) return Promise.resolve({ ok: false });
  return browser.sidePanel.open({ windowId }).then(
    () => ({ ok: true }),
    () => ({ ok: false }),
  );
}

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (answer: unknown) => void) => {
    if (!isMessage(message)) return false;
    const { type, body } = message;
    if (type === 'openSidePanel') {
      // At once, before anything is awaited: the browser forgets the person's click otherwise.
      void openSidePanel(sender.tab?.windowId).then(sendResponse);
      return true;
    }
    const fromOwnPage = sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
    if (!fromOwnPage && forOwnPages.has(type)) return false;
    if (!fromOwnPage && sender.tab?.id !== undefined && sender.url !== undefined)
      void noteTab(sender.tab.id, sender.url);
    void service()
      .then((running) => running.answer(type, body as never))
      .then(sendResponse, (error: unknown) => {
        // Unforeseen: no answer, which the sender knows how to say, and the next message starts afresh.
        console.error(error);
        starting = null;
        sendResponse(null);
      });
    return true;
  });

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === renewal) void service().then((running) => running.answer('renew', {}));
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel') void openSidePanel(tab?.windowId);
  });
});
