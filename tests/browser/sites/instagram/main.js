// A feed with Instagram's dialog for a new post: a picture, a caption in Lexical, "Share" in the dialog's head.
import { publish } from '../common/demo-state.js';
import { openDialog, pressable } from '../common/dialog.js';
import { element } from '../common/elements.js';
import { lexicalEditor } from '../common/lexical-editor.js';
import { texts } from './texts.js';

const feed = element('section', { class: 'feed' });
const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="96" height="54"><rect width="96" height="54" fill="#1f6a4c"/></svg>')}`;

function open() {
  const { root, model, destroy } = lexicalEditor({ label: texts.caption, placeholder: texts.caption });
  const share = pressable({ 'data-demo': 'share' }, texts.share, (event) => {
    publish({ kind: 'post', text: model.text() }, event, feed);
    close();
  });
  const { close, onClose } = openDialog(
    texts.compose,
    {},
    element('div', { class: 'modal-foot' }, element('img', { src: picture, alt: texts.picture }), share),
    element('div', { class: 'editor-frame' }, root),
  );
  onClose(destroy);
  window.editors.caption = model;
  model.focus();
}

document
  .querySelector('main')
  .append(element('h1', {}, texts.feed), pressable({ 'data-demo': 'open' }, texts.compose, open), feed);
document.documentElement.dataset.ready = 'true';
