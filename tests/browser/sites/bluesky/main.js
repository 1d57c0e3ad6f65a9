// A feed with Bluesky's composer: a dialog with one tiptap editor for each post of a thread, one button for all.
import { publish } from '../common/demo-state.js';
import { openDialog } from '../common/dialog.js';
import { element } from '../common/elements.js';
import { tiptapEditor } from '../common/tiptap-editor.js';
import { texts } from './texts.js';

const feed = element('section', { class: 'feed' });

function open() {
  const parts = [];
  const list = element('div', { class: 'feed' });
  const submit = element(
    'button',
    {
      type: 'button',
      class: 'primary',
      'data-testid': 'composerPublishBtn',
      'aria-label': texts.publish,
      onclick: (event) => post(event),
    },
    texts.post,
  );
  const written = () => parts.map((part) => part.text()).filter((text) => text.trim() !== '');
  const refresh = () => {
    submit.disabled = written().length === 0;
  };
  const post = (event) => {
    const all = written();
    if (all.length === 0) return;
    publish({ kind: 'post', text: all.join('\n\n'), parts: [...all].reverse() }, event, feed);
    close();
  };
  const add = () => {
    const holder = element('div', { class: 'editor-frame' });
    list.append(holder);
    const part = tiptapEditor({ holder, label: 'Rich-Text Editor', onChange: refresh, onSubmitKey: post });
    window.editors[parts.length === 0 ? 'post' : `post${parts.length}`] = part.model;
    parts.push(part);
    onClose(() => part.editor.destroy());
    part.editor.commands.focus();
  };
  const { close, onClose } = openDialog(
    texts.compose,
    {},
    element('div', { class: 'modal-foot' }, element('span', {}), submit),
    list,
    element(
      'div',
      { class: 'modal-foot' },
      element('button', { type: 'button', 'aria-label': texts.add, 'data-testid': 'addPost', onclick: add }, '+'),
    ),
  );
  add();
  refresh();
}

document
  .querySelector('main')
  .append(
    element('h1', {}, texts.feed),
    element('button', { type: 'button', 'data-testid': 'composeFAB', onclick: open }, texts.compose),
    feed,
  );
document.documentElement.dataset.ready = 'true';
