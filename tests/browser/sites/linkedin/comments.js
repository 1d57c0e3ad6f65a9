// Both comment boxes: the older one with Quill, the newer one with tiptap.
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import Quill from 'quill1';
import { publish } from '../common/demo-state.js';
import { element } from '../common/elements.js';
import { quillModel } from '../common/quill-model.js';
import { texts } from './texts.js';

/** @param {Element} thread where the comments appear */
export function classicCommentBox(thread) {
  const holder = element('div', { class: 'ql-container' });
  const submit = element('button', {
    type: 'button',
    class: 'comments-comment-box__submit-button primary',
    disabled: true,
  });
  submit.append(element('span', { class: 'artdeco-button__text' }, texts.comment));
  const box = element(
    'div',
    { class: 'comments-comment-box card' },
    element('div', { class: 'comments-comment-box-comment__text-editor editor-frame' }, holder),
    submit,
  );
  const quill = new Quill(holder, { placeholder: texts.comment });
  quill.root.setAttribute('role', 'textbox');
  quill.root.setAttribute('aria-label', texts.commentEditor);
  quill.on('text-change', () => {
    submit.disabled = quill.getText().trim() === '';
  });
  submit.addEventListener('click', (event) => {
    publish({ kind: 'comment', text: quill.getText().replace(/\n$/, '') }, event, thread);
    quill.setText('');
  });
  window.editors.commentClassic = quillModel(quill);
  return box;
}

/** Positions of ProseMirror count the paragraph's borders; a caret counts the text's characters. */
function caretIn(editor, position) {
  return editor.state.doc.textBetween(0, position, '\n').length;
}

/** @param {Element} thread where the comments appear */
export function commentBox(thread) {
  const holder = element('div', { class: 'editor-frame' });
  const submit = element(
    'button',
    { type: 'button', class: 'primary', 'data-view-name': 'comment-post', disabled: true },
    texts.comment,
  );
  const box = element('div', { class: 'card', 'data-view-name': 'comment-box' }, holder, submit);
  const textOf = (editor) => editor.getText({ blockSeparator: '\n' });
  const editor = new Editor({
    element: holder,
    extensions: [StarterKit],
    injectCSS: false,
    editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': texts.commentEditor } },
    onUpdate: ({ editor }) => {
      submit.disabled = textOf(editor).trim() === '';
    },
  });
  submit.addEventListener('click', (event) => {
    publish({ kind: 'comment', text: textOf(editor) }, event, thread);
    editor.commands.clearContent(true);
  });
  window.editors.comment = {
    text: () => textOf(editor),
    caret: () => {
      const { from, to } = editor.state.selection;
      return { start: caretIn(editor, from), end: caretIn(editor, to) };
    },
    model: () => editor.getJSON(),
    focus: () => editor.commands.focus(),
    setText: (text) => editor.commands.setContent({ type: 'doc', content: text.split('\n').map(paragraph) }),
  };
  return box;
}

const paragraph = (text) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] });
