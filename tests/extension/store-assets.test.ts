// What the stores ask of a listing, and what the packages say of themselves.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const file = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

describe('store listings', () => {
  for (const lang of ['de', 'en']) {
    test(`${lang}: within the stores' limits, and the same summary as in the browser's own list`, () => {
      const { name, summary, description } = JSON.parse(file(`store-assets/listing/${lang}.json`));
      const messages = JSON.parse(file(`extension/public/_locales/${lang}/messages.json`));
      assert.equal(messages.name.message, name);
      assert.equal(messages.description.message, summary);
      // Chrome Web Store: a name of 75 and a summary of 132 characters; Firefox Add-ons: a summary of 250.
      assert.ok(name.length <= 75 && summary.length <= 132, `${summary.length}`);
      const words = description.join('\n\n');
      for (const id of [
        'linkedin',
        'x',
        'facebook',
        'instagram',
        'threads',
        'bluesky',
        'xing',
        'mastodon',
        'intranet',
      ]) {
        const network = JSON.parse(file(`shared/networks/${id}.json`)) as { name: string };
        assert.ok(words.toLowerCase().includes(network.name.toLowerCase()), `${network.name} is not named`);
      }
      for (const service of ['Slack', 'Trello', 'Teams']) assert.ok(words.includes(service), service);
      assert.ok(words.length > 400 && words.length <= 16_000, `${words.length}`);
    });
  }

  test('every permission of both manifests has its reason', () => {
    const reasons = file('store-assets/permissions.md');
    for (const browser of ['chrome', 'firefox']) {
      const { permissions, web_accessible_resources } = JSON.parse(file(`build/extension/${browser}/manifest.json`));
      assert.ok(permissions.length >= 3);
      for (const permission of permissions) assert.ok(reasons.includes(`\`${permission}\``), permission);
      assert.equal(web_accessible_resources, undefined);
    }
  });
});
