// What every demo page shows to the tests: what was posted, what the content security policy refused, and the model
// of each editor as the editor's own library tells it.

/** Everything posted since the page was opened, oldest first. */
window.posted = [];

/** Content security policy violations since the page was opened. */
window.policyViolations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.policyViolations.push(
    `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
  );
});

/** Editors in the page by name; each has text(), caret(), model() and focus(), answered by its library. */
window.editors = {};

/**
 * Milliseconds from the last input event to the frame in which more is marked than when this was called.
 * @returns {Promise<number>}
 */
window.nextMarkPainted = () =>
  new Promise((resolve) => {
    const count = () => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
    const before = count();
    let lastInput = 0;
    const noteInput = () => {
      lastInput = performance.now();
    };
    const look = () => {
      if (lastInput > 0 && count() > before) {
        window.removeEventListener('input', noteInput, true);
        resolve(performance.now() - lastInput);
      } else requestAnimationFrame(look);
    };
    window.addEventListener('input', noteInput, true);
    look();
  });

/** The language of the page's own labels. */
export const pageLanguage = document.documentElement.lang === 'de' ? 'de' : 'en';

/**
 * Remembers a post and shows it at the top of the feed.
 * @param {{ kind: 'post' | 'comment' | 'reply', text: string, parts?: string[] }} post
 * @param {Event} event what made the page post; its age tells how long the press took to arrive
 * @param {Element} feed where the post appears
 */
export function publish(post, event, feed) {
  window.posted.push({
    ...post,
    trigger: event.type,
    isTrusted: event.isTrusted,
    millisecondsSincePress: performance.now() - event.timeStamp,
  });
  for (const part of post.parts ?? [post.text]) {
    const entry = document.createElement('article');
    entry.className = 'entry entry-new';
    if (post.kind !== 'comment') entry.dataset.testid = 'tweet';
    const author = document.createElement('p');
    author.className = 'entry-author';
    author.textContent = pageLanguage === 'de' ? 'Anna Beispiel · gerade eben' : 'Anna Beispiel · just now';
    const text = document.createElement('p');
    text.className = 'entry-text';
    text.textContent = part;
    entry.append(author, text);
    feed.prepend(entry);
  }
}
