/** What the overlay shows at one moment, and what the person can do in it. Plain data in, calls out. */
import type { Verdict } from '../composer/gate';
import type { Level } from '../composer/mark';
import type { Outcome } from '../composer/replace';
import type { CheckAnswer, Duties, Finding, Problem, Timing } from '../generated/protocol';
import type { UiLanguage } from '../messages';
import type { Told } from '../ui/tone-view';
import type { Box } from './geometry';
import type { Theme } from './theme';

export interface FindingView {
  key: string;
  finding: Finding;
  excerpt: string;
  /** Whether the words can be shown in the text. */
  hasPlace: boolean;
}

export interface View {
  language: UiLanguage;
  theme: Theme;
  state: 'checking' | 'ready' | 'failed' | 'gone';
  findings: readonly FindingView[];
  /** The most serious level among the findings. */
  level: Level | null;
  timing: Timing | undefined;
  length: CheckAnswer['length'] | undefined;
  /** Another value whenever something is known about the draft that was not. */
  revision: number;
  /** Names of the protected topics that the draft is about. */
  topics: readonly string[];
  /** What the person's role may do, and whose approval the draft needs. */
  duties: Duties | undefined;
  /** In the panel: what stays true. */
  notices: readonly NoticeId[];
  /** In the panel: what the core set aside or could not look at, in its own words. */
  coreNotices: readonly Problem[];
  /** On the page, also without a composer: what has just happened. */
  floating: readonly NoticeId[];
  /** Of the editor that is written in; null: nothing is shown at it. */
  editor: HTMLElement | null;
  /** What the pill must not cover. */
  taken(): { lines: Box[]; button: Box | null };
  panelIsOpen: boolean;
  card: { finding: FindingView; words: Range } | null;
  /** Null: no press is held. The verdict is null while a change is being checked. */
  dialog: { verdict: Verdict | null } | null;
}

export type NoticeId =
  | 'failed'
  | 'wentThroughUnchecked'
  | 'gone'
  | 'noButton'
  | 'pressAgain'
  | 'timeIsUp'
  | 'approvalTaken'
  | 'approvalNotTaken';

export interface Actions {
  togglePanel(): void;
  closePanel(): void;
  openPanel(): void;
  closeCard(): void;
  /** The focus goes to where the person writes. */
  backToText(): void;
  /** Shows the marked words of a finding. */
  showInText(key: string): void;
  fix(key: string, index: number): Promise<Outcome>;
  /** True when the text is in the clipboard. */
  copy(text: string): Promise<boolean>;
  copyDraft(): Promise<boolean>;
  /** How the draft sounds as it is now. */
  tone(): Promise<Told>;
  answer(rule: string, answer: 'yes' | 'no'): void;
  /** True when the page for it was opened. */
  askApproval(): Promise<boolean>;
  openLibrary(): void;
  /** True when the note was kept. */
  reportWrong(key: string, note: string): Promise<boolean>;
  dismissNotice(notice: NoticeId): void;
  reload(): void;
  backToEditing(): void;
  post(): void;
}
