import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { helperState, menuIds, sharePage, syncHelpers } from '../background/helpers';
import { keepRoamingScripts } from '../background/roaming';
import { Service } from '../background/service';
import { noteTab, tellTabs } from '../background/tab-hosts';
import { texts } from '../helper/texts';
import { translate } from '../i18n';
import type { Messages, MessageType } from '../messages';
import { networkName } from '../ui/networks';

const renewal = 'renew';
const renewalMinutes = 6 * 60;
/** Begins the names of alarms that are for one moment. */
const wakeUp = 'wake:';
const outbox = 'outbox';

/** All that content scripts may ask for: a page that took one over must change nothing and read nothing that is stored. */
const forContentScripts: ReadonlySet<MessageType> = new Set<MessageType>([
  'askApproval',
  'check',
  'intent',
  'posted',
  'reportFinding',
  'status',
  'suggest',
  'takeApproval',
  'worked',
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
      void settleHelpers().then(() => tellTabs(settings, language));
    },
    wake: (at) => {
      for (const when of at) void browser.alarms.create(`${wakeUp}${Math.floor(when / 1000)}`, { when });
    },
    hostsKnown: (hosts) => void keepRoamingScripts(hosts),
    needsRenewal: (needed) => {
      if (needed) void keepRenewalAlarm();
      else void browser.alarms.clear(renewal);
    },
    wakeAt: (at) => {
      if (at === null) void browser.alarms.clear(outbox);
      else void browser.alarms.create(outbox, { when: at });
    },
    managed: async () => browser.storage.managed.get(['role', 'department', 'sites']),
  });
  return starting;
}

/** The company's domains may have changed, or what the person allows on them. */
async function settleHelpers(): Promise<void> {
  try {
    const status = await (await service()).answer('status', {});
    const { menuPage: page, menuQuote: quote } = texts[status.uiLanguage];
    await syncHelpers(status, { page, quote });
  } catch (error) {
    console.error(error);
  }
}

async function fetchAsset(path: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(`/${path}`));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** What waits needs the service, whatever started the background: alarms end with the browser. */
async function resumeOutbox(): Promise<void> {
  try {
    const { outbox: waiting } = await browser.storage.local.get('outbox');
    if (Array.isArray(waiting) && waiting.length > 0) await service();
  } catch (error) {
    console.error(error);
  }
}

/** Setting an alarm anew would put it off each time the background wakes. */
async function keepRenewalAlarm(): Promise<void> {
  if (await browser.alarms.get(renewal)) return;
  await browser.alarms.create(renewal, { periodInMinutes: renewalMinutes });
}

/** A slot has come, or a day is over. */
async function lookAtTheTime(): Promise<void> {
  const running = await service();
  await running.forgetOldTime();
  const { uiLanguage } = await running.answer('status', {});
  // Without the permission the person took it back; there is nothing to show a reminder with.
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  for (const { network, utc, at } of await running.dueReminders()) {
    const words = { network: networkName(network), time: at.slice(11) };
    await browser.notifications.create(`${network} ${utc}`, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icons/128.png'),
      title: translate(uiLanguage, 'plan.dueTitle', words),
      message: translate(uiLanguage, 'plan.dueText', words),
    });
  }
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

/** Browsers call it an installation, too, when an extension from a folder is loaded again; who chose something knows us. */
async function welcome(): Promise<void> {
  const { settings } = await browser.storage.local.get('settings');
  if (settings === undefined) await browser.tabs.create({ url: browser.runtime.getURL('/onboarding.html') });
}

/** A page of its own, because what is handed over there must be seen in full. */
async function openApproval(answer: unknown): Promise<void> {
  const { ok, id } = answer as Messages['askApproval'][1] & { id?: string };
  if (ok && id !== undefined) await browser.tabs.create({ url: browser.runtime.getURL(`/approval.html?id=${id}`) });
}

export default defineBackground(() => {
  void resumeOutbox();

  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (answer: unknown) => void) => {
    if (!isMessage(message)) return false;
    const { type, body } = message;
    if (type === 'openSidePanel') {
      // At once, before anything is awaited: the browser forgets the person's click otherwise.
      void openSidePanel(sender.tab?.windowId).then(sendResponse);
      return true;
    }
    if (type === 'helperState') {
      if (sender.tab?.id !== undefined && sender.url !== undefined) void noteTab(sender.tab.id, sender.url);
      void service()
        .then((running) => running.answer('status', {}))
        .then((status) => helperState(status, (body as Messages['helperState'][0]).host))
        .then(sendResponse, () => sendResponse(null));
      return true;
    }
    const fromOwnPage = sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
    if (!fromOwnPage && !forContentScripts.has(type)) return false;
    if (!fromOwnPage && sender.tab?.id !== undefined && sender.url !== undefined)
      void noteTab(sender.tab.id, sender.url);
    void service()
      .then((running) => running.answer(type, body as never))
      .then(async (answer) => {
        if (type === 'askApproval') await openApproval(answer);
        return answer;
      })
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
    if (name.startsWith(wakeUp)) void lookAtTheTime();
    if (name === outbox) void service().then((running) => running.answer('flushOutbox', {}));
  });

  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void service().then((running) => running.renewPolicy());
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel') void openSidePanel(tab?.windowId);
    if (command === 'share-page') void sharePage(tab?.id, null);
  });

  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (String(menuItemId).startsWith(menuIds.panel)) void openSidePanel(tab?.windowId);
    else void sharePage(tab?.id, selectionText?.trim() || null);
  });

  const settle = () => void settleHelpers();
  browser.permissions.onAdded.addListener(settle);
  browser.permissions.onRemoved.addListener(() => {
    void settleHelpers()
      .then(service)
      .then((running) => running.answer('status', {}))
      .then(({ settings, uiLanguage }) => tellTabs(settings, uiLanguage));
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    settle();
    if (reason === 'install') void welcome();
  });
  browser.runtime.onStartup.addListener(settle);
});
