// A server's home page with Mastodon's composer: a textarea that React controls, in a form; Ctrl+Enter posts without a
// submit event.
import { useEffect, useRef, useState } from 'react';
import { render } from 'react-dom';
import { publish } from '../common/demo-state.js';
import { fieldModel } from '../common/field-model.js';
import { texts } from './texts.js';

function Compose() {
  const [text, setText] = useState('');
  const [warning, setWarning] = useState(null);
  const field = useRef(null);
  const spoiler = useRef(null);
  const feed = useRef(null);
  useEffect(() => {
    window.editors.post = fieldModel(field.current);
  }, []);
  useEffect(() => {
    if (spoiler.current) window.editors.warning = fieldModel(spoiler.current);
    // Grows with its text, up to a height; then it scrolls.
    field.current.style.height = 'auto';
    field.current.style.height = `${Math.min(field.current.scrollHeight + 2, 220)}px`;
  });
  const canPost = text.trim() !== '';
  const post = (event) => {
    if (!canPost) return;
    const whole = [warning, text].filter(Boolean).join('\n\n');
    publish({ kind: 'post', text: whole, parts: [whole] }, event.nativeEvent, feed.current);
    setText('');
    setWarning(null);
  };
  const onKeyDown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) post(event);
  };
  return (
    <main>
      <h1>{texts.home}</h1>
      <form
        className="compose-form card"
        onSubmit={(event) => {
          event.preventDefault();
          post(event);
        }}
      >
        {warning === null ? null : (
          <div className="spoiler-input">
            <input
              id="cw-spoiler-input"
              className="spoiler-input__input"
              ref={spoiler}
              value={warning}
              placeholder={texts.warning}
              aria-label={texts.warning}
              onChange={(event) => setWarning(event.target.value)}
              onKeyDown={onKeyDown}
            />
          </div>
        )}
        <textarea
          className="autosuggest-textarea__textarea"
          ref={field}
          value={text}
          placeholder={texts.placeholder}
          aria-label={texts.placeholder}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <div className="modal-foot">
          <button type="button" className="icon-button cw" onClick={() => setWarning(warning === null ? '' : null)}>
            CW
          </button>
          <div className="compose-form__submit">
            <button type="submit" className="button primary" disabled={!canPost}>
              {texts.post}
            </button>
          </div>
        </div>
      </form>
      <div className="feed" ref={feed} />
    </main>
  );
}

render(<Compose />, document.querySelector('#mastodon'), () => {
  document.documentElement.dataset.ready = 'true';
});
