/**
 * The two sorts of editors: fields of the browser's own (`textarea`, one-line `input`), whose text is a value, and
 * elements whose content is edited in the page. Everything else here works with either.
 */

export type Field = HTMLTextAreaElement | HTMLInputElement;

export const isField = (element: Element): element is Field =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/** A place in a field; where an editor is edited in the page, a range says it. */
export interface FieldCaret {
  start: number;
  end: number;
}

export type Caret = Range | FieldCaret;
