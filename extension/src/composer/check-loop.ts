/**
 * Keeps the answer for one editor up to date: asks a moment after the last change, drops answers that come too late,
 * and knows at once whether the draft that is there now has been answered.
 */
import type { CheckAnswer } from '../generated/protocol';
import type { Draft, Failed } from '../messages';
import { SendFailed } from '../send';

/** Milliseconds after the last change; short enough to feel immediate, long enough not to judge half a word. */
export const pause = 200;
/** What an answer says about time and frequency is out of date after this many milliseconds. */
const answerStaysTrue = 60_000;

/** `failed`: no answer to be had; `gone`: the extension was updated under the page and cannot ask any more. */
export type Trouble = 'failed' | 'gone';

export interface Checked {
  draft: Draft;
  answer: CheckAnswer;
}

export interface CheckLoopParts {
  /** The draft as it is now. */
  read(): Draft;
  ask(draft: Draft): Promise<CheckAnswer | Failed>;
  /** Called after every change of `checked` or `trouble`. */
  changed(): void;
  now(): number;
}

export class CheckLoop {
  checked: Checked | null = null;
  trouble: Trouble | null = null;

  private checkedKey = '';
  private checkedAt = 0;
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: { key: string; done: Promise<void> } | null = null;

  constructor(private readonly parts: CheckLoopParts) {}

  /** The draft may have changed: look once it has rested. */
  schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.checkRested(), pause);
  }

  /** The answer for the draft as it is this moment; null where there is none. */
  known(): CheckAnswer | null {
    const isFresh = this.parts.now() - this.checkedAt < answerStaysTrue;
    return isFresh && this.checked && keyOf(this.parts.read()) === this.checkedKey ? this.checked.answer : null;
  }

  /** Asks now, if the answer is not known or being asked for. Ends when there is an answer, trouble, or a newer turn. */
  async check(): Promise<void> {
    if (this.known()) return;
    const draft = this.parts.read();
    const key = keyOf(draft);
    if (this.underWay?.key !== key) this.underWay = { key, done: this.take(draft, key, ++this.turn) };
    await this.underWay.done;
  }

  /** What is known no longer counts, even if the draft is still the same; the marks stay until the next answer. */
  forget(): void {
    this.checkedKey = '';
    this.turn += 1;
    this.underWay = null;
    this.schedule();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.turn += 1;
  }

  private async checkRested(): Promise<void> {
    if (this.parts.read().text !== '') {
      // The same text again, after an undo: the editor may have made its page anew, and the marks went with the old one.
      if (this.known()) this.parts.changed();
      else await this.check();
      return;
    }
    // Nothing to say about an empty editor until the person presses Post.
    const hadSomething = this.checked !== null || this.trouble === 'failed';
    this.turn += 1;
    this.underWay = null;
    this.checked = null;
    if (this.trouble === 'failed') this.trouble = null;
    if (hadSomething) this.parts.changed();
  }

  private async take(draft: Draft, key: string, turn: number): Promise<void> {
    const [answer, trouble] = await this.askTwice(draft);
    if (turn !== this.turn) return;
    this.underWay = null;
    this.checked = answer && { draft, answer };
    this.checkedKey = key;
    this.checkedAt = this.parts.now();
    this.trouble = trouble;
    this.parts.changed();
  }

  /** The browser may put the background to sleep in the middle of a request; the second one wakes it. */
  private async askTwice(draft: Draft): Promise<[CheckAnswer, null] | [null, Trouble]> {
    for (const isLast of [false, true]) {
      try {
        const answer = await this.parts.ask(draft);
        return answer.ok ? [answer, null] : [null, 'failed'];
      } catch (error) {
        if (error instanceof SendFailed && error.kind === 'gone') return [null, 'gone'];
        if (isLast) return [null, 'failed'];
      }
    }
    return [null, 'failed'];
  }
}

function keyOf(draft: Draft): string {
  const { text, network, kind, images, videos, answers, alsoCounted, before } = draft;
  return JSON.stringify([text, network, kind, images, videos, answers, alsoCounted, before]);
}
