// A company's own pages, made of what such pages are made of: a form with a textarea, an editable element with a labelled
// button, the same in two shadow roots one inside the other, and in a frame of the same origin (?part=…).
import { publish } from '../common/demo-state.js';
import { element } from '../common/elements.js';
import { fieldModel } from '../common/field-model.js';
import { tiptapEditor } from '../common/tiptap-editor.js';
import { texts } from './texts.js';

const part = new URLSearchParams(location.search).get('part') ?? 'form';
const feed = element('section', { class: 'feed' });

function commentForm() {
  const field = element('textarea', { class: 'plain-field', name: 'comment', rows: '4', 'aria-label': texts.comment });
  const form = element('form', { class: 'card feed' }, field, element('button', { type: 'submit' }, texts.send));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (field.value.trim() === '') return;
    publish({ kind: 'post', text: field.value }, event, feed);
    form.reset();
  });
  window.editors.comment = fieldModel(field);
  return form;
}

function newsBox() {
  const holder = element('div', { class: 'editor-frame' });
  const submit = element('button', { type: 'button', class: 'primary' }, texts.publish);
  const { editor, text, model } = tiptapEditor({ holder, label: texts.news });
  submit.addEventListener('click', (event) => {
    if (text().trim() === '') return;
    publish({ kind: 'post', text: text() }, event, feed);
    editor.commands.clearContent(true);
  });
  window.editors.news = model;
  return element('section', { class: 'card feed' }, holder, submit);
}

function inShadow(content, depth) {
  const host = element('div', {});
  const root = host.attachShadow({ mode: 'open' });
  for (const sheet of ['page.css', 'fields.css']) {
    root.append(element('link', { rel: 'stylesheet', href: `/assets/${sheet}` }));
  }
  root.append(depth > 1 ? inShadow(content, depth - 1) : content);
  return host;
}

const frame = () => element('iframe', { src: '?part=news', title: texts.news, width: '600', height: '420' });
const parts = { form: commentForm, news: newsBox, shadow: () => inShadow(commentForm(), 2), frame };

document.querySelector('main').append(element('h1', {}, texts.home), parts[part](), feed);
document.documentElement.dataset.ready = 'true';
