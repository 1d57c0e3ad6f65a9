// A feed in the shapes of Facebook's: the dialog posts at once, or with ?steps=2 after a second step that comes without the
// editor; in the comment field plain Enter posts.
import { publish } from '../common/demo-state.js';
import { enable, openDialog, pressable } from '../common/dialog.js';
import { element } from '../common/elements.js';
import { lexicalEditor } from '../common/lexical-editor.js';
import { texts } from './texts.js';

const hasTwoSteps = new URLSearchParams(location.search).get('steps') === '2';
const feed = element('section', { class: 'feed' });

function open() {
  const post = (event) => {
    publish({ kind: 'post', text }, event, feed);
    close();
  };
  let text = '';
  const last = pressable({ 'aria-label': texts.post }, texts.post, post);
  const next = pressable({ 'aria-label': texts.next }, texts.next, () => {
    body.replaceChildren(element('p', {}, texts.settings), last);
  });
  const button = hasTwoSteps ? next : last;
  const { root, model, destroy } = lexicalEditor({
    label: texts.placeholder,
    placeholder: texts.placeholder,
    isRich: true,
    onChange: (now) => {
      text = now;
      enable(button, now.trim() !== '');
    },
  });
  const body = element(
    'div',
    { class: 'feed' },
    element('div', { class: 'editor-frame' }, root),
    element('div', { class: 'modal-foot' }, element('span', {}), button),
  );
  const { close, onClose } = openDialog(texts.compose, {}, body);
  onClose(destroy);
  window.editors.post = model;
  enable(button, false);
  model.focus();
}

function commentBox() {
  const thread = element('div', { class: 'feed' });
  const post = (event) => {
    if (model.text().trim() === '') return;
    publish({ kind: 'comment', text: model.text() }, event, thread);
    clear();
  };
  const submit = pressable({ 'aria-label': texts.comment, id: 'focused-state-composer-submit' }, '➤', post);
  const { root, model, clear } = lexicalEditor({
    label: texts.commentAs,
    isRich: true,
    onEnter: post,
    onChange: (now) => enable(submit, now.trim() !== ''),
  });
  enable(submit, false);
  window.editors.comment = model;
  const form = element('form', { role: 'presentation' }, element('div', { class: 'editor-frame' }, root), submit);
  form.addEventListener('submit', (event) => event.preventDefault());
  return element(
    'article',
    { class: 'entry' },
    element('p', { class: 'entry-author' }, 'Jonas Muster · 2 h'),
    element('p', { class: 'entry-text' }, 'Heute war Tag der offenen Tür. Wer war da?'),
    form,
    thread,
  );
}

document
  .querySelector('main')
  .append(
    element('h1', {}, texts.feed),
    pressable({ 'data-demo': 'open' }, texts.placeholder, open),
    commentBox(),
    feed,
  );
document.documentElement.dataset.ready = 'true';
