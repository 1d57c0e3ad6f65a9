/**
 * Changes text the way a person would: select, then insert. This is the only way in which every editor keeps its own
 * model, its caret and its undo in order; synthetic paste destroys words in some, writing the DOM breaks undo in all.
 */
import { caretAt, putCaret, selectionSettles } from './caret';
import { deepActiveElement } from './dom';
import { type Caret, isField } from './field';
import { readText } from './read';

/** Editors that render later than the command need up to this long until the new text can be read. */
const editorSettles = 400;

/**
 * `replaced`; `changed`: the text there is not what was expected, nothing was done; `refused`: the editor did something
 * else and was put back.
 */
export type Outcome = 'replaced' | 'changed' | 'refused';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Editors whose undo takes everything within so many milliseconds for one step: a fix right after the last letter would
 * take the person's own words along when it is undone.
 */
const undoSteps = [
  ['.ql-editor', 1000],
  ['.ProseMirror', 500],
] as const;

/** Ends when a change becomes a step of its own in the editor's undo; `typedAt`, of the last change, as performance.now() tells it. */
export async function undoStepBegins(editor: HTMLElement, typedAt: number): Promise<void> {
  const step = undoSteps.find(([selector]) => editor.matches(selector))?.[1] ?? 0;
  const left = typedAt + step - performance.now();
  if (left > 0) await wait(left + 20);
}

/** Replaces text from start to before end, if the whole text still is `expected`. The caret ends up behind `text`. */
export async function replaceText(
  editor: HTMLElement,
  expected: string,
  { start, end, text }: { start: number; end: number; text: string },
): Promise<Outcome> {
  const place = caretAt(editor, start, end);
  if (readText(editor).text !== expected || !place) return 'changed';
  await select(editor, place);
  if (readText(editor).text !== expected) return 'changed';
  if (!type(editor, text)) return 'refused';
  const wanted = expected.slice(0, start) + text + expected.slice(end);
  if (!(await comesToRead(editor, wanted))) return putBack(editor, expected);
  // Some editors put their own text back a moment later.
  await selectionSettles();
  return readText(editor).text === expected ? 'refused' : 'replaced';
}

/** Puts text where the caret is; `caret` is where it was last, null: at the end. */
export async function insertText(editor: HTMLElement, text: string, caret: Caret | null): Promise<Outcome> {
  const before = readText(editor);
  if (deepActiveElement() !== editor) {
    const place = caret ?? caretAt(editor, before.text.length, before.text.length);
    if (!place) return 'changed';
    await select(editor, place);
  }
  if (!type(editor, text)) return 'refused';
  const added = before.text.length + text.length;
  if (await comesTrue(() => isWithInsertion(plain(readText(editor).text), plain(before.text), plain(text), added))) {
    return 'replaced';
  }
  return putBack(editor, before.text);
}

/** Undoes only what has been done: otherwise undo would take back the person's own last words. */
async function putBack(editor: HTMLElement, before: string): Promise<Outcome> {
  if (readText(editor).text !== before) {
    editor.ownerDocument.execCommand('undo');
    await comesToRead(editor, before);
  }
  return 'refused';
}

/** Browsers write a space at the end of a line as one that does not break, and change it back later. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function isWithInsertion(now: string, before: string, text: string, length: number): boolean {
  if (now.length !== length) return false;
  const at = now.indexOf(text);
  for (let place = at; place >= 0; place = now.indexOf(text, place + 1)) {
    if (now.slice(0, place) + now.slice(place + text.length) === before) return true;
  }
  return false;
}

async function select(editor: HTMLElement, caret: Caret): Promise<void> {
  putCaret(editor, caret);
  await selectionSettles();
}

/**
 * How a line is broken in this editor; null where no way is known that keeps it alive. Draft.js falls apart when the
 * browser splits a block for it: there Chromium can break the line inside the block, and Firefox can do neither.
 */
function lineBreakIn(editor: HTMLElement): 'insertParagraph' | 'insertLineBreak' | null {
  const isDraft = editor.querySelector('[data-contents="true"]') !== null;
  if (!isDraft) return 'insertParagraph';
  return import.meta.env.FIREFOX ? null : 'insertLineBreak';
}

/** Line by line, because editors and browsers disagree about line breaks inside one insertion. */
function type(editor: HTMLElement, text: string): boolean {
  const command = (name: string, value?: string) => editor.ownerDocument.execCommand(name, false, value);
  if (text === '') return command('delete');
  // In a field a line break is a character like any other.
  if (isField(editor)) return command('insertText', text);
  const lines = text.split(/\r\n|\r|\n/);
  const lineBreak = lineBreakIn(editor);
  if (lines.length > 1 && !lineBreak) return false;
  lines.forEach((line, index) => {
    if (index > 0 && lineBreak) command(lineBreak);
    if (line !== '') command('insertText', line);
  });
  return true;
}

function comesToRead(editor: HTMLElement, wanted: string): Promise<boolean> {
  return comesTrue(() => plain(readText(editor).text) === plain(wanted));
}

async function comesTrue(isTrue: () => boolean): Promise<boolean> {
  for (const end = performance.now() + editorSettles; performance.now() < end; await wait(20)) {
    if (isTrue()) return true;
  }
  return isTrue();
}
