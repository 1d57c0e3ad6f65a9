/**
 * The sites whose composers are known. Everything about a site is in shared/networks/NETWORK.json: with hosts and
 * composers given there, the content script runs on it.
 */
import type { ComposerFacts } from '../generated/network';
import { type NetworkId, networkIds, networks } from '../generated/networks';

export interface Site {
  network: NetworkId;
  name: string;
  /** Shapes of composers, most specific first. */
  composers: ComposerFacts[];
}

const sitesByHost: ReadonlyMap<string, Site> = new Map(
  networkIds.flatMap((network) => {
    const { name, hosts, composers } = networks[network];
    return composers ? hosts.map((host): [string, Site] => [host, { network, name, composers }]) : [];
  }),
);

export function siteOfHost(host: string): Site | null {
  return sitesByHost.get(host) ?? null;
}

/** Match patterns of every site, for the manifest. */
export const siteMatches: readonly string[] = [...sitesByHost.keys()].map((host) => `https://${host}/*`);
