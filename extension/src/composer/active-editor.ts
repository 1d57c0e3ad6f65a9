/** The editor the person is writing in, or wrote in last: where it is, and where the caret was in it. */
import { caretIn, putCaret, selectionSettles } from './caret';
import type { Composer } from './composer';
import { containsAcross, eventNode, isShown } from './dom';
import { type Caret, isField } from './field';
import { readText } from './read';
import { insertText, type Outcome } from './replace';
import { watchPlace } from './watch';

export interface ActiveEditorParts {
  /** The page has moved, or the editor has gone. */
  moved(): void;
  /** The focus has moved inside the editor's shadow root, which is not heard outside it. */
  focusMoved(to: Node | null): void;
}

export class ActiveEditor {
  private readonly ending = new AbortController();
  private caret: Caret | null = null;

  constructor(
    readonly composer: Composer,
    readonly editor: HTMLElement,
    parts: ActiveEditorParts,
  ) {
    const { signal } = this.ending;
    watchPlace(editor, parts.moved, signal);
    const root = editor.getRootNode();
    if (root instanceof ShadowRoot) {
      root.addEventListener('focusin', (event) => parts.focusMoved(eventNode(event)), { signal });
    }
    // Before the editor hears of it: some drop their selection then.
    const keepCaret = (event: Event) => {
      const node = eventNode(event);
      if (node && containsAcross(editor, node)) this.keepCaret();
    };
    for (const target of new Set<EventTarget>([window, root])) {
      target.addEventListener('focusout', keepCaret, { capture: true, signal });
    }
  }

  get isThere(): boolean {
    return isShown(this.editor);
  }

  get hasText(): boolean {
    return readText(this.editor).text !== '';
  }

  /** Remembers where the caret is, before something of ours takes the focus. */
  keepCaret(): void {
    this.caret = caretIn(this.editor) ?? this.caret;
  }

  focusBack(): void {
    putCaret(this.editor, this.caret);
  }

  /** Scrolls to these words and puts the caret behind them. */
  async goTo(words: Range): Promise<void> {
    const end = this.endOf(words);
    putCaret(this.editor, end);
    await selectionSettles();
    this.caret = end;
  }

  private endOf(words: Range): Caret {
    if (isField(this.editor)) {
      this.composer.mirrors.of(this.editor).reveal(words);
      return { start: words.endOffset, end: words.endOffset };
    }
    const { endContainer } = words;
    const element = endContainer instanceof Element ? endContainer : endContainer.parentElement;
    element?.scrollIntoView({ block: 'nearest' });
    const end = words.cloneRange();
    end.collapse(false);
    return end;
  }

  insert(text: string): Promise<Outcome> {
    return insertText(this.editor, text, this.caret);
  }

  end(): void {
    this.ending.abort();
  }
}
