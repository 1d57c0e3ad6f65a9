/** Everything of ours on one page, until it is switched off: which composers there are, and what becomes of a press. */
import type { ComposerReport, Kind, Network, UiLanguage } from '../messages';
import type { NoticeId } from '../overlay/view';
import { SendFailed, send } from '../send';
import type { Site } from '../sites/sites';
import { ActiveEditor } from './active-editor';
import { Composer } from './composer';
import { containsAcross, deepActiveElement, eventNode } from './dom';
import { editorsOf, type Place, placeOfEditor, submitButton } from './find';
import { Gate } from './gate';
import { installHold } from './hold';
import { createMarks, type Marks } from './mark';
import { Mirrors } from './mirror';
import { watchWords } from './pointer';
import { Presenter } from './presenter';
import { reportOn } from './report';
import { watchWorkTime } from './work-time';

/** A second "posted" for the same words within this many milliseconds is the same post. */
const samePost = 60_000;

/** Milliseconds in which the same editor is taken to be in the same composer. */
const noticedFor = 1000;

export class Session {
  /** Ends before the session does when the extension was updated under the page: then only the pill stays. */
  private readonly working = new AbortController();
  private readonly presenter: Presenter;
  private readonly composers = new Set<Composer>();
  private readonly gates = new WeakMap<Composer, Gate>();
  private active: ActiveEditor | null = null;
  private noticedAt = Number.NEGATIVE_INFINITY;
  private lastPost = { text: '', at: Number.NEGATIVE_INFINITY };
  private marksMade: Marks | null = null;
  private counting: AbortController | null = null;
  private readonly mirrors = new Mirrors();
  private readonly hearForms: (root: ShadowRoot) => void;
  private readonly heardRoots = new WeakSet<ShadowRoot>();

  constructor(
    private readonly site: Site,
    language: UiLanguage,
  ) {
    this.presenter = new Presenter(language, (composer) => this.gateOf(composer));
    const { signal } = this.working;
    // Before the page hears of it, which may take the editor away; and before the press is judged, which may be the post.
    this.listen('click', (event) => {
      if (event.isTrusted) this.active?.composer.keepText();
    });
    this.hearForms = installHold(
      site,
      (place, byPerson) => {
        const composer = this.composerAt(place);
        if (composer.editors.length === 0) return false;
        const isHeld = this.gateOf(composer).holds(byPerson);
        if (!isHeld) composer.lookAgain();
        return isHeld;
      },
      signal,
    );
    for (const type of ['focusin', 'input', 'compositionend']) {
      this.listen(type, (event) => {
        if (type !== 'input' || !this.isNoticed(event)) this.notice(eventNode(event));
      });
    }
    this.listen('pageshow', () => this.notice(deepActiveElement()));
    this.listen('keydown', (event) => this.presenter.onPageKey(event as KeyboardEvent));
    this.listen('beforeinput', () => this.presenter.closeCard());
    watchWords(this.presenter, signal);
    this.working.signal.addEventListener('abort', () => this.countTime(false));
    this.notice(deepActiveElement());
  }

  setLanguage(language: UiLanguage): void {
    this.presenter.setLanguage(language);
  }

  /** Off until the person switches it on in the settings. */
  countTime(on: boolean): void {
    if (on === (this.counting !== null)) return;
    this.counting?.abort();
    this.counting = on && !this.working.signal.aborted ? new AbortController() : null;
    if (this.counting) watchWorkTime(() => this.presenter.say('timeIsUp'), this.counting.signal);
  }

  /** The guideline, the role or the settings are others now. */
  checkAgain(): void {
    for (const composer of this.composers) composer.checkAgain();
  }

  readDraft(): { network: Network; kind: Kind; text: string } | null {
    const draft = this.active?.isThere ? this.active.composer.draft(this.active.editor) : null;
    return draft ? { network: draft.network, kind: draft.kind, text: draft.text } : null;
  }

  get hasComposer(): boolean {
    return this.active?.isThere === true;
  }

  report(): ComposerReport | null {
    return this.active?.isThere ? reportOn(this.site, this.active.composer.place) : null;
  }

  /** False where there is no composer or it did not take the text. */
  async insert(text: string): Promise<boolean> {
    return this.active?.isThere === true && (await this.active.insert(text)) === 'replaced';
  }

  say(notice: NoticeId): void {
    this.presenter.say(notice);
  }

