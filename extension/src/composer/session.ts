/** Everything of ours on one page, from the first focus in a composer until it is switched off. */
import type { Kind, Network, UiLanguage } from '../messages';
import { createOverlay, type Overlay } from '../overlay/overlay';
import { themeAround } from '../overlay/theme';
import type { Actions, NoticeId, View } from '../overlay/view';
import { SendFailed, send } from '../send';
import type { Site } from '../sites/sites';
import { Composer, type PlacedFinding } from './composer';
import { deepActiveElement, eventNode, isShown } from './dom';
import { type Place, placeOfEditor, submitButton } from './find';
import { Gate } from './gate';
import { installHold } from './hold';
import { createMarks, levels, type Marks } from './mark';
import { watchWords } from './pointer';
import { readText } from './read';
import { insertText } from './replace';
import { watchPlace } from './watch';

/** A second "posted" for the same words within this many milliseconds is the same post. */
const samePost = 60_000;

export class Session {
  private readonly ending = new AbortController();
  /** Ends before the session does when the extension was updated under the page: then only the pill stays. */
  private readonly working = new AbortController();
  private readonly composers = new Set<Composer>();
  private readonly gates = new WeakMap<Composer, Gate>();
  private active: { composer: Composer; editor: HTMLElement; watching: AbortController } | null = null;
  private isGone = false;
  private panelIsOpen = false;
  private card: { key: string; words: Range } | null = null;
  private held: Composer | null = null;
  private floating: NoticeId[] = [];
  private lastPost = { text: '', at: Number.NEGATIVE_INFINITY };
  private marksMade: Marks | null = null;
  private overlayMade: Overlay | null = null;
  private renderIsDue = false;

  constructor(
    private readonly site: Site,
    private language: UiLanguage,
  ) {
    const { signal } = this.working;
    installHold(site, (place, byPerson) => this.gateOf(this.composerAt(place)).holds(byPerson), signal);
    for (const type of ['focusin', 'input', 'compositionend'])
      this.listen(type, (event) => this.notice(eventNode(event)));
    this.listen('keydown', (event) => this.onPageKey(event as KeyboardEvent));
    this.listen('beforeinput', () => this.closeCard());
    this.listen('pageshow', () => this.notice(deepActiveElement()));
    watchWords(
      {
        findingAt: (x, y) => this.findingAt(x, y),
        isOurs: (event) => event.target === this.overlayMade?.element,
        over: (found) => this.showCard(found),
        left: () => {
          if (!this.overlayMade?.hasFocus()) this.closeCard();
        },
      },
      signal,
    );
    this.notice(deepActiveElement());
  }

  setLanguage(language: UiLanguage): void {
    this.language = language;
    this.render();
  }

  /** The guideline, the role or the settings are others now. */
  checkAgain(): void {
    for (const composer of this.composers) composer.checkAgain();
  }

  readDraft(): { network: Network; kind: Kind; text: string } | null {
    const draft = this.activeIsThere() ? this.active?.composer.draft(this.active.editor) : null;
    return draft ? { network: draft.network, kind: draft.kind, text: draft.text } : null;
  }

  async insert(text: string): Promise<boolean> {
    if (!this.active || !this.activeIsThere()) return false;
    return (await insertText(this.active.editor, text)) === 'replaced';
  }

  end(): void {
    this.letGo();
    this.active?.watching.abort();
    this.ending.abort();
    this.overlayMade?.remove();
  }

  private listen(type: string, handle: (event: Event) => void): void {
    const guarded = (event: Event) => {
      try {
        handle(event);
      } catch (error) {
        console.error('Botschaft:', error);
      }
    };
    window.addEventListener(type, guarded, { capture: true, signal: this.working.signal });
  }

  private get marks(): Marks {
    this.marksMade ??= createMarks();
    return this.marksMade;
  }

  private get overlay(): Overlay {
    this.overlayMade ??= createOverlay(this.actions, (event) => this.onOwnKey(event), this.ending.signal);
    return this.overlayMade;
  }

  // Composers

  /** The person is at this node: if it is in a composer, that is the one to show things at. */
  private notice(node: Node | null): void {
    const place = placeOfEditor(this.site, node);
    if (!place) {
      if (this.active && !this.activeIsThere()) this.render();
      return;
    }
    const composer = this.composerAt(place);
    composer.refresh();
    if (this.active?.editor === place.editor) return;
    this.active?.watching.abort();
    const watching = new AbortController();
    this.active = { composer, editor: place.editor, watching };
    watchPlace(place.editor, () => this.followPage(), watching.signal);
    // Moving the focus inside one shadow root is not heard outside it.
    const root = place.editor.getRootNode();
    if (root instanceof ShadowRoot) {
      root.addEventListener('focusin', (event) => this.notice(eventNode(event)), { signal: watching.signal });
    }
    this.render();
  }

