/**
 * Keeps the content scripts of sites that can live on any host (a Mastodon server, the company's intranet) where the
 * person switched them on, and where the browser has given us that host; nowhere else.
 */
import { browser } from 'wxt/browser';
import type { NetworkId } from '../generated/networks';
import { matchOfHost, scriptOfNetwork } from '../sites/sites';

type Hosts = Readonly<Record<string, NetworkId>>;

const prefix = 'roaming:';
const idOf = (host: string, network: NetworkId) => `${prefix}${network}:${host}`;

export function mayRunOn(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [matchOfHost(host)] });
}

/** One after the other: two changes at once would register the same script twice. */
let last: Promise<void> = Promise.resolve();

/** @param hosts which network each switched-on host is */
export function keepRoamingScripts(hosts: Hosts): Promise<void> {
  last = last.then(() => bringInLine(hosts)).catch((error: unknown) => console.error(error));
  return last;
}

async function bringInLine(hosts: Hosts): Promise<void> {
  const wanted = new Map<string, [string, NetworkId]>();
  for (const [host, network] of Object.entries(hosts)) {
    if (await mayRunOn(host)) wanted.set(idOf(host, network), [host, network]);
  }
  const registered = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const superfluous = registered.filter((id) => id.startsWith(prefix) && !wanted.has(id));
  if (superfluous.length > 0) await browser.scripting.unregisterContentScripts({ ids: superfluous });
  const missing = [...wanted].filter(([id]) => !registered.includes(id));
  if (missing.length === 0) return;
  await browser.scripting.registerContentScripts(
    missing.map(([id, [host, network]]) => ({
      id,
      js: [scriptOfNetwork(network)],
      matches: [matchOfHost(host)],
      runAt: 'document_start' as const,
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: true,
    })),
  );
}
