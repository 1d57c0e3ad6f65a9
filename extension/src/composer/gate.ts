/**
 * Decides what becomes of one press of the site's post button. The decision is known already when the check ran while
 * the person typed, and is then taken at once; otherwise the press is held for the few milliseconds of one question.
 * Never posts by itself: a press goes on only after the person's own press, or after "post" in the dialog.
 */
import type { CheckAnswer } from '../generated/protocol';

export type Verdict = CheckAnswer['verdict'];

/** Longer than this nobody waits for an answer: the post goes through, and the person is told. */
export const askLimit = 1000;
/** One post makes several events (key, click, submit): those of the page that follow belong to the same post. */
const followUps = 1500;
/** Rest of a double click on our own button, which would press the site's a second time. */
const doubleClick = 600;
/** How long a press of the person is let through where the site's button could not be pressed for them. */
const personPresses = 10_000;

export const isSerious = (verdict: Verdict) => verdict === 'ask' || verdict === 'warn' || verdict === 'block';

export interface GateParts {
  /** The verdict on the draft as it is this moment; null while it is not known. */
  known(): Verdict | null;
  /** Asks for it; null where no answer was to be had. */
  ask(): Promise<Verdict | null>;
  canPress(): boolean;
  /** Clicks the site's button. */
  press(): void;
  openDialog(): void;
  /** The post goes on its way now; the draft is still there. */
  posted(): void;
  /** The post goes on its way without having been checked. */
  unchecked(): void;
  /** The site's button could not be pressed: the person must press again. */
  pressAgain(): void;
  now(): number;
}

export class Gate {
  private state: 'open' | 'asking' | 'dialog' = 'open';
  private isPressing = false;
  /** Until then the page's own events belong to the post that has just been let through. */
  private followsUntil = 0;
  /** Until then a press of the person goes through, because they were asked to press again. */
  private passUntil = 0;
  private swallowUntil = 0;

  constructor(private readonly parts: GateParts) {}

  /** Takes an event that would post. `byPerson`: a real click or key. True: it must not reach the site. */
  holds(byPerson: boolean): boolean {
    if (this.isPressing) return false;
    if (this.state !== 'open') return true;
    const now = this.parts.now();
    if (byPerson && now < this.swallowUntil) return true;
    if (now < this.passUntil) return false;
    const follows = now < this.followsUntil;
    if (follows && !byPerson) return false;
    const verdict = this.parts.known();
    if (verdict === null) {
      this.state = 'asking';
      void this.ask();
      return true;
    }
    if (isSerious(verdict)) return this.opensDialog();
    this.followsUntil = now + followUps;
    // A key that posts can be followed by a click of the browser's making, which counts as the person's.
    if (!follows) this.parts.posted();
    return false;
  }

  /** The person chose to post in the dialog. */
  confirm(): void {
    if (this.state !== 'dialog') return;
    this.state = 'open';
    this.release();
  }

  /** The person went back to editing. */
  cancel(): void {
    if (this.state === 'dialog') this.state = 'open';
  }

  /** The page does not let the dialog be seen: nobody must be kept from posting by it. */
  giveUp(): void {
    if (this.state !== 'dialog') return;
    this.state = 'open';
    this.parts.unchecked();
    this.release();
  }

  private async ask(): Promise<void> {
    const verdict = await withLimit(
      this.parts.ask().catch(() => null),
      askLimit,
    );
    if (verdict !== null && isSerious(verdict) && this.opensDialog()) return;
    this.state = 'open';
    if (verdict === null) this.parts.unchecked();
    this.release();
  }

  /** False when the dialog could not be shown: nobody must be kept from posting by something they cannot see. */
  private opensDialog(): boolean {
    this.state = 'dialog';
    try {
      this.parts.openDialog();
      return true;
    } catch (error) {
      console.error('Botschaft:', error);
      this.state = 'open';
      return false;
    }
  }

  private release(): void {
    const now = this.parts.now();
    if (!this.parts.canPress()) {
      this.passUntil = now + personPresses;
      this.parts.pressAgain();
      return;
    }
    this.followsUntil = now + followUps;
    this.swallowUntil = now + doubleClick;
    this.parts.posted();
    this.isPressing = true;
    this.parts.press();
    this.isPressing = false;
  }
}

function withLimit<T>(work: Promise<T>, milliseconds: number): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), milliseconds);
    void work.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
