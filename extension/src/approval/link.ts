/**
 * An approval that comes back by link: the address of the network with the approval behind #, which browsers do not send to
 * the site. Our content script there takes it.
 */
import { networks } from '../generated/networks';
import type { Network } from '../messages';

const name = 'botschaft-approval';

/** Null for a network where we have no content script. */
export function approvalLink(network: Network, token: string): string | null {
  const { hosts = [], composers } = networks[network];
  return composers === undefined || hosts[0] === undefined ? null : `https://${hosts[0]}/#${name}=${token}`;
}

/** The approval in an address's fragment; null where there is none. */
export function approvalInHash(hash: string): string | null {
  const [, token] = new RegExp(`#${name}=([\\w.-]+)`).exec(hash) ?? [];
  return token ?? null;
}
