/** Decides what the overlay shows: pill, panel, card, the dialog of a held press. Turns what the person does into calls. */
import type { UiLanguage } from '../messages';
import { createOverlay, type Overlay } from '../overlay/overlay';
import { themeAround } from '../overlay/theme';
import type { Actions, NoticeId, View } from '../overlay/view';
import { send } from '../send';
import type { ActiveEditor } from './active-editor';
import type { Composer, PlacedFinding } from './composer';
import { knowsButton, submitButton } from './find';
import type { Gate } from './gate';
import { levels } from './mark';
import type { WordsParts } from './pointer';
import { readText } from './read';

/** How often the dialog comes back to a page that throws it out. */
const mostReturns = 3;

export class Presenter implements WordsParts {
  private readonly ending = new AbortController();
  private active: ActiveEditor | null = null;
  /** The composer whose press is held. */
  private held: Composer | null = null;
  /** Watches that the page does not throw out the dialog of a held press. */
  private keeping: MutationObserver | null = null;
  private card: { key: string; words: Range } | null = null;
  private panelIsOpen = false;
  private isGone = false;
  private floating: NoticeId[] = [];
  private overlayMade: Overlay | null = null;
  private renderIsDue = false;
  private revision = 0;

  constructor(
    private language: UiLanguage,
    private readonly gateOf: (composer: Composer) => Gate,
  ) {}

  setLanguage(language: UiLanguage): void {
    this.language = language;
    this.render();
  }

  setActive(active: ActiveEditor): void {
    this.active = active;
    this.card = null;
    this.render();
  }

  /** Something is known that was not, or an editor has gone. */
  onChange(): void {
    this.revision += 1;
    const { card } = this;
    if (card && !this.findings.some(({ key }) => key === card.key)) this.card = null;
    this.render();
  }

  follow(): void {
    this.overlayMade?.follow();
  }

  forget(composer: Composer): void {
    if (this.held === composer) this.held = null;
  }

  letGo(): void {
    this.isGone = true;
    this.held = null;
    this.card = null;
  }

  end(): void {
    this.keeping?.disconnect();
    this.ending.abort();
    this.overlayMade?.remove();
  }

  openDialog(composer: Composer): void {
    this.held = composer;
    this.card = null;
    this.active?.keepCaret();
    this.renderNow();
    this.overlay.focus('dialog');
    this.keepDialog(composer);
  }

  /** Puts the dialog back where the page throws it out, and lets the post go where it does so again and again. */
  private keepDialog(composer: Composer): void {
    let left = mostReturns;
    const observer = new MutationObserver(() => {
      if (this.held !== composer) observer.disconnect();
      else if (!this.overlay.element.isConnected && left-- > 0) {
        this.renderNow();
        this.overlay.focus('dialog');
      } else if (!this.overlay.element.isConnected) {
        observer.disconnect();
        this.held = null;
        this.gateOf(composer).giveUp();
      }
    });
    observer.observe(document.documentElement, { childList: true });
    this.keeping?.disconnect();
    this.keeping = observer;
  }

  say(notice: NoticeId): void {
    if (!this.floating.includes(notice)) this.floating.push(notice);
    this.render();
  }

  // Keys

  onPageKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isNext = event.code === 'KeyF' && event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
    const isForUs = (isNext && this.showNext()) || (event.key === 'Escape' && this.closeInnermost());
    if (!isForUs) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  private onOwnKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' && this.held) return;
    this.onPageKey(event);
  }

  /** Shows the finding after the one shown last; false where there is nothing to show. */
  private showNext(): boolean {
    if (!this.active?.isThere || this.findings.length === 0) return false;
    const placed = this.findings.filter(({ range }) => range !== null);
    const current = placed.findIndex(({ key }) => key === this.card?.key);
    const next = placed[(current + 1) % placed.length];
    if (next) this.actions.showInText(next.key);
    else this.openPanel(true);
    return true;
  }

  private closeInnermost(): boolean {
    if (this.held) this.actions.backToEditing();
    else if (this.card) this.actions.closeCard();
    else if (this.panelIsOpen && this.active?.isThere) this.actions.closePanel();
    else return false;
    // Whoever has lost the focus on the way gets it back where they write.
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    if (isNowhere && this.active?.isThere) this.active.focusBack();
    return true;
  }

  // Words under the pointer

  findingAt(x: number, y: number): PlacedFinding | null {
    const isHit = ({ left, right, top, bottom }: DOMRect) => x >= left && x <= right && y >= top && y <= bottom;
    const hits = this.findings.filter(({ range }) => range && [...range.getClientRects()].some(isHit));
    return hits.sort((a, b) => levels.indexOf(b.finding.level) - levels.indexOf(a.finding.level))[0] ?? null;
  }

  isOurs(event: Event): boolean {
    return event.target === this.overlayMade?.element;
  }

  over({ key, range }: PlacedFinding): void {
    if (!range || this.card?.key === key || this.held) return;
    this.card = { key, words: range };
    this.render();
  }

  left(): void {
    if (!this.overlayMade?.hasFocus()) this.closeCard();
  }

  closeCard(): void {
    if (!this.card) return;
    this.card = null;
    this.render();
  }

  // What the person does in the overlay

  private readonly actions: Actions = {
    togglePanel: () => {
      if (this.panelIsOpen) this.actions.closePanel();
      else this.openPanel(this.overlay.hasFocus());
    },
    openPanel: () => this.openPanel(this.overlay.hasFocus()),
    closePanel: () => {
      this.focusBack();
      this.panelIsOpen = false;
      this.render();
    },
    backToText: () => this.focusBack(),
    closeCard: () => {
      this.focusBack();
      this.closeCard();
    },
    showInText: (key) => void this.showInText(key),
    fix: async (key, index) => {
      const found = this.finding(key);
      return found && this.composer ? this.composer.fix(found, index) : 'changed';
    },
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    tone: async () => {
      const draft = this.active?.composer.draft(this.active.editor);
      const answer = draft && (await send('check', { ...draft, tone: true }).catch(() => null));
      return { tone: answer?.ok ? (answer.tone ?? null) : null, text: draft?.text ?? '' };
    },
    copyDraft: () => (this.active ? this.actions.copy(readText(this.active.editor).text) : Promise.resolve(false)),
    answer: (rule, answer) => void this.composer?.answer(rule, answer),
    askApproval: async () => {
      const draft = this.composer?.draft();
      if (!draft) return false;
      const link = /https?:\/\/\S+/.exec(draft.text)?.[0];
      return send('askApproval', { ...draft, ...(link === undefined ? {} : { link }) }).then(
        ({ ok }) => ok,
        () => false,
      );
    },
    openLibrary: () => void send('openSidePanel', {}).catch(() => undefined),
    reportWrong: async (key, note) => {
      const found = this.finding(key);
      if (!found) return false;
      return send('reportFinding', { finding: found.finding, excerpt: found.excerpt, note }).then(
        (answer) => answer.ok,
        () => false,
      );
    },
    dismissNotice: (notice) => {
      this.floating = this.floating.filter((shown) => shown !== notice);
      this.render();
    },
    reload: () => location.reload(),
    backToEditing: () => this.closeDialog()?.cancel(),
    post: () => this.closeDialog()?.confirm(),
  };

  private async showInText(key: string): Promise<void> {
    const range = this.finding(key)?.range;
    if (!range || !this.active) return;
    this.card = { key, words: range };
    await this.active.goTo(range);
    if (this.card?.key !== key) return;
    this.renderNow();
    this.overlay.focus('card');
  }

  /** By keyboard the focus goes along; by mouse it stays where the person writes. */
  private openPanel(byKeyboard: boolean): void {
    this.panelIsOpen = true;
    this.card = null;
    this.renderNow();
    if (byKeyboard) this.overlay.focus('panel');
  }

  private closeDialog(): Gate | null {
    const gate = this.held && this.gateOf(this.held);
    const editor = this.held?.editors[0];
    this.held = null;
    this.renderNow();
    if (this.active?.isThere) this.active.focusBack();
    else editor?.focus({ preventScroll: true });
    return gate;
  }

  private focusBack(): void {
    if (this.overlayMade?.hasFocus()) this.active?.focusBack();
  }

  // What is shown

  private get composer(): Composer | null {
    return this.held ?? this.active?.composer ?? null;
  }

  private get findings(): PlacedFinding[] {
    return this.isGone ? [] : (this.composer?.findings ?? []);
  }

  private finding(key: string): PlacedFinding | undefined {
    return this.findings.find((finding) => finding.key === key);
  }

  private get overlay(): Overlay {
    this.overlayMade ??= createOverlay(this.actions, (event) => this.onOwnKey(event), this.ending.signal);
    return this.overlayMade;
  }

  /** Once for all changes of one moment. */
  private render(): void {
    if (this.renderIsDue) return;
    this.renderIsDue = true;
    queueMicrotask(() => {
      if (this.renderIsDue) this.renderNow();
    });
  }

  private renderNow(): void {
    this.renderIsDue = false;
    if (this.ending.signal.aborted) return;
    // Nothing of ours is in a page where nobody writes.
    if (!this.overlayMade && !this.active && !this.held && this.floating.length === 0) return;
    this.overlay.show(this.view());
  }

  private view(): View {
    const { active, held, composer } = this;
    const isThere = this.isShownAt(active);
    const findings = this.findings.map(({ key, finding, excerpt, range }) => ({
      key,
      finding,
      excerpt,
      hasPlace: range !== null,
    }));
    const carded = findings.find(({ key }) => key === this.card?.key);
    return {
      language: this.language,
      theme: themeAround(active?.editor ?? held?.place.root ?? document.body),
      state: this.isGone ? 'gone' : composer?.trouble ? 'failed' : composer?.isChecked ? 'ready' : 'checking',
      findings,
      level:
        levels.findLast(
          (level) => composer?.duties?.level === level || findings.some(({ finding }) => finding.level === level),
        ) ?? null,
      timing: composer?.timing,
      length: composer?.length,
      topics: composer?.topics ?? [],
      duties: composer?.duties,
      revision: this.revision,
      notices: this.notices(isThere),
      coreNotices: composer?.coreNotices ?? [],
      floating: this.floating,
      editor: isThere ? (active?.editor ?? null) : null,
      taken: () => this.taken(),
      panelIsOpen: this.panelIsOpen,
      card: carded && this.card && isThere ? { finding: carded, words: this.card.words } : null,
      dialog: held ? { verdict: held.verdict() } : null,
    };
  }

  /** An empty composer needs nothing of ours. */
  private isShownAt(active: ActiveEditor | null): boolean {
    return active?.isThere === true && (this.isGone || active.composer.hasText);
  }

  private notices(isThere: boolean): NoticeId[] {
    if (this.isGone) return ['gone'];
    if (this.composer?.trouble) return ['failed'];
    const notices: NoticeId[] = [];
    if (isThere && this.composer && !knowsButton(this.composer.place)) notices.push('noButton');
    return notices;
  }

  /** Lines of text and the post button: never covered. */
  private taken(): ReturnType<View['taken']> {
    if (!this.active) return { lines: [], button: null };
    const { editor, composer } = this.active;
    const lines = [...(composer.wholeText(editor)?.getClientRects() ?? [])];
    return { lines, button: submitButton(composer.place)?.getBoundingClientRect() ?? null };
  }
}
