/** The person's caret in an editor, kept while our parts have the focus. Some editors drop it when they lose focus. */
import { containsAcross } from './dom';

/** Where browsers without getComposedRanges tell the selection inside a shadow root. */
type SelectingRoot = ShadowRoot & { getSelection?(): Selection | null };

function selectedRange(root: Node): AbstractRange | null {
  const selection = document.getSelection();
  if (root instanceof ShadowRoot) {
    if (selection?.getComposedRanges) return selection.getComposedRanges({ shadowRoots: [root] })[0] ?? null;
    const inner = (root as SelectingRoot).getSelection?.() ?? selection;
    return inner && inner.rangeCount > 0 ? inner.getRangeAt(0) : null;
  }
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}

/** What is selected in this editor, as a live range; null when the selection is elsewhere. */
export function caretIn(editor: HTMLElement): Range | null {
  const selected = selectedRange(editor.getRootNode());
  if (!selected || !containsAcross(editor, selected.startContainer)) return null;
  const range = document.createRange();
  range.setStart(selected.startContainer, selected.startOffset);
  range.setEnd(selected.endContainer, selected.endOffset);
  return range;
}

/** Gives the focus back to the editor, and the caret to where it was. */
export function putCaret(editor: HTMLElement, caret: Range | null): void {
  editor.focus({ preventScroll: true });
  if (!caret || !containsAcross(editor, caret.startContainer)) return;
  const { startContainer, startOffset, endContainer, endOffset } = caret;
  document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

/** Until the editor has taken up a selection that was set: they read it from `selectionchange`, a moment later. */
export function selectionSettles(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60));
}
