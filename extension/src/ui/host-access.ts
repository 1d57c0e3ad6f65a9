/**
 * Sites that can live on any host are switched on one host at a time. The browser asks the person for that host, and it is
 * given back when they switch it off.
 */
import { browser } from 'wxt/browser';
import type { NetworkId } from '../generated/networks';
import type { Settings } from '../messages';
import { matchOfHost, roamingSites, scriptOfNetwork } from '../sites/sites';
import type { PageState } from './page';

type Change = PageState['change'];

/** To be called straight after a click: the browser asks nobody otherwise. False when the person said no. */
export async function switchHostOn(
  { host, network, tab }: { host: string; network: NetworkId; tab: number },
  settings: Settings,
  change: Change,
): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [matchOfHost(host)] });
  if (!granted) return false;
  await change('saveSettings', { hosts: { ...settings.hosts, [host]: network } });
  // The page that is open was loaded without us.
  await browser.scripting.executeScript({ target: { tabId: tab }, files: [`/${scriptOfNetwork(network)}`] });
  return true;
}

export async function switchHostOff(host: string, settings: Settings, change: Change): Promise<void> {
  const { [host]: _, ...hosts } = settings.hosts;
  await change('saveSettings', { hosts });
  await browser.permissions.remove({ origins: [matchOfHost(host)] });
}

/** Which site that can live on any host this page is: named by the guideline, or recognised by what is on it. */
export async function roamingSiteOn(tab: number, host: string, intranet: readonly string[]): Promise<NetworkId | null> {
  for (const { network, anyHost } of roamingSites) {
    if (anyHost.by === 'guideline' ? intranet.includes(host) : await isOnPage(tab, anyHost.seenBy ?? []))
      return network;
  }
  return null;
}

async function isOnPage(tab: number, selectors: string[]): Promise<boolean> {
  if (selectors.length === 0) return false;
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: tab },
      func: (wanted: string) => document.querySelector(wanted) !== null,
      args: [selectors.join(',')],
    });
    return answer?.result === true;
  } catch {
    // A page that the browser keeps extensions off.
    return false;
  }
}
