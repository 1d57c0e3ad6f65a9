/**
 * Requests for approval: what was asked, what came back, what still waits to be sent. Everything is in the store, so that
 * nothing depends on how long the browser lets the background live. Whether an approval is worth anything for a text is
 * the core's to say; here only its signature is verified.
 */
import { type FailureCode, type Outgoing, sendOut, trelloCards } from '../approval/channels';
import type { ApprovalRecord, RecordState } from '../approval/record';
import { type ApprovalClaims, hasEd25519, hashOf, isSignedBy, makeKey, readToken, sign } from '../approval/token';
import type { CoreHost } from '../engine/core';
import { type ProblemCode, problem } from '../engine/problems';
import type {
  ApprovalChannel,
  CheckAnswer,
  CheckRequest,
  Duties,
  GivenApproval,
  LoadPacksAnswer,
  Problem,
} from '../generated/protocol';
import type { ApprovalCaveat, ApprovalEntry, Approver, Draft, Failed, Messages, UiLanguage } from '../messages';
import type { Store } from './store';

/** Something that waits to be sent, or could not be. */
export interface OutboxEntry {
  id: string;
  /** The record it asks for, or the content item that it claims. */
  record?: string;
  item?: string;
  channel: string;
  type: ApprovalChannel['type'];
  outgoing: Outgoing;
  attempts: number;
  /** Epoch milliseconds: not before then. */
  notBefore: number;
  /** Set while it is on its way: where the background ends meanwhile, nobody knows whether it arrived. */
  startedAt?: number;
  /** Why it has not arrived; `isFinal`: only the person can try again. */
  failure?: { code: FailureCode; detail: string; isFinal: boolean };
}

/** What a check takes of approvals: the draft's hash, and what approvers said. */
export type CheckedAnswers = Required<Pick<CheckRequest, 'textHash' | 'approvals'>>;

export interface ApprovalParts {
  store: Store;
  core(): CoreHost | Failed;
  packs(): LoadPacksAnswer | null;
  language(): UiLanguage;
  now(): number;
  /** With all that came in, or with these answers only. */
  check(draft: Draft, answers?: CheckedAnswers): Promise<CheckAnswer | Failed>;
  /** Epoch milliseconds at which `flush` is to be called; null: not at all. */
  wakeAt(at: number | null): void;
}

type ApprovalWorth = NonNullable<Duties['states']>[number];

const mostRecords = 200;
const mostLoose = 100;
/** Approvals that go into one check. */
const mostGiven = 100;
/** Seconds by which an approver's clock may go ahead of the author's. */
const clockLeeway = 5 * 60;
const daySeconds = 24 * 60 * 60;

export class Approvals {
  /** Signatures verified before, by token and key. */
  private readonly verified = new Map<string, boolean>();
  private flushing: Promise<void> | null = null;

  constructor(private readonly parts: ApprovalParts) {}

  /** For a check: the draft's hash, and what each person said last, about it and other texts. Nothing where there is none. */
  async forCheck(text: string): Promise<CheckedAnswers | null> {
    const { tokens } = this;
    if (tokens.length === 0) return null;
    const textHash = await this.hash(text);
    if (textHash === null) return null;
    const given = (await this.lastAnswers(tokens)).map(({ claims }) => asGiven(claims));
    const isAbout = (approval: GivenApproval) => approval.textHash === textHash;
    const ordered = [...given.filter((each) => !isAbout(each)), ...given.filter(isAbout)];
    return { textHash, approvals: ordered.slice(-mostGiven) };
  }

  /** Opens a request for a draft as it stands; the same draft gets the same request. */
  async prepare(draft: Draft & { link?: string }): Promise<{ ok: true; id: string } | Failed> {
    const { text, network, kind, link, answers, images, videos } = draft;
    const [answer, textHash] = [await this.parts.check(draft), await this.hash(text)];
    if (!answer.ok) return answer;
    if (textHash === null) return this.failed('core-missing');
    const needed = (answer.duties?.approvals ?? []).filter(({ state }) => state !== 'given');
    const known = this.records.find((record) => record.textHash === textHash && record.network === network);
    const pack = this.parts.packs()?.packs.at(-1);
    const channel = needed.find((duty) => duty.channel !== undefined)?.channel;
    const record: ApprovalRecord = {
      id: known?.id ?? crypto.randomUUID(),
      network,
      kind,
      text,
      textHash,
      ...(answers === undefined ? {} : { answers }),
      ...(images === undefined ? {} : { images }),
      ...(videos === undefined ? {} : { videos }),
      ...(link === undefined ? {} : { link }),
      ...(pack ? { pack: pack.id, packVersion: pack.version } : {}),
      ...(channel === undefined ? {} : { channel }),
      findings: answer.findings.map(({ rule, level, title, message }) => ({ rule, level, title, message })),
      needed: needed.map(({ id, title, by }) => ({ id, title, by: by.map(({ id, name }) => ({ id, name })) })),
      steps: known?.steps ?? [{ at: this.parts.now(), what: 'prepared' }],
      tokens: known?.tokens ?? [],
    };
    await this.keep(record);
    return { ok: true, id: record.id };
  }

