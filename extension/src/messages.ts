/**
 * What content scripts and the extension's pages ask of the background, and what it answers. One message in, one
 * answer out, all plain data. The background adds what it knows (role, language, history, the time) to what the
 * caller knows (the draft), asks the core, and never stores a draft.
 */

import type { Outgoing } from './approval/channels';
import type { ApprovalRecord, RecordState } from './approval/record';
import type { Decision } from './approval/token';
import type {
  CheckAnswer,
  Finding,
  IntentAnswer,
  LoadLibraryAnswer,
  LoadPacksAnswer,
  PlanAnswer,
  Problem,
  SuggestAnswer,
} from './generated/protocol';

export type Network =
  | 'linkedin'
  | 'x'
  | 'facebook'
  | 'xing'
  | 'bluesky'
  | 'mastodon'
  | 'threads'
  | 'instagram'
  | 'intranet';
export type Kind = 'post' | 'comment' | 'reply';
export type UiLanguage = 'de' | 'en';
/**
 * `inline`: findings in the page; `panel`: nothing of ours in the page, the side panel and the popup read the draft when
 * asked to; `off`: not even that.
 */
export type SiteMode = 'inline' | 'panel' | 'off';

export interface Draft {
  text: string;
  network: Network;
  kind: Kind;
  /** Answers to the guideline's questions for this post, by rule id. */
  answers?: Record<string, 'yes' | 'no'>;
  images?: number;
  videos?: number;
  /** The answer has the tone as well. */
  tone?: boolean;
  /** The content item that is shared: its embargo, expiry, topics and link count. */
  item?: string;
  /** The most this very site takes, where it says so itself. */
  limit?: number;
  /** What the network counts besides the text, in its unit. */
  alsoCounted?: number;
  /** Of a part of a thread: the parts before it. */
  before?: string[];
}

export interface Failed {
  ok: false;
  problems: Problem[];
}

export interface Settings {
  /** `auto`: the browser's language. */
  uiLanguage: UiLanguage | 'auto';
  role: string;
  department: string;
  topics: string[];
  /** Modes that differ from `inline`, by host. */
  sites: Record<string, SiteMode>;
  /** Whether the time on the named sites is counted, on this machine. */
  countTime: boolean;
  /** Minutes a day after which the person wants to be told; 0: as the guideline says. */
  workMinutes: number;
  /** Hosts where the person switched on a site that can live anywhere: Mastodon, the company's intranet. */
  hosts: Record<string, Network>;
}

/** A slot that the person wants to be reminded of. */
export interface Reminder {
  network: Network;
  /** Seconds since the epoch. */
  utc: number;
  /** As shown: wall time in the guideline's zone. */
  at: string;
}

/** What was asked for; without a text, the slots are those for any post. */
export interface PlanWanted {
  network: Network;
  kind?: Kind;
  text?: string;
  item?: string;
  spread?: boolean;
  count?: number;
  /** What the entries of the calendar file are called; without it there is none. */
  calendar?: { summary: string; alarmMinutes: number };
}

/** Where the pack or the library in force comes from, and whether the last attempt to renew it worked. */
export interface SourceState {
  kind: 'builtin' | 'file' | 'url';
  /** File name, URL, or which of the built-in ones: `starter`, `demo`, or `none` for a library. */
  name: string;
  /** Epoch milliseconds of the last success; 0 for what came with the extension. */
  loadedAt: number;
  /** What went wrong at the last attempt; what was in force before stays in force. */
  problems: Problem[];
  /** File name or URL of the attempt that went wrong. */
  failedName?: string;
  /** The starter guideline is in force underneath. Says nothing about a library. */
  keepStarter: boolean;
}

/** The legal packs that lie between the starter guideline and the company's, by id. */
export interface LegalState {
  chosen: string[];
  /** Why the last choice could not be put in force together with the guideline; the one before stays. */
  problems: Problem[];
}

export type BuiltinId = 'starter' | 'demo';

