/** A request for approval as it is kept on this machine, and what can be passed on of it afterwards. */
import type { Draft, Kind, Network } from '../messages';
import type { Decision } from './token';

/**
 * `approved`, `changes`, `refused` and `expired` come from the core, which looks at the text and the clock; never from what
 * is kept. `failed`: not asked yet, and what was to be sent is sent no more unless the person says so.
 */
export type RecordState = 'draft' | 'waiting' | 'failed' | 'asked' | 'approved' | 'changes' | 'refused' | 'expired';

export interface ApprovalRecord {
  id: string;
  network: Network;
  kind: Kind;
  /** As it was when approval was asked for: what the approver reads. */
  text: string;
  textHash: string;
  /** What the draft had besides, because the duty to ask may hang on it. */
  answers?: NonNullable<Draft['answers']>;
  images?: number;
  videos?: number;
  /** The page that the draft links to, where there is one. */
  link?: string;
  pack?: string;
  packVersion?: string;
  /** The channel that the guideline names for it. */
  channel?: string;
  findings: { rule: string; level: string; title: string; message: string }[];
  needed: { id: string; title: string; by: { id: string; name: string }[] }[];
  /** Epoch milliseconds of each step, oldest first. */
  steps: RecordStep[];
  /** Verified approvals for this text, newest last. */
  tokens: string[];
}

export type RecordStep =
  | { at: number; what: 'prepared' }
  | { at: number; what: 'asked'; channel: string }
  | { at: number; what: Decision; by: string; note?: string; until: number };

/** What a person may pass on as proof: everything but the text itself, for which its hash stands. */
export function receiptOf(record: ApprovalRecord, state: RecordState, now: number): string {
  const time = (at: number) => new Date(at).toISOString();
  const receipt = {
    format: 'botschaft-approval-receipt/1',
    written: time(now),
    network: record.network,
    kind: record.kind,
    textHash: `sha-256:${record.textHash}`,
    pack: record.pack ?? null,
    packVersion: record.packVersion ?? null,
    state,
    needed: record.needed,
    findings: record.findings,
    steps: record.steps.map((step) => ({
      ...step,
      at: time(step.at),
      ...('until' in step ? { until: time(step.until) } : {}),
    })),
    tokens: record.tokens,
  };
  return `${JSON.stringify(receipt, null, 2)}\n`;
}
