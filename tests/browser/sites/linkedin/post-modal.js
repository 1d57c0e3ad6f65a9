// The post composer of 2026: Quill 2 in a modal inside the open shadow root of #interop-outlet.
import Quill from 'quill';
import { publish } from '../common/demo-state.js';
import { element } from '../common/elements.js';
import { quillModel } from '../common/quill-model.js';
import { texts } from './texts.js';

/** Quill asks the document for focus and selection, which stop at a shadow root; the site answers from inside of it. */
function selectInside(root, quill) {
  // Chromium answers for each shadow root, Firefox with the document's selection.
  const current = () => (root.getSelection ? root.getSelection() : document.getSelection());
  const { selection } = quill;
  const normalize = selection.normalizeNative.bind(selection);
  const besideBreak = (node, offset) =>
    node.nodeName === 'BR' ? [node.parentNode, [...node.parentNode.childNodes].indexOf(node)] : [node, offset];
  selection.hasFocus = () => root.activeElement === quill.root;
  selection.getNativeRange = () => {
    const native = current();
    return native && native.rangeCount > 0 ? normalize(native.getRangeAt(0)) : null;
  };
  selection.setNativeRange = (start, startOffset, end = start, endOffset = startOffset) => {
    if (!start) {
      current().removeAllRanges();
      quill.root.blur();
      return;
    }
    if (!selection.hasFocus()) quill.root.focus({ preventScroll: true });
    current().setBaseAndExtent(...besideBreak(start, startOffset), ...besideBreak(end, endOffset));
  };
}

/**
 * @param {Element} feed
 * @returns {(text?: string) => void} opens the modal, with a text to start from
 */
export function installPostModal(feed) {
  const host = document.querySelector('#interop-outlet');
  const root = host.attachShadow({ mode: 'open' });
  for (const sheet of ['page.css', 'quill.css']) {
    root.append(element('link', { rel: 'stylesheet', href: `/assets/${sheet}` }));
  }

  return (text = '') => {
    const holder = element('div', { class: 'editor-content ql-container' });
    const media = element('div', { class: 'share-creation-state__preview' });
    const submit = element('button', {
      type: 'button',
      class: 'share-actions__primary-action primary',
      disabled: true,
    });
    submit.append(element('span', { class: 'artdeco-button__text' }, texts.post));
    const close = () => backdrop.remove();
    const dialog = element(
      'div',
      { class: 'modal share-creation-state', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'share-title' },
      element(
        'div',
        { class: 'modal-head' },
        element('h2', { id: 'share-title' }, texts.compose),
        element('button', { type: 'button', class: 'modal-close', onclick: close }, texts.close),
      ),
      element('div', { class: 'share-creation-state__text-editor editor-frame' }, holder),
      media,
      element(
        'div',
        { class: 'modal-foot' },
        element('button', { type: 'button', onclick: () => attach(media) }, texts.image),
        submit,
      ),
    );
    const backdrop = element('div', { class: 'modal-backdrop' }, dialog);
    root.append(backdrop);

    const quill = new Quill(holder, { placeholder: texts.placeholder });
    selectInside(root, quill);
    quill.root.setAttribute('role', 'textbox');
    quill.root.setAttribute('aria-multiline', 'true');
    quill.root.setAttribute('aria-label', texts.editor);
    quill.on('text-change', () => {
      submit.disabled = quill.getText().trim() === '';
    });
    submit.addEventListener('click', (event) => {
      publish({ kind: 'post', text: quill.getText().replace(/\n$/, '') }, event, feed);
      close();
    });
    window.editors.post = quillModel(quill);
    if (text) quill.setText(text, 'user');
    quill.focus();
  };
}

function attach(media) {
  const source = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="96" height="54"><rect width="96" height="54" fill="#1f6a4c"/></svg>')}`;
  media.append(element('img', { src: source, alt: texts.imageAlt }));
}
