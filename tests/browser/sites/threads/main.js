// A feed with Threads' composer: a dialog with one Lexical editor for each part of a thread.
import { publish } from '../common/demo-state.js';
import { enable, openDialog, pressable } from '../common/dialog.js';
import { element } from '../common/elements.js';
import { lexicalEditor } from '../common/lexical-editor.js';
import { texts } from './texts.js';

const feed = element('section', { class: 'feed' });

function open() {
  const parts = [];
  const list = element('div', { class: 'feed' });
  const written = () => parts.map(({ model }) => model.text()).filter((text) => text.trim() !== '');
  const submit = pressable({}, texts.post, (event) => {
    const all = written();
    publish({ kind: 'post', text: all.join('\n\n'), parts: [...all].reverse() }, event, feed);
    close();
  });
  const refresh = () => enable(submit, written().length > 0);
  const addPart = () => {
    const part = lexicalEditor({ label: texts.label, placeholder: texts.placeholder, onChange: refresh });
    window.editors[parts.length === 0 ? 'post' : `post${parts.length}`] = part.model;
    parts.push(part);
    onClose(part.destroy);
    list.append(element('div', { class: 'editor-frame' }, part.root));
    part.model.focus();
  };
  const { close, onClose } = openDialog(
    texts.compose,
    {},
    list,
    element('div', { class: 'modal-foot' }, pressable({ 'data-demo': 'add' }, texts.add, addPart), submit),
  );
  addPart();
  refresh();
}

document
  .querySelector('main')
  .append(element('h1', {}, texts.feed), pressable({ 'data-demo': 'open' }, texts.placeholder, open), feed);
document.documentElement.dataset.ready = 'true';
