// The website's widget without a browser: every address it can open, what the configurator writes, what is delivered.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { shareTargets } from '../../extension/src/generated/share-targets';
import { type Choice, policyOf, privacyOf, snippetOf } from '../../extension/widget/configurator/snippet';
import { addressOf, isTarget, type Shared, type ShareTargetId, taggedUrl } from '../../extension/widget/src/address';

const root = fileURLToPath(new URL('../..', import.meta.url));
const delivered = join(root, 'build/widget');

const shared: Shared = {
  url: 'https://www.silbertann.example/a?b=c&d=ü#e',
  text: 'Grün & gut: 100 % #1\r\nZeile „zwei“ 👩‍🔧 + mehr?',
  title: 'Die Überschrift',
  hashtags: ['Energie', 'Netz'],
  via: 'silbertann',
};
const url = 'https%3A%2F%2Fwww.silbertann.example%2Fa%3Fb%3Dc%26d%3D%C3%BC%23e';
const first = 'Gr%C3%BCn%20%26%20gut%3A%20100%20%25%20%231';
const second = 'Zeile%20%E2%80%9Ezwei%E2%80%9C%20%F0%9F%91%A9%E2%80%8D%F0%9F%94%A7%20%2B%20mehr%3F';
const text = `${first}%0A${second}`;
const tagged = `${text}%20%23Energie%20%23Netz`;
const title = 'Die%20%C3%9Cberschrift';

