// A composer in the shape of X's: one Draft.js editor per part of a thread, Ctrl+Enter or Meta+Enter posts.
import { CompositeDecorator, ContentState, Editor, EditorState, SelectionState } from 'draft-js';
import { useEffect, useRef, useState } from 'react';
import { texts } from './texts.js';

/** Hashtags are coloured while typing, so a line is cut into several text nodes, as on the real site. */
const decorator = new CompositeDecorator([
  {
    strategy(block, callback) {
      for (const match of block.getText().matchAll(/#[\p{L}\p{N}_]+/gu)) {
        callback(match.index, match.index + match[0].length);
      }
    },
    component: ({ children }) => <span className="hashtag">{children}</span>,
  },
]);

const textOf = (state) => state.getCurrentContent().getPlainText('\n');
const stateWith = (text) =>
  text
    ? EditorState.moveSelectionToEnd(EditorState.createWithContent(ContentState.createFromText(text), decorator))
    : EditorState.createEmpty(decorator);

function offsetInText(content, key, offset) {
  let before = 0;
  for (const block of content.getBlocksAsArray()) {
    if (block.getKey() === key) return before + offset;
    before += block.getLength() + 1;
  }
  return before;
}

/** What the tests ask Draft.js. */
function draftModel(read, write, editorRef) {
  return {
    text: () => textOf(read()),
    caret: () => {
      const selection = read().getSelection();
      const content = read().getCurrentContent();
      return {
        start: offsetInText(content, selection.getStartKey(), selection.getStartOffset()),
        end: offsetInText(content, selection.getEndKey(), selection.getEndOffset()),
      };
    },
    model: () =>
      read()
        .getCurrentContent()
        .getBlocksAsArray()
        .map((block) => ({ type: block.getType(), text: block.getText() })),
    focus: () => editorRef.current?.focus(),
    setText: (text) => write(stateWith(text)),
    place: (offset) => {
      const key = read().getCurrentContent().getFirstBlock().getKey();
      const caret = SelectionState.createEmpty(key).merge({ anchorOffset: offset, focusOffset: offset });
      write(EditorState.forceSelection(read(), caret));
    },
  };
}

function Part({ index, name, state, onChange, placeholder, onSubmitKey, takesFocus }) {
  const editorRef = useRef(null);
  const current = useRef(state);
  current.current = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per editor; a second run would take the focus
  useEffect(() => {
    window.editors[name] = draftModel(() => current.current, onChange, editorRef);
    if (takesFocus) editorRef.current?.focus();
    return () => {
      delete window.editors[name];
    };
  }, [name]);
  const onKeyDown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmitKey(event.nativeEvent);
  };
  return (
    <div
      className="editor-frame"
      data-testid={`tweetTextarea_${index}RichTextInputContainer`}
      onKeyDownCapture={onKeyDown}
    >
      <Editor
        ref={editorRef}
        editorState={state}
        onChange={onChange}
        placeholder={placeholder}
        role="textbox"
        ariaLabel={texts.editor}
        ariaMultiline
        webDriverTestID={`tweetTextarea_${index}`}
        stripPastedStyles
      />
    </div>
  );
}

/**
 * @param props.name editors are called NAME for the first part, NAME1 … for the following
 * @param props.button `tweetButton` in a modal, `tweetButtonInline` in the page
 * @param props.onPost takes the texts of the parts and the event that posted them
 */
export function Composer({ name, button, label, placeholder, initialText = '', isThread = false, takesFocus, onPost }) {
  const [states, setStates] = useState(() => [stateWith(initialText)]);
  const latest = useRef(states);
  latest.current = states;
  const isEmpty = states.every((state) => textOf(state).trim() === '');
  const change = (index, state) => {
    latest.current = latest.current.map((before, at) => (at === index ? state : before));
    setStates(latest.current);
  };
  const post = (event) => {
    const parts = latest.current.map(textOf).filter((text) => text.trim() !== '');
    if (parts.length === 0) return;
    onPost(parts, event);
    latest.current = [stateWith('')];
    setStates(latest.current);
  };
  return (
    <div className="thread-part">
      {states.map((state, index) => (
        <Part
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are only ever added at the end
          key={index}
          index={index}
          name={index === 0 ? name : `${name}${index}`}
          state={state}
          onChange={(next) => change(index, next)}
          placeholder={placeholder}
          onSubmitKey={post}
          takesFocus={takesFocus}
        />
      ))}
      <div className="modal-foot" data-testid="toolBar">
        {isThread ? (
          <button
            type="button"
            data-testid="addButton"
            onClick={() => {
              latest.current = [...latest.current, stateWith('')];
              setStates(latest.current);
            }}
          >
            {texts.add}
          </button>
        ) : (
          <span />
        )}
        <button
          type="button"
          className="primary"
          data-testid={button}
          aria-disabled={isEmpty ? 'true' : undefined}
          onClick={(event) => {
            if (!isEmpty) post(event.nativeEvent);
          }}
        >
          <span>{states.length > 1 ? texts.postAll : label}</span>
        </button>
      </div>
    </div>
  );
}
