/** What a person does with an item: share it through the network's own page, put it into the open post, or copy it. */
import { browser } from 'wxt/browser';
import type { Finding, IntentAnswer, Problem } from '../../generated/protocol';
import type { Network } from '../../messages';
import { send } from '../../send';
import { copyText } from '../../ui/clipboard';
import { insertIntoComposer } from '../../ui/surroundings';

export type Outcome =
  | { kind: 'opened' | 'openedPaste' | 'inserted' | 'insertFailed' | 'copied' | 'copyFailed'; network: Network }
  /** Not shared: the guideline stops or advises against this text on this network. */
  | { kind: 'held'; level: 'block' | 'warn'; network: Network; findings: Finding[] }
  | { kind: 'failed'; network: Network; reason: string | null };

/** Opens the network's own composer with the text and the item's link, and remembers that the person did so. */
export async function shareItem(item: string, network: Network, text: string): Promise<Outcome> {
  const intent = await intentFor(item, network, text);
  if ('reason' in intent) return { kind: 'failed', network, reason: intent.reason };
  const { href, prefills } = intent;
  // Copied first: a page loses the right to when another tab comes to the front.
  const copied = prefills && href !== undefined ? true : await copyText(intent.text);
  if (href === undefined) return { kind: copied ? 'copied' : 'copyFailed', network };
  await browser.tabs.create({ url: href });
  await send('posted', { network, kind: 'post', item, opened: true }).catch(() => null);
  return { kind: prefills ? 'opened' : copied ? 'openedPaste' : 'copyFailed', network };
}

/** Text and link into the open composer, or onto the clipboard where there is none. */
export async function takeItem(item: string, network: Network, text: string, way: 'insert' | 'copy'): Promise<Outcome> {
  const intent = await intentFor(item, network, text);
  if ('reason' in intent) return { kind: 'failed', network, reason: intent.reason };
  if (way === 'insert' && (await insertIntoComposer(intent.text))) return { kind: 'inserted', network };
  const copied = await copyText(intent.text);
  if (!copied) return { kind: 'copyFailed', network };
  return { kind: way === 'insert' ? 'insertFailed' : 'copied', network };
}

async function intentFor(
  item: string,
  network: Network,
  text: string,
): Promise<IntentAnswer | { reason: string | null }> {
  const answer = await send('intent', { network, item, text }).catch(() => null);
  if (answer?.ok) return answer;
  return { reason: answer ? answer.problems.map(({ reason, mend }: Problem) => `${reason} ${mend}`).join(' ') : null };
}
