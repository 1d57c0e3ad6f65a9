// A timeline in the shapes of X's: /home has the inline composer and the modal for a post or thread, /demo/status/1 a
// reply, /intent/tweet?text=…&url=… the modal with a text, as the network's own share link does.
import { useRef, useState } from 'react';
import { render } from 'react-dom';
import { publish } from '../common/demo-state.js';
import { Composer } from './composer.jsx';
import { texts } from './texts.js';

const query = new URLSearchParams(location.search);
const isIntent = location.pathname.startsWith('/intent/');
const isStatus = location.pathname.includes('/status/');
const intentText = [query.get('text'), query.get('url')].filter(Boolean).join(' ');

function Tweet({ author, text }) {
  return (
    <article className="entry" data-testid="tweet">
      <p className="entry-author">{author}</p>
      <p className="entry-text" data-testid="tweetText">
        {text}
      </p>
    </article>
  );
}

function Page() {
  const [isModalOpen, setModalOpen] = useState(isIntent);
  const timeline = useRef(null);
  const post = (kind) => (parts, event) => {
    publish({ kind, text: parts.join('\n\n'), parts: [...parts].reverse() }, event, timeline.current);
    window.posted[window.posted.length - 1].parts = parts;
    setModalOpen(false);
  };
  return (
    <>
      <main data-testid="primaryColumn">
        <h1>{texts.timeline}</h1>
        <button type="button" data-testid="SideNav_NewTweet_Button" onClick={() => setModalOpen(true)}>
          {texts.post}
        </button>
        {isStatus ? (
          <>
            <Tweet author="Jonas Muster" text="Wie lange hält so ein Quartierspeicher eigentlich?" />
            <div className="card" data-testid="inline_reply_offscreen">
              <Composer
                name="reply"
                button="tweetButtonInline"
                label={texts.reply}
                placeholder={texts.replyPlaceholder}
                onPost={post('reply')}
              />
            </div>
          </>
        ) : (
          <div className="card">
            <Composer
              name="inline"
              button="tweetButtonInline"
              label={texts.post}
              placeholder={texts.placeholder}
              onPost={post('post')}
            />
          </div>
        )}
        <div className="timeline" ref={timeline} />
        {isStatus ? null : <Tweet author="Mira Exempel" text="Guten Morgen aus der Leitwarte." />}
      </main>
      {isModalOpen ? (
        <div className="modal-backdrop">
          <div className="modal" role="dialog" aria-modal="true" aria-label={texts.post}>
            <div className="modal-head">
              <button type="button" data-testid="app-bar-close" onClick={() => setModalOpen(false)}>
                {texts.close}
              </button>
            </div>
            <Composer
              name="modal"
              button="tweetButton"
              label={texts.post}
              placeholder={texts.placeholder}
              initialText={intentText}
              isThread
              takesFocus
              onPost={post('post')}
            />
          </div>
        </div>
      ) : null}
    </>
  );
}

render(<Page />, document.querySelector('#react-root'), () => {
  document.documentElement.dataset.ready = 'true';
});