  private composerAt(place: Place): Composer {
    for (const composer of this.composers) {
      if (!composer.isAlive) this.forget(composer);
      else if (composer.place.root === place.root && composer.place.facts === place.facts) return composer;
    }
    const composer = new Composer(this.site, place, {
      ask: (draft) => send('check', draft),
      marks: this.marks,
      changed: () => this.onChange(composer),
    });
    this.composers.add(composer);
    return composer;
  }

  private forget(composer: Composer): void {
    composer.dispose();
    this.composers.delete(composer);
    if (this.held === composer) this.held = null;
  }

  private activeIsThere(): boolean {
    return this.active !== null && isShown(this.active.editor);
  }

  private onChange(composer: Composer): void {
    if (composer.trouble === 'gone') this.letGo();
    const { card } = this;
    if (card && !this.findings.some(({ key }) => key === card.key)) this.card = null;
    this.render();
  }

  /** Nothing can be checked any more: posts go through, marks disappear, the pill says why. */
  private letGo(): void {
    this.isGone = true;
    this.working.abort();
    this.held = null;
    this.card = null;
    for (const composer of this.composers) composer.dispose();
    this.composers.clear();
    this.marksMade?.dispose();
    this.marksMade = null;
  }

  private get findings(): PlacedFinding[] {
    return this.isGone ? [] : ((this.held ?? this.active?.composer)?.findings ?? []);
  }

  private findingAt(x: number, y: number): PlacedFinding | null {
    const isHit = ({ left, right, top, bottom }: DOMRect) => x >= left && x <= right && y >= top && y <= bottom;
    const hits = this.findings.filter(({ range }) => range && [...range.getClientRects()].some(isHit));
    return hits.sort((a, b) => levels.indexOf(b.finding.level) - levels.indexOf(a.finding.level))[0] ?? null;
  }

  // Posting

  private gateOf(composer: Composer): Gate {
    composer.refresh();
    const known = this.gates.get(composer);
    if (known) return known;
    const gate = new Gate({
      known: () => composer.verdict(),
      ask: () => composer.check(),
      press: () => {
        const button = submitButton(composer.place);
        button?.click();
        return button !== null;
      },
      openDialog: () => this.openDialog(composer),
      posted: () => this.onPosted(composer),
      unchecked: () => this.say('wentThroughUnchecked'),
      pressAgain: () => this.say('pressAgain'),
      now: () => performance.now(),
    });
    this.gates.set(composer, gate);
    return gate;
  }

  private openDialog(composer: Composer): void {
    this.held = composer;
    this.card = null;
    this.renderNow();
    this.overlay.focus('dialog');
  }

  private closeDialog(): Gate | null {
    const gate = this.held && this.gateOf(this.held);
    const editor = this.held?.editors[0];
    this.held = null;
    this.renderNow();
    const last = this.active?.editor;
    (last?.isConnected ? last : editor)?.focus({ preventScroll: true });
    return gate;
  }

  private onPosted(composer: Composer): void {
    const text = composer.editors.map((editor) => readText(editor).text).join('\n');
    const now = performance.now();
    const isSame = text === this.lastPost.text && now - this.lastPost.at < samePost;
    this.lastPost = { text, at: now };
    const draft = composer.draft();
    if (isSame || !draft) return;
    composer.forgetAnswers();
    send('posted', { network: draft.network, kind: draft.kind }).catch((error: unknown) => {
      if (error instanceof SendFailed && error.kind === 'gone') this.letGo();
    });
  }

  private say(notice: NoticeId): void {
    if (!this.floating.includes(notice)) this.floating.push(notice);
    this.render();
  }

  // Keys

