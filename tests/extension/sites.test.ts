// A site is its file in shared/networks: what is given there has to be usable as it stands.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { transform } from 'esbuild';
import { carriesLabel, isSubmitKey } from '../../extension/src/composer/find';
import { networkIds, networks } from '../../extension/src/generated/networks';
import { siteMatches, siteOfHost } from '../../extension/src/sites/sites';

describe('sites', () => {
  test('every network with composers and hosts is one', () => {
    for (const id of networkIds) {
      const { hosts, composers, name } = networks[id];
      for (const host of hosts) {
        const site = siteOfHost(host);
        if (!composers) assert.equal(site, null, `${host} has no composers, so nothing of ours runs there.`);
        else
          assert.deepEqual(site, { network: id, name, composers, hasLimit: true }, `${host} is not known as a site.`);
        assert.equal(siteMatches.includes(`https://${host}/*`), composers !== undefined, host);
      }
    }
    assert.ok(siteMatches.length >= 3);
  });

  test('every selector is one', async () => {
    for (const id of networkIds) {
      for (const facts of networks[id].composers ?? []) {
        const { editor, root, submit, images = [], videos = [], pageIsReply = [] } = facts;
        for (const selector of [...editor, ...root, ...submit, ...images, ...videos, ...pageIsReply]) {
          const { warnings } = await transform(`${selector} { color: red }`, { loader: 'css' });
          assert.deepEqual(warnings, [], `${id}/${facts.id}: "${selector}" is no CSS selector.`);
        }
      }
    }
  });

  test('a comment’s editor is looked for before a post’s, which its selector would fit as well', () => {
    const order = networks.linkedin.composers?.map((facts) => facts.kind);
    assert.deepEqual(order, ['comment', 'comment', 'post']);
  });
});

describe('the label of a post button', () => {
  const labels = { de: ['Posten', 'Planen'], en: ['Post', 'Schedule'] };

  test('is compared without regard to space around it', () => {
    assert.equal(carriesLabel(labels, ['\n  Posten \n', null], 'de'), true);
    assert.equal(carriesLabel(labels, ['Weiter', 'Weiter'], 'de-DE'), false);
    assert.equal(carriesLabel(labels, ['', 'Post'], 'en'), true);
  });

  test('may be in another known language than the page says', () => {
    assert.equal(carriesLabel(labels, ['Post'], 'de'), true);
  });

  test('does not decide in a language whose labels are not known', () => {
    assert.equal(carriesLabel(labels, ['Publier'], 'fr'), true);
    assert.equal(carriesLabel(labels, ['Publier'], ''), false);
  });
});

test('keys that post: with Ctrl or Meta, and nothing else', () => {
  const [facts] = networks.x.composers ?? [];
  assert.ok(facts);
  const press = (keys: Partial<KeyboardEvent>) => isSubmitKey(facts, { key: 'Enter', ...keys } as KeyboardEvent);
  assert.equal(press({ ctrlKey: true }), true);
  assert.equal(press({ metaKey: true }), true);
  assert.equal(press({}), false);
  assert.equal(press({ ctrlKey: true, shiftKey: true }), false);
  assert.equal(press({ ctrlKey: true, key: 'a' }), false);
});
