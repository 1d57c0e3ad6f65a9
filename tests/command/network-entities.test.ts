/** The command counts and finds entities as X's and Bluesky's own libraries do, over more than 10,000 posts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, type Row, withBluesky, withX } from '../measure/lib/agreement';
import { posts } from '../measure/lib/posts';

const texts = posts();

function assertAgreement(rows: Row[], known: (what: string, text: string) => boolean): void {
  for (const { what, agree, oldEmoji, differ } of rows) {
    const apart = differ.filter(({ text }) => !known(what, text));
    assert.deepEqual(apart.slice(0, 5), [], `${what}: ${apart.length} posts differ`);
    assert.equal(agree + oldEmoji + differ.length, texts.length, what);
  }
}

test('X: weighted length, links, hashtags, mentions and cashtags as twitter-text has them', () => {
  assert.ok(texts.length >= 10_000);
  const rows = withX(texts);
  assertAgreement(rows, () => false);
  // Only lengths may be apart for emoji that twitter-text's table does not have yet, and not many of them.
  for (const { what, oldEmoji } of rows) assert.ok(oldEmoji < (what === 'weighted length' ? 600 : 1), what);
});

test('Bluesky: graphemes and facets as @atproto/api has them', () => {
  // Node's segmenter joins Indic conjuncts (Unicode 15.1, GB9c); the core follows 15.0.
  assertAgreement(withBluesky(texts), (what, text) => what === 'graphemes' && /\p{Script=Devanagari}/u.test(text));
});

test('posts differ: each network finds its own', () => {
  const text = 'Danke @Anna Müller, @anna.bsky.social, @max@mastodon.social! #E-Auto #2024 $DBK';
  const found = (network: string) => {
    const [answer] = analyze([text], network);
    assert.ok(answer);
    const words = (spans: { start: number; end: number }[]) => spans.map(({ start, end }) => text.slice(start, end));
    return [words(answer.mentions), words(answer.hashtags), words(answer.cashtags)];
  };
  assert.deepEqual(found('linkedin'), [['@Anna Müller', '@anna.bsky.social'], ['#E'], []]);
  assert.deepEqual(found('x'), [['@Anna', '@anna'], ['#E'], ['$DBK']]);
  assert.deepEqual(found('bluesky'), [['@anna.bsky.social'], ['#E-Auto'], ['$DBK']]);
  assert.deepEqual(found('mastodon'), [['@Anna', '@anna.bsky.social', '@max@mastodon.social'], ['#E'], []]);
  assert.deepEqual(found('instagram'), [['@Anna', '@anna.bsky.social'], ['#E', '#2024'], []]);
});
