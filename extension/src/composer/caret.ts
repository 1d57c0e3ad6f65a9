/** The person's caret in an editor, kept while our parts have the focus. Some editors drop it when they lose focus. */
import { containsAcross } from './dom';
import { type Caret, isField } from './field';
import { readText } from './read';

/** Where browsers without getComposedRanges tell the selection inside a shadow root. */
type SelectingRoot = ShadowRoot & { getSelection?(): Selection | null };

/** The document's selection: an editor in a frame has one of its own. */
const selectionOf = (editor: Node) => (editor.ownerDocument ?? document).getSelection();

function selectedRange(root: Node): AbstractRange | null {
  const selection = selectionOf(root);
  if (root instanceof ShadowRoot) {
    if (selection?.getComposedRanges) return selection.getComposedRanges({ shadowRoots: [root] })[0] ?? null;
    const inner = (root as SelectingRoot).getSelection?.() ?? selection;
    return inner && inner.rangeCount > 0 ? inner.getRangeAt(0) : null;
  }
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}

/** What is selected in this editor; null when the selection is elsewhere. A range is live. */
export function caretIn(editor: HTMLElement): Caret | null {
  if (isField(editor)) {
    const { selectionStart: start, selectionEnd: end } = editor;
    return start === null || end === null ? null : { start, end };
  }
  const selected = selectedRange(editor.getRootNode());
  if (!selected || !containsAcross(editor, selected.startContainer)) return null;
  const range = editor.ownerDocument.createRange();
  range.setStart(selected.startContainer, selected.startOffset);
  range.setEnd(selected.endContainer, selected.endOffset);
  return range;
}

/** The place of text from start to before end; null when the offsets are outside the text. */
export function caretAt(editor: HTMLElement, start: number, end: number): Caret | null {
  if (!isField(editor)) return readText(editor).range(start, end);
  return start < 0 || end < start || end > editor.value.length ? null : { start, end };
}

/** Gives the focus back to the editor, and the caret to where it was. */
export function putCaret(editor: HTMLElement, caret: Caret | null): void {
  editor.focus({ preventScroll: true });
  if (!caret) return;
  if (!(caret instanceof Range)) {
    if (isField(editor)) editor.setSelectionRange(caret.start, caret.end);
    return;
  }
  if (!containsAcross(editor, caret.startContainer)) return;
  const { startContainer, startOffset, endContainer, endOffset } = caret;
  selectionOf(editor)?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

/** Until the editor has taken up a selection that was set: they read it from `selectionchange`, a moment later. */
export function selectionSettles(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60));
}
