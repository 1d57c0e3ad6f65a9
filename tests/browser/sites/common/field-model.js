/**
 * What the tests ask a field of the browser's.
 * @param {HTMLTextAreaElement | HTMLInputElement} field
 */
export function fieldModel(field) {
  return {
    text: () => field.value,
    caret: () => ({ start: field.selectionStart, end: field.selectionEnd }),
    model: () => field.value,
    focus: () => field.focus(),
    setText: (text) => {
      // Past React's own property, so that it hears of the change.
      const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(prototype.prototype, 'value').set.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}
