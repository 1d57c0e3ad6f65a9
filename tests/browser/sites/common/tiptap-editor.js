// A tiptap editor as Bluesky and the newer LinkedIn have it, and what the tests ask it.
import { Editor, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

/** A name that is one piece, as mentions are. */
const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({ name: { default: '' } }),
  parseHTML: () => [{ tag: 'span[data-type="mention"]' }],
  renderHTML: ({ node }) => ['span', { 'data-type': 'mention', class: 'mention' }, node.attrs.name],
  renderText: ({ node }) => node.attrs.name,
});

const paragraph = (text) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] });

/**
 * @param {{ holder: Element, label: string, onChange?: (text: string) => void, onSubmitKey?: (event: KeyboardEvent) => void }} options
 * @returns the editor and the model for the tests
 */
export function tiptapEditor({ holder, label, onChange, onSubmitKey }) {
  const textOf = (editor) => editor.getText({ blockSeparator: '\n' });
  const editor = new Editor({
    element: holder,
    extensions: [StarterKit, Mention],
    injectCSS: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      handleKeyDown: (_view, event) => {
        if (!onSubmitKey || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
        onSubmitKey(event);
        return true;
      },
    },
    onUpdate: ({ editor }) => onChange?.(textOf(editor)),
  });
  // Positions of ProseMirror count the paragraph's borders; a caret counts the text's characters.
  const caretAt = (position) =>
    editor.state.doc.textBetween(0, position, '\n', (node) => (node.type.name === 'mention' ? node.attrs.name : ''))
      .length;
  return {
    editor,
    text: () => textOf(editor),
    model: {
      text: () => textOf(editor),
      caret: () => {
        const { from, to } = editor.state.selection;
        return { start: caretAt(from), end: caretAt(to) };
      },
      model: () => editor.getJSON(),
      focus: () => editor.commands.focus(),
      setText: (text) => editor.commands.setContent({ type: 'doc', content: text.split('\n').map(paragraph) }),
      mention: (name) => editor.commands.insertContent({ type: 'mention', attrs: { name } }),
      bold: (start, length) =>
        editor
          .chain()
          .setTextSelection({ from: start + 1, to: start + length + 1 })
          .setBold()
          .run(),
    },
  };
}
