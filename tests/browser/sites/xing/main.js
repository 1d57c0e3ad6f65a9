// A start page with the composer that is known of XING: a dialog with data-qa attributes. ?ui=plain has a textarea in it.
import { publish } from '../common/demo-state.js';
import { openDialog } from '../common/dialog.js';
import { element } from '../common/elements.js';
import { fieldModel } from '../common/field-model.js';
import { tiptapEditor } from '../common/tiptap-editor.js';
import { texts } from './texts.js';

const isPlain = new URLSearchParams(location.search).get('ui') === 'plain';
const feed = element('section', { class: 'feed' });

function open() {
  const holder = element('div', { class: 'editor-frame', 'data-qa': 'create-post-editor' });
  const submit = element(
    'button',
    { type: 'button', class: 'primary', ...(isPlain ? {} : { 'data-qa': 'submit-post-button' }) },
    texts.publish,
  );
  const refresh = () => {
    submit.disabled = window.editors.post.text().trim() === '';
  };
  const { close, onClose } = openDialog(
    texts.compose,
    isPlain ? {} : { 'data-qa': 'create-post-dialog' },
    holder,
    element('div', { class: 'modal-foot' }, element('span', {}), submit),
  );
  if (isPlain) {
    const field = element('textarea', { class: 'plain-field', 'aria-label': texts.label, rows: '6' });
    field.addEventListener('input', refresh);
    holder.append(field);
    window.editors.post = fieldModel(field);
  } else {
    const { editor, model } = tiptapEditor({ holder, label: texts.label, onChange: refresh });
    window.editors.post = model;
    onClose(() => editor.destroy());
  }
  refresh();
  window.editors.post.focus();
  submit.addEventListener('click', (event) => {
    publish({ kind: 'post', text: window.editors.post.text() }, event, feed);
    close();
  });
}

document
  .querySelector('main')
  .append(
    element('h1', {}, texts.feed),
    element('button', { type: 'button', 'data-demo': 'open', onclick: open }, texts.compose),
    feed,
  );
document.documentElement.dataset.ready = 'true';