  async list(): Promise<Messages['approvals'][1]> {
    const entries: ApprovalEntry[] = [];
    for (const record of this.records.toReversed()) {
      entries.push({
        record,
        state: await this.stateOf(record),
        waiting: this.outbox.filter(({ record: of }) => of === record.id).map((entry) => this.told(entry)),
      });
    }
    const key = this.parts.store.get('approverKey');
    return {
      entries,
      claims: this.parts.store.get('claims') ?? [],
      waitingClaims: this.outbox.filter(({ item }) => item !== undefined).map((entry) => this.told(entry)),
      approver: key ? { person: key.kid, publicKey: key.x } : null,
      trelloToken: this.parts.store.get('trelloToken') ?? '',
      canSign: await hasEd25519(),
    };
  }

  /** Puts exactly these bytes on their way, now or as soon as that is possible. */
  async send({ record, item, channel, outgoing }: Messages['approvalSend'][0]): Promise<{ ok: true } | Failed> {
    const known = this.parts.packs()?.channels?.find(({ id }) => id === channel);
    // What the guideline does not name gets nothing, whatever a page of ours was made to say.
    const expected = known?.type === 'trello' ? trelloCards : known?.url;
    if (!known || expected !== outgoing.url) return this.failed('channel-unknown', channel);
    const entry: OutboxEntry = {
      id: crypto.randomUUID(),
      ...(record === undefined ? {} : { record }),
      ...(item === undefined ? {} : { item }),
      channel,
      type: known.type,
      outgoing,
      attempts: 0,
      notBefore: this.parts.now(),
    };
    await this.parts.store.set('outbox', [...this.outbox, entry]);
    await this.flush();
    return { ok: true };
  }

  /** A mail, a card to confirm or a copy: the person has taken it from here. */
  async handedOver({ record, item, channel }: Messages['approvalHandedOver'][0]): Promise<{ ok: true }> {
    await this.arrived({
      ...(record === undefined ? {} : { record }),
      ...(item === undefined ? {} : { item }),
      channel,
    });
    return { ok: true };
  }

  async retry(id: string): Promise<{ ok: true }> {
    const again = ({ failure: _, startedAt: __, ...entry }: OutboxEntry) => ({ ...entry, notBefore: this.parts.now() });
    await this.parts.store.set(
      'outbox',
      this.outbox.map((entry) => (entry.id === id ? again(entry) : entry)),
    );
    await this.flush();
    return { ok: true };
  }

  async discard(id: string): Promise<{ ok: true }> {
    await this.parts.store.set(
      'outbox',
      this.outbox.filter((entry) => entry.id !== id),
    );
    await this.parts.store.set(
      'approvals',
      this.records.filter((record) => record.id !== id),
    );
    return { ok: true };
  }

  /** When the background starts, whatever woke it: the alarm may be gone, as with the end of the browser. */
  async resume(): Promise<void> {
    if (this.outbox.length === 0) return;
    const settled = this.outbox.map(({ startedAt, ...entry }): OutboxEntry => {
      if (startedAt === undefined) return entry;
      const { hostname } = new URL(entry.outgoing.url);
      return { ...entry, failure: { code: 'channel-timeout', detail: hostname, isFinal: true } };
    });
    await this.parts.store.set('outbox', settled);
    // Nobody who asks for something else waits for a service to answer.
    void this.flush();
  }

  /** What has to go, one after the other; what cannot yet waits, and the browser wakes us for it. */
  flush(): Promise<void> {
    this.flushing ??= this.sendAll().finally(() => {
      this.flushing = null;
    });
    return this.flushing;
  }