/** What a person marked as wrong, kept on this machine for the pack's author. */
export interface FindingNote {
  /** Epoch milliseconds. */
  at: number;
  rule: string;
  pack?: string;
  title: string;
  /** The words that were marked, and a little around them. */
  excerpt: string;
  note: string;
}

export type Managed = Partial<Pick<Settings, 'role' | 'department' | 'sites'>>;

export interface Status {
  engine: 'ready' | 'failed';
  problems: Problem[];
  uiLanguage: UiLanguage;
  settings: Settings;
  pack: SourceState;
  library: SourceState;
  legal: LegalState;
  loadedPacks: LoadPacksAnswer | null;
  loadedLibrary: LoadLibraryAnswer | null;
  /** What the company has set by policy, which nobody can change here. */
  managed: Managed;
  /** What could not be written to this browser's storage; it is kept in memory until it can. */
  storage: Problem[];
}

/** What employees get on a page of the company's website. */
export interface HelperState {
  position: 'corner' | 'start' | 'end';
  /** CSS selector of the article, as the guideline has it. */
  article?: string;
  uiLanguage: UiLanguage;
}

/** A request for approval, where it stands, and what of it still waits to be sent. */
export interface ApprovalEntry {
  record: ApprovalRecord;
  state: RecordState;
  waiting: WaitingEntry[];
}

export interface WaitingEntry {
  id: string;
  channel: string;
  /** Why it has not arrived yet. */
  problems: Problem[];
  /** It is not tried again by itself. */
  isFinal: boolean;
  /** Epoch milliseconds of the next try. */
  notBefore: number;
}

/**
 * Why a genuine answer changes nothing here and now. `older`: the same person has answered anew since. `from`: epoch
 * milliseconds. `other-network`: this text was asked about for another network.
 */
export type ApprovalCaveat =
  | { why: 'older' | 'expired' }
  | { why: 'not-yet'; from: number }
  | { why: 'other-network'; network: Network };

/** The person at this browser as somebody who gives approvals. */
export interface Approver {
  person: string;
  publicKey: string;
}

