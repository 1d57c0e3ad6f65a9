/**
 * Which tabs have our content script, and on which host: learnt from the messages they send, because the extension
 * asks for no permission to read tabs. Kept in storage.session, which outlives the background's eviction.
 */
import { browser } from 'wxt/browser';
import type { Settings, SiteMode, TabMessages, UiLanguage } from '../messages';
import { siteOfHost } from '../sites/sites';

const key = 'tabHosts';

async function readTabHosts(): Promise<Record<string, string>> {
  const { [key]: stored } = await browser.storage.session.get(key);
  // Written by noteTab alone.
  return (stored as Record<string, string> | undefined) ?? {};
}

/** Remembers the tab that a content script's message came from. */
export async function noteTab(tabId: number, pageUrl: string): Promise<void> {
  if (!URL.canParse(pageUrl)) return;
  const { hostname } = new URL(pageUrl);
  const hosts = await readTabHosts();
  if (hosts[tabId] === hostname) return;
  await browser.storage.session.set({ [key]: { ...hosts, [tabId]: hostname } });
}

/** Tells every tab that settings or packs changed. Tabs that are gone are forgotten. */
export async function tellTabs(settings: Settings, uiLanguage: UiLanguage): Promise<void> {
  const hosts = await readTabHosts();
  const alive: Record<string, string> = {};
  await Promise.all(
    Object.entries(hosts).map(async ([tabId, host]) => {
      const { countTime } = settings;
      const body: TabMessages['changed'][0] = { mode: modeOn(settings, host), uiLanguage, countTime };
      try {
        await browser.tabs.sendMessage(Number(tabId), { type: 'changed', body });
        alive[tabId] = host;
      } catch {
        // The tab was closed, or went to a page without our content script.
      }
    }),
  );
  if (Object.keys(alive).length > 0) await browser.storage.session.set({ [key]: alive });
  else await browser.storage.session.remove(key);
}

function modeOn(settings: Settings, host: string): SiteMode {
  const isSwitchedOn = siteOfHost(host) !== null || host in settings.hosts;
  return isSwitchedOn ? (settings.sites[host] ?? 'inline') : 'off';
}