  /** Takes an approval out of a message that the author pasted, or that a link brought. */
  async take(message: string): Promise<Messages['takeApproval'][1]> {
    const read = readToken(message);
    if (!read.ok) return this.failed(read.code);
    const { claims, token } = read;
    const person = this.parts.packs()?.people?.find(({ id }) => id === claims.iss);
    if (!person) return this.failed('token-unknown-person', claims.iss);
    if (!(await hasEd25519())) return this.failed('no-ed25519');
    if (!(await this.verify(token))) return this.failed('token-forged', person.name);
    const isLast = (await this.lastAnswers([...this.tokens, token])).some((answer) => answer.token === token);
    const record = this.records.findLast(
      ({ textHash, network }) => textHash === claims.textHash && network === claims.network,
    );
    const { decision } = claims;
    const about = { ok: true, by: person.name, decision, record: record?.id ?? null } as const;
    // It came late, by whatever way: what the person said after it counts already.
    if (!isLast) {
      return { ...about, state: record ? await this.stateOf(record) : null, caveat: { why: 'older' } };
    }
    if (!record) {
      const loose = [...(this.parts.store.get('looseApprovals') ?? []).filter((other) => other !== token), token];
      await this.parts.store.set('looseApprovals', loose.slice(-mostLoose));
      const isForOther = this.records.some(({ textHash }) => textHash === claims.textHash);
      const caveat = { why: 'other-network', network: claims.network } as const;
      return { ...about, state: null, ...(isForOther ? { caveat } : {}) };
    }
    const worth = await this.worthOf(record, [asGiven(claims)]);
    if (worth && decision === 'approved' && !worth.mayAgree(claims.iss))
      return this.failed('approver-not-entitled', person.name);
    if (!record.tokens.includes(token)) {
      record.tokens = [...record.tokens, token];
      const note = claims.note === undefined ? {} : { note: claims.note };
      const step = { at: this.parts.now(), what: decision, by: claims.iss, until: claims.exp * 1000, ...note };
      record.steps = [...record.steps, step];
      await this.keep(record);
    }
    const [now] = worth?.states ?? [];
    const caveat: ApprovalCaveat | null =
      now === 'not-yet'
        ? { why: now, from: claims.nbf * 1000 }
        : now === 'expired' && decision === 'approved'
          ? { why: now }
          : null;
    return { ...about, state: await this.stateOf(record), ...(caveat ? { caveat } : {}) };
  }

  async becomeApprover(person: string): Promise<Approver | Failed> {
    if (!(await hasEd25519())) return this.failed('no-ed25519');
    const key = await makeKey(person);
    await this.parts.store.set('approverKey', key);
    return { person, publicKey: key.x };
  }

  async approve({
    text,
    network,
    decision,
    note,
    days,
  }: Messages['approve'][0]): Promise<{ ok: true; token: string } | Failed> {
    const key = this.parts.store.get('approverKey');
    if (!(await hasEd25519())) return this.failed('no-ed25519');
    const textHash = await this.hash(text);
    if (!key || textHash === null) return this.failed('core-missing');
    const pack = this.parts.packs()?.packs.at(-1);
    const now = Math.floor(this.parts.now() / 1000);
    const claims: ApprovalClaims = {
      iss: key.kid,
      iat: now,
      nbf: now - clockLeeway,
      exp: now + days * daySeconds,
      textHash,
      network,
      decision,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(pack ? { pack: pack.id, packVersion: pack.version } : {}),
    };
    return { ok: true, token: await sign(claims, key) };
  }

  private get records(): ApprovalRecord[] {
    return this.parts.store.get('approvals') ?? [];
  }

  /** Every answer that came in, oldest first. */
  private get tokens(): string[] {
    const loose = this.parts.store.get('looseApprovals') ?? [];
    return [...loose, ...this.records.flatMap((record) => record.tokens)];
  }

  private get outbox(): OutboxEntry[] {
    return this.parts.store.get('outbox') ?? [];
  }

  private async keep(record: ApprovalRecord): Promise<void> {
    const others = this.records.filter(({ id }) => id !== record.id);
    await this.parts.store.set('approvals', [...others, record].slice(-mostRecords));
  }

  private async arrived({
    record: id,
    item,
    channel,
  }: Pick<OutboxEntry, 'record' | 'item' | 'channel'>): Promise<void> {
    const at = this.parts.now();
    const record = this.records.find((known) => known.id === id);
    if (record) await this.keep({ ...record, steps: [...record.steps, { at, what: 'asked', channel }] });
    if (item === undefined) return;
    const claims = (this.parts.store.get('claims') ?? []).filter((claim) => claim.item !== item);
    await this.parts.store.set('claims', [...claims, { item, at }].slice(-mostRecords));
  }

  private async sendAll(): Promise<void> {
    const { store, now } = this.parts;
    const change = (id: string, entry: OutboxEntry | null) =>
      store.set(
        'outbox',
        this.outbox.flatMap((other) => (other.id !== id ? [other] : entry ? [entry] : [])),
      );
    for (const { id } of this.outbox) {
      const entry = this.outbox.find((other) => other.id === id);
      if (!entry || entry.failure?.isFinal === true || entry.notBefore > now()) continue;
      await change(id, { ...entry, startedAt: now() });
      const sent = await sendOut(entry, entry.outgoing, entry.attempts, now());
      if (sent.kind === 'sent') {
        await change(id, null);
        await this.arrived(entry);
        continue;
      }
      const { code, detail } = sent;
      const failure = { code, detail, isFinal: sent.kind === 'failed' };
      const notBefore = sent.kind === 'later' ? now() + sent.after : entry.notBefore;
      await change(id, { ...entry, attempts: entry.attempts + 1, notBefore, failure });
    }
    const next = this.outbox.filter(({ failure }) => failure?.isFinal !== true).map(({ notBefore }) => notBefore);
    this.parts.wakeAt(next.length > 0 ? Math.min(...next) : null);
  }