  end(): void {
    this.letGo();
    this.active?.end();
    this.presenter.end();
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

  /** Keys come fast: where the person writes is looked up again only from time to time, and before each press. */
  private isNoticed(event: Event): boolean {
    const node = eventNode(event);
    const isHere = this.active !== null && node !== null && containsAcross(this.active.editor, node);
    return isHere && performance.now() - this.noticedAt < noticedFor;
  }

  /** The person is at this node: if it is in a composer, that is the one to show things at. */
  private notice(node: Node | null): void {
    const place = placeOfEditor(this.site, node);
    if (!place) return;
    this.noticedAt = performance.now();
    const composer = this.composerAt(place);
    composer.refresh();
    if (this.active?.editor === place.editor && this.active.composer === composer) return;
    const root = place.editor.getRootNode();
    if (root instanceof ShadowRoot && !this.heardRoots.has(root)) {
      this.heardRoots.add(root);
      this.hearForms(root);
    }
    this.active?.end();
    this.active = new ActiveEditor(composer, place.editor, {
      moved: () => this.onMove(),
      focusMoved: (to) => this.notice(to),
    });
    this.presenter.setActive(this.active);
  }

  private composerAt(place: Place): Composer {
    for (const composer of this.composers) {
      if (!composer.isAlive) this.forget(composer);
      else if (composer.place.root === place.root && composer.place.facts === place.facts) return composer;
      else if (composer.keepsText && composer.place.facts === place.facts) {
        // The dialog's next step: the same post.
        if (editorsOf(this.site, place).length > 0) this.forget(composer);
        else {
          composer.place = place;
          return composer;
        }
      }
    }
    const composer = new Composer(this.site, place, {
      ask: (draft) => send('check', draft),
      marks: this.marks,
      mirrors: this.mirrors,
      changed: () => {
        if (composer.trouble === 'gone') this.letGo();
        this.presenter.onChange();
      },
    });
    this.composers.add(composer);
    return composer;
  }

  private forget(composer: Composer): void {
    composer.dispose();
    this.composers.delete(composer);
    this.presenter.forget(composer);
  }

  private onMove(): void {
    if (this.active?.isThere) {
      this.presenter.follow();
      return;
    }
    for (const composer of this.composers) if (!composer.isAlive) this.forget(composer);
    this.presenter.onChange();
  }

  /** Nothing can be checked any more: posts go through, marks disappear, the pill says why. */
  private letGo(): void {
    this.working.abort();
    this.presenter.letGo();
    for (const composer of this.composers) composer.dispose();
    this.composers.clear();
    this.marksMade?.dispose();
    this.marksMade = null;
    this.mirrors.end();
  }

  private gateOf(composer: Composer): Gate {
    composer.refresh();
    const known = this.gates.get(composer);
    if (known) return known;
    const gate = new Gate({
      known: () => composer.verdict(),
      ask: () => composer.check(),
      canPress: () => submitButton(composer.place) !== null,
      press: () => submitButton(composer.place)?.click(),
      openDialog: () => this.presenter.openDialog(composer),
      posted: () => this.onPosted(composer),
      unchecked: () => this.presenter.say('wentThroughUnchecked'),
      pressAgain: () => this.presenter.say('pressAgain'),
      now: () => performance.now(),
    });
    this.gates.set(composer, gate);
    return gate;
  }

  private onPosted(composer: Composer): void {
    const { text } = composer;
    const draft = composer.draft();
    const { about } = composer;
    const now = performance.now();
    const isSame = text === this.lastPost.text && now - this.lastPost.at < samePost;
    this.lastPost = { text, at: now };
    composer.dropKept();
    if (isSame || !draft) return;
    composer.forgetAnswers();
    const { item, topics } = about;
    const what = { ...(item === undefined ? {} : { item }), ...(topics.length > 0 ? { topics } : {}) };
    send('posted', { network: draft.network, kind: draft.kind, links: linksIn(text), ...what }).catch(
      (error: unknown) => {
        if (!(error instanceof SendFailed) || error.kind !== 'gone') return;
        this.letGo();
        this.presenter.onChange();
      },
    );
  }
}

/** The addresses in a post, for the guideline's pause between posts of the same link; never the words around them. */
function linksIn(text: string): string[] {
  const links = text.match(/https?:\/\/[^\s<>"']+/g) ?? [];
  return [...new Set(links.map((link) => link.replace(/[.,;:!?)\]]+$/, '').slice(0, 2000)))].slice(0, 20);
}