  private onPageKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isNext = event.code === 'KeyF' && event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
    const isOurs = (isNext && this.showNext()) || (event.key === 'Escape' && this.closeInnermost());
    if (!isOurs) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  private onOwnKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.closeInnermost();
    } else if (!this.held) {
      this.onPageKey(event);
    }
  }

  /** Shows the finding after the one shown last; false where there is nothing to show. */
  private showNext(): boolean {
    if (!this.active || !this.activeIsThere() || this.findings.length === 0) return false;
    const placed = this.findings.filter(({ range }) => range !== null);
    const current = placed.findIndex(({ key }) => key === this.card?.key);
    const next = placed[(current + 1) % placed.length];
    if (next) this.actions.showInText(next.key);
    else this.actions.openPanel();
    return true;
  }

  private closeInnermost(): boolean {
    const hadFocus = this.overlayMade?.hasFocus() ?? false;
    if (this.held) {
      this.actions.backToEditing();
      return true;
    }
    if (this.card) this.card = null;
    else if (this.panelIsOpen && this.activeIsThere()) this.panelIsOpen = false;
    else return false;
    if (hadFocus) this.active?.editor.focus({ preventScroll: true });
    this.render();
    return true;
  }

  private closeCard(): void {
    if (!this.card) return;
    this.card = null;
    this.render();
  }

  private showCard({ key, range }: PlacedFinding): void {
    if (!range || this.card?.key === key || this.held) return;
    this.card = { key, words: range };
    this.render();
  }

  // What the overlay shows, and what it asks for

  private readonly actions: Actions = {
    togglePanel: () => {
      if (this.panelIsOpen) this.actions.closePanel();
      else this.actions.openPanel();
    },
    openPanel: () => {
      // By keyboard the focus goes along; by mouse it stays where the person writes.
      const byKeyboard = this.overlay.hasFocus() || this.card !== null;
      const isInEditor = deepActiveElement() === this.active?.editor;
      this.panelIsOpen = true;
      this.card = null;
      this.renderNow();
      if (byKeyboard && !isInEditor) this.overlay.focus('panel');
    },
    closePanel: () => {
      if (this.overlay.hasFocus()) this.active?.editor.focus({ preventScroll: true });
      this.panelIsOpen = false;
      this.render();
    },
    closeCard: () => {
      if (this.overlay.hasFocus()) this.active?.editor.focus({ preventScroll: true });
      this.closeCard();
    },
    showInText: (key) => {
      const found = this.findings.find((finding) => finding.key === key);
      if (!found?.range) return;
      const { endContainer, endOffset } = found.range;
      const words = endContainer instanceof Element ? endContainer : endContainer.parentElement;
      words?.scrollIntoView({ block: 'nearest' });
      found.editor.focus({ preventScroll: true });
      document.getSelection()?.setBaseAndExtent(endContainer, endOffset, endContainer, endOffset);
      this.card = { key, words: found.range };
      this.renderNow();
      this.overlay.focus('card');
    },
    fix: async (key, index) => {
      const found = this.findings.find((finding) => finding.key === key);
      const composer = this.held ?? this.active?.composer;
      return found && composer ? composer.fix(found, index) : 'changed';
    },
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    answer: (rule, answer) => void (this.held ?? this.active?.composer)?.answer(rule, answer),
    reportWrong: async (key, note) => {
      const found = this.findings.find((finding) => finding.key === key);
      if (!found) return false;
      const body = { finding: found.finding, excerpt: found.excerpt, note };
      return send('reportFinding', body).then(
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

  private followPage(): void {
    if (!this.activeIsThere()) {
      for (const composer of this.composers) if (!composer.isAlive) this.forget(composer);
      this.card = null;
      this.render();
      return;
    }
    this.overlayMade?.follow();
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
    const { active, held } = this;
    const composer = held ?? active?.composer;
    const isThere = this.activeIsThere() && (this.isGone || active?.composer.hasText === true);
    const views = this.findings.map(({ key, finding, excerpt, range }) => ({
      key,
      finding,
      excerpt,
      hasPlace: range !== null,
    }));
    const serious = levels.findLast((level) => views.some(({ finding }) => finding.level === level));
    const carded = views.find(({ key }) => key === this.card?.key);
    const notices: NoticeId[] = [];
    if (this.isGone) notices.push('gone');
    else if (composer?.trouble) notices.push('failed');
    else if (composer && isThere && !submitButton(composer.place)) notices.push('noButton');
    return {
      language: this.language,
      theme: themeAround(active?.editor ?? held?.place.root ?? document.body),
      state: this.isGone ? 'gone' : composer?.trouble ? 'failed' : composer?.isChecked ? 'ready' : 'checking',
      findings: views,
      level: serious ?? null,
      timing: composer?.timing,
      length: composer?.length,
      notices,
      floating: this.floating,
      editor: isThere ? (active?.editor ?? null) : null,
      taken: () => this.taken(),
      panelIsOpen: this.panelIsOpen,
      card: carded && this.card && isThere ? { finding: carded, words: this.card.words } : null,
      dialog: held ? { verdict: held.verdict() } : null,
    };
  }

  /** Lines of text and the post button: never covered. */
  private taken(): DOMRect[] {
    if (!this.active) return [];
    const { editor, composer } = this.active;
    const text = readText(editor);
    const lines = [...(text.range(0, text.text.length)?.getClientRects() ?? [])];
    const button = submitButton(composer.place);
    return button ? [...lines, button.getBoundingClientRect()] : lines;
  }
}
