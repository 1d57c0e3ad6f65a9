import { element } from './elements.js';

/**
 * A dialog over the page, as the sites open for a new post.
 * @param {string} title
 * @param {Record<string, string>} attributes of the dialog
 * @param {...(Node | string)} children
 * @returns {{ dialog: HTMLElement, onClose(end: () => void): void, close(): void }}
 */
export function openDialog(title, attributes, ...children) {
  const dialog = element(
    'div',
    { class: 'modal', role: 'dialog', 'aria-modal': 'true', 'aria-label': title, ...attributes },
    element('div', { class: 'modal-head' }, element('h2', {}, title)),
    ...children,
  );
  const backdrop = element('div', { class: 'modal-backdrop' }, dialog);
  document.body.append(backdrop);
  const ending = [];
  return {
    dialog,
    /** What the site takes down with its dialog: the editors. */
    onClose: (end) => ending.push(end),
    close: () => {
      backdrop.remove();
      for (const end of ending) end();
    },
  };
}

/**
 * A button that is no button element, as Meta's sites have them.
 * @param {Record<string, string>} attributes
 * @param {string} label
 * @param {(event: Event) => void} onPress
 */
export function pressable(attributes, label, onPress) {
  const made = element('div', { role: 'button', tabindex: '0', class: 'pressable', ...attributes }, label);
  const isOff = () => made.getAttribute('aria-disabled') === 'true';
  made.addEventListener('click', (event) => {
    if (!isOff()) onPress(event);
  });
  made.addEventListener('keydown', (event) => {
    if ((event.key === 'Enter' || event.key === ' ') && !isOff()) {
      event.preventDefault();
      made.click();
    }
  });
  return made;
}

/** @param {Element} button switched on while there is something to post */
export function enable(button, isOn) {
  if (isOn) button.removeAttribute('aria-disabled');
  else button.setAttribute('aria-disabled', 'true');
}
