// The older share box: Quill 1.3.7 in a modal in the light DOM, with the path to a scheduled post.
import Quill from 'quill1';
import { publish } from '../common/demo-state.js';
import { element } from '../common/elements.js';
import { quillModel } from '../common/quill-model.js';
import { texts } from './texts.js';

/**
 * @param {Element} feed
 * @returns {(text?: string) => void} opens the share box, with a text to start from
 */
export function installShareBox(feed) {
  return (text = '') => {
    const holder = element('div', { class: 'ql-container' });
    const label = element('span', {}, texts.post);
    const submit = element(
      'button',
      { type: 'button', class: 'share-actions__primary-action primary', disabled: true },
      label,
    );
    const close = () => backdrop.remove();
    const bold = element('button', { type: 'button', onclick: () => quill.format('bold', true, 'user') }, texts.bold);
    const schedule = element(
      'button',
      { type: 'button', class: 'share-actions__scheduled-post-btn' },
      texts.scheduleStep,
    );
    const next = element(
      'button',
      { type: 'button', class: 'share-box-footer__primary-btn primary', 'aria-label': texts.next, hidden: true },
      texts.next,
    );
    const frame = element('div', { class: 'share-creation-state__text-editor editor-frame' }, holder);
    const box = element(
      'div',
      {
        class: 'modal share-box-v2__modal share-box',
        role: 'dialog',
        'aria-labelledby': 'share-title',
        'data-test-modal-id': 'sharebox',
      },
      element(
        'div',
        { class: 'modal-head' },
        element('h2', { id: 'share-title' }, texts.compose),
        element('button', { type: 'button', class: 'modal-close', onclick: close }, texts.close),
      ),
      frame,
      element('div', { class: 'modal-foot share-box-footer' }, bold, schedule, next, submit),
    );
    const backdrop = element('div', { class: 'modal-backdrop' }, box);
    document.body.append(backdrop);

    const quill = new Quill(holder, { placeholder: texts.placeholder });
    quill.root.setAttribute('role', 'textbox');
    quill.root.setAttribute('aria-multiline', 'true');
    quill.root.setAttribute('aria-label', texts.editor);
    quill.on('text-change', () => {
      submit.disabled = quill.getText().trim() === '';
    });
    const showSchedule = (isShown) => {
      frame.hidden = isShown;
      submit.hidden = isShown;
      next.hidden = !isShown;
    };
    schedule.addEventListener('click', () => showSchedule(true));
    next.addEventListener('click', () => {
      showSchedule(false);
      label.textContent = texts.schedule;
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
