import { type NetworkId, networkIds, networks } from '../generated/networks';

/** Networks in the order they are offered: those with a composer of ours first, then by name. */
export const offeredNetworks: readonly NetworkId[] = [...networkIds].sort((a, b) => {
  const known = Number(networks[b].composers !== undefined) - Number(networks[a].composers !== undefined);
  return known || networks[a].name.localeCompare(networks[b].name);
});

export const networkName = (network: NetworkId): string => networks[network].name;
