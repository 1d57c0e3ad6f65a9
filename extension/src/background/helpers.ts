/**
 * The helper on the company's pages, and the entry in the context menu there: registered for exactly those domains of the
 * guideline that the person has allowed, and for none of them where the guideline wants nothing in its pages.
 */
import { browser } from 'wxt/browser';
import type { HelperState, Status } from '../messages';

const scriptId = 'helper';
const file = 'content-scripts/helper.js';
/** The id says what a click does: there is no time to look it up before the browser forgets the click. */
export const menuIds = { inline: 'share-inline', panel: 'share-panel' } as const;

export const originOf = (domain: string): string => `https://*.${domain}/*`;

/** A domain of the guideline's is the company's, not everybody's: at least one dot, and nothing but a host name. */
const isDomain = (domain: string): boolean => /^(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}$/i.test(domain);

export const domainsOf = (status: Status): string[] => (status.loadedPacks?.domains ?? []).filter(isDomain);

export function domainOf(status: Status, host: string): string | undefined {
  return domainsOf(status).find((domain) => host === domain || host.endsWith(`.${domain}`));
}

async function allowedOrigins(status: Status): Promise<string[]> {
  const origins = domainsOf(status).map(originOf);
  const allowed = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return origins.filter((_, number) => allowed[number]);
}

export async function helperState(status: Status, host: string): Promise<HelperState & { on: boolean }> {
  const domain = domainOf(status, host);
  const { help = 'inline', position = 'corner', article } = status.loadedPacks?.website ?? {};
  const allowed = domain !== undefined && (await browser.permissions.contains({ origins: [originOf(domain)] }));
  return {
    on: allowed && help === 'inline' && status.settings.sites[host] !== 'off',
    position,
    ...(article === undefined ? {} : { article }),
    uiLanguage: status.uiLanguage,
  };
}

let last = '';

/** @param titles of the menu's entry, for the page and for selected words */
export async function syncHelpers(status: Status, titles: { page: string; quote: string }): Promise<void> {
  const help = status.loadedPacks?.website?.help ?? 'inline';
  const matches = help === 'off' ? [] : await allowedOrigins(status);
  const wanted = JSON.stringify([help, matches, titles]);
  if (wanted === last) return;
  last = wanted;
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  const scripts = help === 'inline' && matches.length > 0;
  const script = { id: scriptId, js: [file], matches, runAt: 'document_idle' as const };
  if (known.length > 0 && !scripts) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
  else if (known.length > 0) await browser.scripting.updateContentScripts([script]);
  else if (scripts) await browser.scripting.registerContentScripts([script]);
  await browser.contextMenus.removeAll();
  if (matches.length === 0) return;
  const id = help === 'panel' ? menuIds.panel : menuIds.inline;
  browser.contextMenus.create({ id, title: titles.page, contexts: ['page', 'image'], documentUrlPatterns: matches });
  browser.contextMenus.create({
    id: `${id}-quote`,
    title: titles.quote,
    contexts: ['selection'],
    documentUrlPatterns: matches,
  });
  if (!scripts) return;
  // Pages that are open already need not be loaded anew.
  for (const tab of await browser.tabs.query({ url: matches })) {
    if (tab.id === undefined) continue;
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [file] }).catch(() => null);
  }
}

/** Opens the helper's panel in the tab; false where it is not there. */
export async function sharePage(tab: number | undefined, quote: string | null): Promise<boolean> {
  if (tab === undefined) return false;
  return browser.tabs.sendMessage(tab, { type: 'sharePage', body: { quote } }).then(
    () => true,
    () => false,
  );
}
