/** What is handed over when approval is asked for: words for people, and a code that brings the exact text along. */
import { translate } from '../i18n';
import type { Network, UiLanguage } from '../messages';
import { networkName } from '../ui/networks';
import type { ApprovalRecord } from './record';
import { fromBase64Url, toBase64Url } from './token';

/** What an approver's extension reads back: the text letter by letter, whatever a messenger made of it on the way. */
export interface RequestCode {
  text: string;
  network: Network;
  pack?: string;
  packVersion?: string;
}

const prefix = 'botschaft-request:';

export function requestCode({ text, network, pack, packVersion }: RequestCode): string {
  const json = JSON.stringify({ text, network, pack, packVersion });
  return prefix + toBase64Url(new TextEncoder().encode(json));
}

/** The first code in a message; null where there is none, or a damaged one. */
export function readRequestCode(message: string): RequestCode | null {
  const [, code = ''] = /botschaft-request:([\w-]+)/.exec(message) ?? [];
  const bytes = fromBase64Url(code);
  if (!bytes || bytes.length === 0) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value !== 'object' || value === null) return null;
    const { text, network, pack, packVersion } = value as Record<string, unknown>;
    if (typeof text !== 'string' || typeof network !== 'string') return null;
    return {
      text,
      // The check refuses a network that it does not know.
      network: network as Network,
      ...(typeof pack === 'string' ? { pack } : {}),
      ...(typeof packVersion === 'string' ? { packVersion } : {}),
    };
  } catch {
    return null;
  }
}

export interface Message {
  /** One line: a card's name, a mail's subject. */
  title: string;
  body: string;
}

/** @param note the author's own words to the approver */
export function approvalMessage(record: ApprovalRecord, note: string, language: UiLanguage): Message {
  const t = (key: Parameters<typeof translate>[1], values: Record<string, string> = {}) =>
    translate(language, key, values);
  const network = networkName(record.network);
  const needed = record.needed.map(({ title, by }) => `- ${title} (${by.map(({ name }) => name).join(', ')})`);
  const findings = record.findings.map(({ title, message }) => `- ${title}: ${message}`);
  const parts = [
    note.trim(),
    `${t('approval.message.text')}\n———\n${record.text}\n———`,
    needed.length > 0 ? `${t('approval.message.needed')}\n${needed.join('\n')}` : '',
    findings.length > 0 ? `${t('approval.message.findings')}\n${findings.join('\n')}` : '',
    record.link ? `${t('approval.message.link')} ${record.link}` : '',
    record.pack ? t('approval.message.pack', { pack: record.pack, version: record.packVersion ?? '' }) : '',
    `${t('approval.message.how')}\n${requestCode(record)}`,
  ];
  return {
    title: t('approval.message.title', { network }),
    body: parts.filter((part) => part !== '').join('\n\n'),
  };
}

/** "I am taking this one", so that two people do not do the same work. */
export function claimMessage(item: { title: string; url: string }, who: string, language: UiLanguage): Message {
  const title = translate(language, 'approval.claim.title', { title: item.title });
  const said = translate(language, who === '' ? 'approval.claim.bodyNameless' : 'approval.claim.body', { who });
  return { title, body: `${said}\n\n${item.title}\n${item.url}` };
}