/** Request type → [what is sent, what comes back]. */
export interface Messages {
  check: [Draft, CheckAnswer | Failed];
  suggest: [
    {
      text?: string;
      page?: { url?: string; title?: string; description?: string };
      query?: string;
      network?: Network;
      lang?: 'de' | 'en';
      filter?: { topic?: string; department?: string };
      limit?: number;
    },
    SuggestAnswer | Failed,
  ];
  /** The next good slots, and how much of each cap is used. */
  plan: [PlanWanted, PlanAnswer | Failed];
  /** Sets an alarm for each slot, or takes it away; the browser must have been asked for notifications before. */
  remind: [{ reminder: Reminder; on: boolean }, { reminders: Reminder[] }];
  reminders: [Record<string, never>, { reminders: Reminder[] }];
  /** So many seconds with one of the named sites in front; `used` once a day, when the time is used up. */
  worked: [{ seconds: number }, { used: boolean }];
  /** Today's time on the named sites; null where it is not counted. */
  workTime: [Record<string, never>, { minutes: number; budget: number | null } | null];
  /** `tagged`: the library's link tags go on `url`. */
  intent: [{ network: Network; item?: string; url?: string; text?: string; tagged?: boolean }, IntentAnswer | Failed];
  /**
   * The person pressed the site's own post button, or (`opened`) went to the network's composer with an item of ours:
   * remembered on this machine only. `item` and `topics`: what the core says the draft was about.
   */
  posted: [
    { network: Network; kind: Kind; item?: string; topics?: string[]; links?: string[]; opened?: true },
    { ok: true } | Failed,
  ];
  status: [Record<string, never>, Status];
  saveSettings: [Partial<Settings>, Status];
  /** keepStarter, true when left out: the starter guideline stays in force underneath. */
  loadPackFile: [{ name: string; json: string; keepStarter?: boolean }, Status];
  loadPackUrl: [{ url: string; keepStarter?: boolean }, Status];
  /** Whether the starter guideline stays in force under the guideline from a file or an address that is in force. */
  keepStarter: [{ keep: boolean }, Status];
  loadLibraryFile: [{ name: string; json: string }, Status];
  loadLibraryUrl: [{ url: string }, Status];
  /** Fetches pack and library again where they come from a URL. */
  renew: [Record<string, never>, Status];
  /** The packs and library that came with the extension; `part` limits it to one of the two. */
  useBuiltin: [{ id: BuiltinId; part?: 'pack' | 'library' }, Status];
  /** Legal packs that came with the extension, by id, in place of those chosen before; unknown ones are left out. */
  chooseLegal: [{ ids: string[] }, Status];
  /** Everything that is kept in this browser, by storage key. */
  stored: [Record<string, never>, { stored: Record<string, unknown> }];
  /** Deletes: the history, the notes, or everything, which also takes the pack and the settings back to the start. */
  deleteStored: [{ what: 'history' | 'notes' | 'everything' }, Status];
  /** The person says a finding is wrong: a local note for the pack's author. */
  reportFinding: [{ finding: Finding; excerpt: string; note: string }, { ok: true } | Failed];
  /** Whether the helper is on at this host, and how the guideline wants it. */
  helperState: [{ host: string }, HelperState & { on: boolean }];
  openSidePanel: [Record<string, never>, { ok: boolean }];
  /** Opens a request for approval of this draft, or the one that there is, on a page of its own. */
  askApproval: [Draft & { link?: string }, { ok: true; id: string } | Failed];
  approvals: [
    Record<string, never>,
    {
      entries: ApprovalEntry[];
      claims: { item: string; at: number }[];
      waitingClaims: WaitingEntry[];
      approver: Approver | null;
      trelloToken: string;
      canSign: boolean;
    },
  ];
  /** Sends exactly these bytes, now or as soon as it works. `record` or `item`: what they are for. */
  approvalSend: [{ record?: string; item?: string; channel: string; outgoing: Outgoing }, { ok: true } | Failed];
  /** The person took it from here: a mail, a card to confirm, a copy. */
  approvalHandedOver: [{ record?: string; item?: string; channel: string }, { ok: true }];
  approvalRetry: [{ id: string }, { ok: true }];
  /** Something that waits, or a whole request. */
  approvalDiscard: [{ id: string }, { ok: true }];
  saveTrelloToken: [{ token: string }, { ok: true }];
  /** An approval somewhere in a message. `record`: the request that it answers; null: none of this browser's. */
  takeApproval: [
    { message: string },
    (
      | {
          ok: true;
          by: string;
          decision: Decision;
          record: string | null;
          state: RecordState | null;
          caveat?: ApprovalCaveat;
        }
      | Failed
    ),
  ];
  becomeApprover: [{ person: string }, Approver | Failed];
  approve: [
    { text: string; network: Network; decision: Decision; note: string; days: number },
    { ok: true; token: string } | Failed,
  ];
  /** What waits to be sent is looked at: the browser woke us for it. */
  flushOutbox: [Record<string, never>, { ok: true }];
}

export type MessageType = keyof Messages;
export type Message<T extends MessageType = MessageType> = { [K in T]: { type: K; body: Messages[K][0] } }[T];

/** How a composer is built, for whoever keeps the site's file; nothing that anybody wrote. */
export interface ComposerReport {
  hasButton: boolean;
  text: string;
}

/** From the side panel or the background to the content script of a tab. */
export interface TabMessages {
  /** The open composer's draft, or null where there is none. */
  readDraft: [Record<string, never>, { network: Network; kind: Kind; text: string } | null];
  /** The open composer as it is built, or null where there is none. */
  report: [Record<string, never>, ComposerReport | null];
  /** Puts text into the open composer; false where there is none or it refused, and the caller offers to copy. */
  insertText: [{ text: string }, { inserted: boolean }];
  /** Opens the helper's panel, with words to quote where there are some. */
  sharePage: [{ quote: string | null }, undefined];
  /** Settings or packs changed: check again, or leave the page. */
  changed: [{ mode: SiteMode; uiLanguage: UiLanguage; countTime: boolean }, undefined];
}
