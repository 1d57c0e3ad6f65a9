// A feed in the shapes of LinkedIn's: ?ui=classic shows the older share box, ?shareActive=true&text=… opens the composer
// with a text, as the network's own share link does.
import { element } from '../common/elements.js';
import { classicCommentBox, commentBox } from './comments.js';
import { installPostModal } from './post-modal.js';
import { installShareBox } from './share-box.js';
import { texts } from './texts.js';

const query = new URLSearchParams(location.search);
const feed = element('section', { class: 'feed', 'aria-label': texts.feed });
const open = query.get('ui') === 'classic' ? installShareBox(feed) : installPostModal(feed);

function feedEntry(author, text, makeCommentBox) {
  const thread = element('div', { class: 'feed' });
  return element(
    'article',
    { class: 'entry' },
    element('p', { class: 'entry-author' }, author),
    element('p', { class: 'entry-text' }, text),
    makeCommentBox(thread),
    thread,
  );
}

feed.append(
  feedEntry(
    'Jonas Muster · 2 h',
    'Heute war der erste Probelauf unseres Quartierspeichers. Danke an alle!',
    commentBox,
  ),
  feedEntry(
    'Mira Exempel · 5 h',
    'We are hiring two people for grid planning. Questions? Ask here.',
    classicCommentBox,
  ),
);
document
  .querySelector('main')
  .append(
    element('h1', {}, texts.feed),
    element('button', { type: 'button', class: 'share-box-feed-entry__trigger', onclick: () => open() }, texts.start),
    feed,
  );
if (query.get('shareActive') === 'true') open(query.get('text') ?? '');
document.documentElement.dataset.ready = 'true';
