/**
 * What the tests ask a Quill of either version. Quill ends every text with a newline of its own, which is left out.
 * @param quill the Quill
 */
export function quillModel(quill) {
  return {
    text: () => quill.getText().replace(/\n$/, ''),
    caret: () => {
      const range = quill.getSelection();
      return range && { start: range.index, end: range.index + range.length };
    },
    model: () => quill.getContents().ops,
    focus: () => quill.focus(),
    setText: (text) => quill.setText(text, 'user'),
    bold: (start, length) => quill.formatText(start, length, 'bold', true, 'user'),
    place: (start, length = 0) => quill.setSelection(start, length, 'user'),
  };
}
