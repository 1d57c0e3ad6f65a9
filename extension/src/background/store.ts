/**
 * What the extension keeps in this browser, by key. Reads come from memory. A write goes to memory first and then to
 * storage.local; where that is full or fails, the value waits in storage.session, which has room of its own and outlives
 * the eviction of the background, and is written with the next write that succeeds. Nothing is lost and the person is
 * told. There is no draft in here, but for those that the person asks approval for.
 */

import type { ApprovalRecord } from '../approval/record';
import type { SigningKey } from '../approval/token';
import type { ProblemCode } from '../engine/problems';
import type { FindingNote, Managed, Reminder, Settings, SourceState } from '../messages';
import type { OutboxEntry } from './approvals';
import type { HistoryItem } from './history';
import type { WorkTime } from './work-time';

/** Where a pack or library comes from, with the document itself where it did not come with the extension. */
export interface StoredSource extends Omit<SourceState, 'problems' | 'failedName'> {
  json?: string;
}

/**
 * The last attempt to load a pack or library, where it failed: either before the core saw it (`code`, `detail`), or
 * because the core refused `json`, which is kept so that the problems can be told in another language.
 */
export type FailedAttempt = { name: string; keepStarter: boolean } & (
  | { code: ProblemCode; detail: string }
  | { json: string }
);

export interface Stored {
  settings: Partial<Settings>;
  pack: StoredSource;
  library: StoredSource;
  /** Ids of the legal packs that the person chose. */
  legalPacks: string[];
  packAttempt: FailedAttempt | null;
  libraryAttempt: FailedAttempt | null;
  /** Digest of the packs whose examples passed last. */
  testedPacks: string;
  history: HistoryItem[];
  /** A random id, from the first plan on: colleagues get other minutes by it. It never leaves this machine. */
  planner: string;
  reminders: Reminder[];
  workTime: WorkTime;
  notes: FindingNote[];
  approvals: ApprovalRecord[];
  /** Verified approvals for texts that nobody asked about here. */
  looseApprovals: string[];
  outbox: OutboxEntry[];
  claims: { item: string; at: number }[];
  approverKey: SigningKey;
  trelloToken: string;
  /** What the company's policy said last. */
  policy: Managed;
}

export type StoredKey = keyof Stored;

/** The part of chrome.storage.StorageArea that is used; `get(null)` gives everything. */
export interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

const waitingPrefix = 'waiting:';

export class Store {
  private constructor(
    private readonly lasting: Area,
    private readonly session: Area,
    private readonly values: Partial<Stored>,
    private readonly waiting: Set<StoredKey>,
  ) {}

  /** Why the last write did not reach storage.local; null where everything did. */
  failure: { code: 'storage-full' | 'storage-failed'; detail: string } | null = null;

  /** Reads everything. Never throws: what cannot be read is as if it was not there, and `failure` says so. */
  static async open(lasting: Area, session: Area): Promise<Store> {
    let failure: Store['failure'] = null;
    const read = async (area: Area) => {
      try {
        return await area.get(null);
      } catch (error) {
        failure = { code: 'storage-failed', detail: String(error) };
        return {};
      }
    };
    const [kept, held] = await Promise.all([read(lasting), read(session)]);
    // Keys are ours alone, written by the typed `set` below.
    const values = { ...kept } as Partial<Stored>;
    const waiting = new Set<StoredKey>();
    for (const [key, value] of Object.entries(held)) {
      if (!key.startsWith(waitingPrefix)) continue;
      const name = key.slice(waitingPrefix.length) as StoredKey;
      Object.assign(values, { [name]: value });
      waiting.add(name);
    }
    const store = new Store(lasting, session, values, waiting);
    store.failure = failure ?? (waiting.size > 0 ? { code: 'storage-full', detail: '' } : null);
    return store;
  }

  get<K extends StoredKey>(key: K): Stored[K] | undefined {
    return this.values[key];
  }

  /** In memory at once; resolves when the value is in storage.local, or waits in storage.session. Never throws. */
  async set<K extends StoredKey>(key: K, value: Stored[K]): Promise<void> {
    this.values[key] = value;
    // First what is new, then what waited longest: one value that does not fit must not hold back the others.
    const names = [key, ...[...this.waiting].filter((name) => name !== key)];
    this.waiting.add(key);
    let failure: Store['failure'] = null;
    for (const name of names) {
      try {
        await this.lasting.set({ [name]: this.values[name] });
        await this.noLongerWaiting([name]);
      } catch (error) {
        const code = /quota/i.test(String(error)) ? 'storage-full' : 'storage-failed';
        failure ??= { code, detail: String(error) };
      }
    }
    this.failure = failure;
    if (this.waiting.has(key)) await this.session.set({ [waitingPrefix + key]: value }).catch(() => undefined);
  }

  /** Takes the keys away. Room that becomes free goes to what was waiting for it. */
  async remove(keys: StoredKey[]): Promise<void> {
    for (const key of keys) delete this.values[key];
    try {
      await this.lasting.remove(keys);
      await this.noLongerWaiting(keys);
    } catch (error) {
      this.failure = { code: 'storage-failed', detail: String(error) };
    }
    const [next] = this.waiting;
    const value = next === undefined ? undefined : this.values[next];
    if (next !== undefined && value !== undefined) await this.set(next, value);
  }

  /** Everything that is kept, for the person to see: also what others of us hold in storage.session. */
  async everything(): Promise<Record<string, unknown>> {
    const held = await this.session.get(null).catch(() => ({}));
    return {
      ...Object.fromEntries(Object.entries(held).filter(([key]) => !key.startsWith(waitingPrefix))),
      ...this.values,
    };
  }

  private async noLongerWaiting(keys: StoredKey[]): Promise<void> {
    const held = keys.filter((key) => this.waiting.delete(key));
    if (held.length > 0) await this.session.remove(held.map((key) => waitingPrefix + key)).catch(() => undefined);
    if (this.waiting.size === 0) this.failure = null;
  }
}
