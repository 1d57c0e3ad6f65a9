/**
 * Changes text the way a person would: select, then insert. This is the only way in which every editor keeps its own
 * model, its caret and its undo in order; synthetic paste destroys words in some, writing the DOM breaks undo in all.
 */
import { putCaret } from './caret';
import { deepActiveElement } from './dom';
import { readText } from './read';

/** Editors read the selection from `selectionchange`, which comes a moment after it was set. */
const selectionSettles = 60;
/** Editors that render later than the command need up to this long until the new text can be read. */
const editorSettles = 400;

/**
 * `replaced`; `changed`: the text there is not what was expected, nothing was done; `refused`: the editor did something
 * else and was put back.
 */
export type Outcome = 'replaced' | 'changed' | 'refused';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Replaces text from start to before end, if the whole text still is `expected`. The caret ends up behind `text`. */
export async function replaceText(
  editor: HTMLElement,
  expected: string,
  { start, end, text }: { start: number; end: number; text: string },
): Promise<Outcome> {
  const range = readText(editor).range(start, end);
  if (readText(editor).text !== expected || !range) return 'changed';
  await select(editor, range);
  if (readText(editor).text !== expected) return 'changed';
  type(text);
  const wanted = expected.slice(0, start) + text + expected.slice(end);
  if (await comesToRead(editor, wanted)) return 'replaced';
  document.execCommand('undo');
  await comesToRead(editor, expected);
  return 'refused';
}

/** Puts text where the caret is; `caret` is where it was last, null: at the end. */
export async function insertText(editor: HTMLElement, text: string, caret: Range | null): Promise<Outcome> {
  const before = readText(editor);
  if (deepActiveElement() !== editor) {
    const place = caret ?? before.range(before.text.length, before.text.length);
    if (!place) return 'changed';
    await select(editor, place);
  }
  type(text);
  const added = before.text.length + text.length;
  if (await comesTrue(() => isWithInsertion(readText(editor).text, before.text, text, added))) return 'replaced';
  document.execCommand('undo');
  await comesToRead(editor, before.text);
  return 'refused';
}

function isWithInsertion(now: string, before: string, text: string, length: number): boolean {
  if (now.length !== length) return false;
  const at = now.indexOf(text);
  for (let place = at; place >= 0; place = now.indexOf(text, place + 1)) {
    if (now.slice(0, place) + now.slice(place + text.length) === before) return true;
  }
  return false;
}

async function select(editor: HTMLElement, range: Range): Promise<void> {
  putCaret(editor, range);
  await wait(selectionSettles);
}

/** Line by line: Firefox would put all lines of one insertText into one block. */
function type(text: string): void {
  if (text === '') {
    document.execCommand('delete');
    return;
  }
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (index > 0) document.execCommand('insertParagraph');
    if (line !== '') document.execCommand('insertText', false, line);
  });
}

function comesToRead(editor: HTMLElement, wanted: string): Promise<boolean> {
  return comesTrue(() => readText(editor).text === wanted);
}

async function comesTrue(isTrue: () => boolean): Promise<boolean> {
  for (const end = performance.now() + editorSettles; performance.now() < end; await wait(20)) {
    if (isTrue()) return true;
  }
  return isTrue();
}
