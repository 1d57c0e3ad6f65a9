// A Lexical editor as Facebook, Threads and Instagram have it, and what the tests ask it.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { registerRichText } from '@lexical/rich-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  KEY_ENTER_COMMAND,
} from 'lexical';
import { element } from './elements.js';

const textOfBlock = (block) => block.getTextContent();
const textOfRoot = () => $getRoot().getChildren().map(textOfBlock).join('\n');

/** Characters of the whole text before a point of the selection. */
function offsetOf(point) {
  let before = 0;
  for (const block of $getRoot().getChildren()) {
    if (point.key === block.getKey()) {
      const inside = block.getChildren().slice(0, point.offset);
      return before + inside.reduce((sum, node) => sum + node.getTextContentSize(), 0);
    }
    for (const node of block.getChildren()) {
      if (node.getKey() === point.key) return before + point.offset;
      before += node.getTextContentSize();
    }
    before += 1;
  }
  return before;
}

const nodeToPlain = (node) => {
  if ($isLineBreakNode(node)) return { type: 'linebreak' };
  const { type, text, format, mode } = node.exportJSON();
  return { type, text, ...(format ? { bold: true } : {}), ...(mode !== 'normal' ? { mode } : {}) };
};

/**
 * @param {{ label: string, placeholder?: string, isRich?: boolean, onEnter?: (event: KeyboardEvent) => void, onChange?: (text: string) => void }} options
 * @returns the element to put into the page, and the model for the tests
 */
export function lexicalEditor({ label, placeholder = '', isRich = false, onEnter, onChange }) {
  const root = element('div', {
    contenteditable: 'true',
    role: 'textbox',
    spellcheck: 'true',
    'aria-label': label,
    'aria-multiline': 'true',
    'aria-placeholder': placeholder,
    'data-lexical-editor': 'true',
  });
  const editor = createEditor({
    namespace: 'demo',
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(root);
  (isRich ? registerRichText : registerPlainText)(editor);
  registerHistory(editor, createEmptyHistoryState(), 1000);
  if (onEnter) {
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (!event || event.shiftKey) return false;
        event.preventDefault();
        onEnter(event);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
  }
  const read = (question) => editor.getEditorState().read(question);
  const text = () => read(textOfRoot);
  editor.registerUpdateListener(() => onChange?.(text()));
  const write = (content) =>
    editor.update(
      () => {
        const top = $getRoot().clear();
        const lines = content.split('\n');
        if (isRich) {
          for (const line of lines) top.append($createParagraphNode().append(...(line ? [$createTextNode(line)] : [])));
        } else {
          const paragraph = $createParagraphNode();
          lines.forEach((line, index) => {
            if (index > 0) paragraph.append($createLineBreakNode());
            if (line) paragraph.append($createTextNode(line));
          });
          top.append(paragraph);
        }
        top.selectEnd();
      },
      { discrete: true },
    );
  write('');
  return {
    root,
    clear: () => write(''),
    destroy: () => editor.setRootElement(null),
    model: {
      text,
      caret: () =>
        read(() => {
          const selection = $getSelection();
          if (!$isRangeSelection(selection)) return null;
          const [from, to] = selection.isBackward()
            ? [selection.focus, selection.anchor]
            : [selection.anchor, selection.focus];
          return { start: offsetOf(from), end: offsetOf(to) };
        }),
      model: () =>
        read(() =>
          $getRoot()
            .getChildren()
            .map((block) => ({ type: block.getType(), children: block.getChildren().map(nodeToPlain) })),
        ),
      focus: () => editor.focus(),
      setText: write,
      /** A name that is one piece: it can be deleted, not changed. */
      mention: (name) =>
        editor.update(
          () => {
            const selection = $getSelection() ?? $getRoot().selectEnd();
            selection.insertNodes([$createTextNode(name).setMode('token')]);
          },
          { discrete: true },
        ),
      bold: (start, length) =>
        editor.update(
          () => {
            const node = $getRoot().getAllTextNodes()[0];
            if (!$isTextNode(node)) return;
            node.select(start, start + length);
            $getSelection()?.formatText('bold');
          },
          { discrete: true },
        ),
    },
  };
}