/** What each target gets of all of the above, and of the address alone. */
const expected: Record<ShareTargetId, [string, string]> = {
  bluesky: [`https://bsky.app/intent/compose?text=${tagged}%0A${url}`, `https://bsky.app/intent/compose?text=${url}`],
  facebook: [
    `https://www.facebook.com/sharer/sharer.php?u=${url}&hashtag=%23Energie`,
    `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  ],
  linkedin: [
    `https://www.linkedin.com/feed/?shareActive=true&text=${tagged}%0A${url}`,
    `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  ],
  mail: [`mailto:?subject=${title}&body=${first}%0D%0A${second}%0D%0A${url}`, `mailto:?body=${url}`],
  mastodon: [`https://share.joinmastodon.org/#text=${tagged}%0A${url}`, `https://share.joinmastodon.org/#text=${url}`],
  reddit: [`https://www.reddit.com/submit?url=${url}&title=${title}`, `https://www.reddit.com/submit?url=${url}`],
  teams: [
    `https://teams.microsoft.com/share?href=${url}&msgText=${text}`,
    `https://teams.microsoft.com/share?href=${url}`,
  ],
  telegram: [`https://t.me/share/url?url=${url}&text=${text}`, `https://t.me/share/url?url=${url}`],
  threads: [
    `https://www.threads.com/intent/post?text=${tagged}&url=${url}`,
    `https://www.threads.com/intent/post?url=${url}`,
  ],
  threema: [`threema://compose?text=${text}%0A${url}`, `threema://compose?text=${url}`],
  whatsapp: [`https://wa.me/?text=${text}%0A${url}`, `https://wa.me/?text=${url}`],
  x: [
    `https://x.com/intent/tweet?text=${text}&url=${url}&hashtags=Energie%2CNetz&via=silbertann`,
    `https://x.com/intent/tweet?url=${url}`,
  ],
};

describe('addresses of the widget', () => {
  const targets = Object.keys(shareTargets).filter(isTarget);

  test('every target is golden', () => assert.deepEqual(targets.sort(), Object.keys(expected).sort()));

  for (const id of targets) {
    test(`${id}: with everything, and with the address alone`, () => {
      const bare: Shared = { url: shared.url, text: '', title: '', hashtags: [], via: '' };
      assert.deepEqual([addressOf(id, shared), addressOf(id, bare)], expected[id]);
    });

    test(`${id}: 2,000 characters arrive whole`, () => {
      const long = 'Straße, Ärger & Öl #1? 🌲=+/%\n'.repeat(66).slice(0, 2000);
      const { href } = new URL(addressOf(id, { ...shared, text: long, title: long, hashtags: [], via: '' }));
      if (id === 'facebook') return assert.ok(!href.includes('Stra'));
      const parameters = new URLSearchParams(href.slice(href.search(/[?#]/) + 1));
      const values = [...parameters.values()].map((value) => value.replaceAll('\r\n', '\n'));
      assert.ok(
        values.some((value) => value === long || value === `${long}\n${shared.url}`),
        href.slice(0, 200),
      );
    });
  }

  test('a lone surrogate is no reason to fail', () => {
    assert.match(addressOf('x', { ...shared, text: 'a\ud83d', hashtags: [], via: '' }), /text=a%EF%BF%BD&/);
  });

  test('a Mastodon server of one’s own', () => {
    assert.equal(
      addressOf('mastodon', shared, 'norden.example'),
      `https://norden.example/share?text=${tagged}%0A${url}`,
    );
  });

  test('tags stand before the fragment, replace their like, and are left out where they have nothing to say', () => {
    const page = 'https://a.example/b?utm_source=old&x=1#top';
    assert.equal(
      taggedUrl(page, 'utm_source={network}&utm_campaign={campaign}', 'x', 'grün & gut'),
      'https://a.example/b?utm_source=x&x=1&utm_campaign=gr%C3%BCn+%26+gut#top',
    );
    assert.equal(taggedUrl(page, 'utm_campaign={campaign}', 'x', ''), page);
    assert.equal(taggedUrl('https://a.example/%7Eb?q=%20', '', 'x', ''), 'https://a.example/%7Eb?q=%20');
  });
});

const choice: Choice = {
  networks: ['linkedin', 'mastodon', 'mail', 'copy'],
  lang: 'de',
  url: 'https://a.example/?b=1&c=2',
  text: 'Sagt "Hallo" <b>',
  hashtags: '',
  via: '',
  campaign: '',
  size: 'small',
  show: '',
  mastodon: true,
  quote: true,
  content: '',
  module: true,
};

describe('configurator of the widget', () => {
  test('the snippet says what was chosen, escaped, with links for browsers without scripts', () => {
    assert.equal(
      snippetOf(choice, 'sha384-x'),
      `<script type="module" src="/botschaft-widget.js" integrity="sha384-x"></script>

<botschaft-share networks="linkedin mastodon mail copy" lang="de" url="https://a.example/?b=1&amp;c=2" text="Sagt &quot;Hallo&quot; &lt;b&gt;" size="small" mastodon="ask" quote>
  <ul>
    <li><a href="https://www.linkedin.com/feed/?shareActive=true&amp;text=Sagt%20%22Hallo%22%20%3Cb%3E%0Ahttps%3A%2F%2Fa.example%2F%3Fb%3D1%26c%3D2" target="_blank" rel="noopener noreferrer">LinkedIn</a></li>
    <li><a href="https://share.joinmastodon.org/#text=Sagt%20%22Hallo%22%20%3Cb%3E%0Ahttps%3A%2F%2Fa.example%2F%3Fb%3D1%26c%3D2" target="_blank" rel="noopener noreferrer">Mastodon</a></li>
    <li><a href="mailto:?subject=Sagt%20%22Hallo%22%20%3Cb%3E&amp;body=Sagt%20%22Hallo%22%20%3Cb%3E%0D%0Ahttps%3A%2F%2Fa.example%2F%3Fb%3D1%26c%3D2" target="_blank" rel="noopener noreferrer">E-Mail</a></li>
  </ul>
</botschaft-share>`,
    );
    assert.match(
      snippetOf({ ...choice, url: '', module: false }, 'h'),
      /defer src="\/botschaft-widget\.classic\.js".*quote><\/botschaft-share>$/s,
    );
  });

  test('policy and privacy paragraph follow what was chosen', () => {
    assert.equal(policyOf(choice), "Content-Security-Policy: script-src 'self'");
    assert.equal(
      policyOf({ ...choice, content: '/l.json' }),
      "Content-Security-Policy: script-src 'self'; connect-src 'self'",
    );
    assert.match(privacyOf(choice, 'de'), /die Seite von LinkedIn oder Mastodon\..*nach deinem Server/);
    assert.match(
      privacyOf({ ...choice, networks: ['x', 'copy'], content: '/l' }, 'en'),
      /page of X\..*Suggested texts/,
    );
    assert.doesNotMatch(privacyOf({ ...choice, networks: ['x', 'copy'] }, 'en'), /Mastodon|Suggested/);
    assert.doesNotMatch(privacyOf({ ...choice, networks: ['copy'] }, 'de'), /Seite von/);
  });
});

describe('what is delivered of the widget', () => {
  for (const name of ['botschaft-widget.js', 'botschaft-widget.classic.js']) {
    test(`${name} has at most 6 kB gzipped, and the hash that is told`, () => {
      const file = readFileSync(join(delivered, name));
      const size = gzipSync(file, { level: 9 }).length;
      assert.ok(size <= 6000, `${size} bytes`);
      const hashes = JSON.parse(readFileSync(join(delivered, 'integrity.json'), 'utf8'));
      assert.equal(hashes[name], `sha384-${createHash('sha384').update(file).digest('base64')}`);
    });
  }

  test('nothing is named as block lists hide it, and nothing of elsewhere is loaded', () => {
    for (const name of readdirSync(delivered)) assert.doesNotMatch(name, /(^|[-_/])(share|social|sharing)/);
    const script = readFileSync(join(delivered, 'botschaft-widget.js'), 'utf8');
    assert.doesNotMatch(script, /\b(className|classList|innerHTML|insertAdjacentHTML|document\.write|eval)\b/);
    assert.doesNotMatch(script, /\sid="|[^t]\.id=/);
  });

  test('the package names files that are there, and can be imported where there is no document', async () => {
    const { main, types, exports } = JSON.parse(readFileSync(join(delivered, 'package.json'), 'utf8'));
    const files = readdirSync(delivered);
    for (const path of [main, types, exports['.'].default, exports['./classic']]) {
      assert.ok(files.includes(path.replace('./', '')), path);
    }
    const module = await import(pathToFileURL(join(delivered, 'botschaft-widget.js')).href);
    assert.equal(typeof module.BotschaftShare, 'function');
  });
});
