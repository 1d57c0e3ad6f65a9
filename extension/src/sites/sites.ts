/**
 * The sites whose composers are known. Everything about a site is in shared/networks/NETWORK.json: with hosts and
 * composers given there, the content script runs on it. A site that can live on any host is switched on host by host.
 */
import type { AnyHost, ComposerFacts, OwnLimit } from '../generated/network';
import { type NetworkId, networkIds, networks } from '../generated/networks';

export interface Site {
  network: NetworkId;
  name: string;
  /** Shapes of composers, most specific first. */
  composers: ComposerFacts[];
  ownLimit?: OwnLimit;
  /** A length to tell the person. */
  hasLimit: boolean;
}

export function siteOfNetwork(network: NetworkId): Site | null {
  const { name, composers, ownLimit, length } = networks[network];
  if (!composers) return null;
  return { network, name, composers, hasLimit: length.isUnknown !== true, ...(ownLimit ? { ownLimit } : {}) };
}

const sitesByHost: ReadonlyMap<string, Site> = new Map(
  networkIds.flatMap((network) => {
    const site = siteOfNetwork(network);
    return site ? networks[network].hosts.map((host): [string, Site] => [host, site]) : [];
  }),
);

export function siteOfHost(host: string): Site | null {
  return sitesByHost.get(host) ?? null;
}

/** Match patterns of every site that has hosts of its own, for the manifest. */
export const siteMatches: readonly string[] = [...sitesByHost.keys()].map(matchOfHost);

export interface RoamingSite {
  network: NetworkId;
  anyHost: AnyHost;
}

/** The sites that can live on any host. */
export const roamingSites: readonly RoamingSite[] = networkIds.flatMap((network) => {
  const { anyHost } = networks[network];
  return anyHost ? [{ network, anyHost }] : [];
});

export function matchOfHost(host: string): string {
  return `https://${host}/*`;
}

/** The content script that works on a roaming site's hosts: an entry point of this name. */
export const scriptOfNetwork = (network: NetworkId) => `content-scripts/${network}.js`;