  /** Where a request stands, by the core: approved only where the check asks nobody any more. */
  private async stateOf(record: ApprovalRecord): Promise<RecordState> {
    const asked = record.steps.some(({ what }) => what === 'asked');
    const outbox = this.outbox.filter(({ record: of }) => of === record.id);
    const isWaiting = outbox.some(({ failure }) => failure?.isFinal !== true);
    const without = asked ? 'asked' : isWaiting ? 'waiting' : outbox.length > 0 ? 'failed' : 'draft';
    if (record.tokens.length === 0) return without;
    const answers = (await this.lastAnswers(record.tokens)).map(({ claims }) => asGiven(claims));
    const worth = await this.worthOf(record, answers);
    if (!worth) return without;
    const counting = worth.states.filter((_, at) => {
      const { decision, by = '' } = answers[at] ?? {};
      return decision !== 'approved' || worth.mayAgree(by);
    });
    if (!worth.isHeld && counting.includes('valid')) return 'approved';
    const last = counting.findLast((state) => state === 'changes' || state === 'refused' || state === 'expired');
    return last ?? without;
  }

  /** What answers are worth for a request's text now, whether somebody still has to agree, and who may. */
  private async worthOf(
    { text, network, kind, textHash, answers, images, videos, needed }: ApprovalRecord,
    approvals: GivenApproval[],
  ): Promise<{ states: ApprovalWorth[]; isHeld: boolean; mayAgree: (person: string) => boolean } | null> {
    const draft: Draft = {
      text,
      network,
      kind,
      ...(answers === undefined ? {} : { answers }),
      ...(images === undefined ? {} : { images }),
      ...(videos === undefined ? {} : { videos }),
    };
    const answer = await this.parts.check(draft, { textHash, approvals });
    if (!answer.ok) return null;
    const duties = answer.duties?.approvals ?? [];
    // Where the guideline asks nobody any more, those whom it asked when the request was made.
    const people = (duties.length > 0 ? duties : needed).flatMap(({ by }) => by.map(({ id }) => id));
    return {
      states: answer.duties?.states ?? [],
      isHeld: duties.some(({ state }) => state === 'needed'),
      mayAgree: (person) => people.length === 0 || people.includes(person),
    };
  }

  private async hash(text: string): Promise<string | null> {
    const core = this.parts.core();
    if ('ok' in core) return null;
    const answer = core.call({ op: 'approvalText', text });
    return answer.ok ? hashOf(answer.text) : null;
  }

  /**
   * Of genuine answers, what each person signed last for each text and network, oldest first: whoever agreed can take it
   * back. Of one second, the one that stands later in `tokens`.
   */
  private async lastAnswers(tokens: readonly string[]): Promise<{ token: string; claims: ApprovalClaims }[]> {
    const answers: { token: string; claims: ApprovalClaims }[] = [];
    for (const token of new Set(tokens)) {
      const claims = await this.verify(token);
      if (claims) answers.push({ token, claims });
    }
    const last = new Map<string, (typeof answers)[number]>();
    for (const answer of answers.sort((a, b) => a.claims.iat - b.claims.iat)) {
      const { iss, textHash, network } = answer.claims;
      const about = `${network} ${textHash} ${iss}`;
      // Its place in the order is that of the last.
      last.delete(about);
      last.set(about, answer);
    }
    return [...last.values()];
  }

  /** The claims of a token whose signature fits the key that the guideline in force has for its signer. */
  private async verify(token: string): Promise<ApprovalClaims | null> {
    const read = readToken(token);
    if (!read.ok) return null;
    const key = this.parts.packs()?.people?.find(({ id }) => id === read.claims.iss)?.key;
    if (key === undefined) return null;
    const known = `${key} ${read.token}`;
    const isGood = this.verified.get(known) ?? (await isSignedBy(read.token, key).catch(() => false));
    this.verified.set(known, isGood);
    return isGood ? read.claims : null;
  }

  private told({ id, channel, failure, notBefore }: OutboxEntry) {
    const problems: Problem[] = failure ? [problem(failure.code, this.parts.language(), failure.detail)] : [];
    return { id, channel, problems, isFinal: failure?.isFinal === true, notBefore };
  }

  private failed(code: ProblemCode, detail = ''): Failed {
    return { ok: false, problems: [problem(code, this.parts.language(), detail)] };
  }
}

const asGiven = ({ iss, textHash, network, decision, nbf, exp }: ApprovalClaims): GivenApproval => ({
  by: iss,
  textHash,
  network,
  decision,
  from: nbf,
  until: exp,
});
