/** What the widget does in a visitor's browser: the same tests for every browser. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from './harness/paths';
import { requestsBeyondTheBrowser } from './harness/session';
import { answer } from './harness/site-answer';
import { type SiteServer, startSiteServer } from './harness/site-server';
import { until } from './harness/waiting';
import { allNetworks } from './sites/newsroom/widget-page';

/** What Playwright's and Puppeteer's pages have in common, as far as these tests need it. */
export interface VisitorPage {
  goto(url: string): Promise<unknown>;
  evaluate<Result>(script: string): Promise<Result>;
  keyboard: { press(key: 'Enter' | 'Tab'): Promise<void>; type(text: string): Promise<void> };
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

export interface VisitorBrowser {
  newPage(): Promise<VisitorPage>;
  close(): Promise<void>;
}

const host = 'https://www.silbertann.example';
const strict = "default-src 'none'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'";
const withLibrary = `${strict}; connect-src 'self'`;

/** Looks on from the page's side: what the policy refuses, what the widget tells, what is stored. */
const witness = `
  window.refused = []; window.told = []; window.faults = [];
  addEventListener('error', (event) => faults.push(event.message));
  document.addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective + ' ' + event.blockedURI));
  document.addEventListener('botschaft:share', (event) => { told.push(event.detail); if (window.refuses) event.preventDefault(); });
`;

/** A control inside the first widget, or the widget with this id. */
const control = (id: string, widget = 'botschaft-share') =>
  `document.querySelector('${widget}').shadowRoot.querySelector('[data-id="${id}"]')`;
const statusText = (page: VisitorPage) =>
  page.evaluate<string>(
    "document.querySelector('botschaft-share').shadowRoot.querySelector('[part=status]').textContent",
  );

export function widgetSpec(browserName: string, start: (server: SiteServer) => Promise<VisitorBrowser>): void {
  describe(`the website's widget in ${browserName}`, () => {
    let server: SiteServer;
    let browser: VisitorBrowser;
    let pages = 0;
    before(async () => {
      server = await startSiteServer();
      server.answerAt(`${host}/witness.js`, answer('text/javascript', witness));
      server.answerAt(`${host}/classic.js`, answer('text/javascript', built('botschaft-widget.classic.js')));
      browser = await start(server);
    });
    after(async () => {
      await browser.close();
      await server.close();
    });

    const built = (name: string) => readFileSync(join(root, 'build/widget', name), 'utf8');
    const requestsFor = (path: string) => server.requests.filter(({ url }) => url === host + path).length;

    /** A page of the company with this content, under the strictest policy that lets a script of its own run. */
    async function openPage(body: string, { policy = strict, head = '', scripts = true } = {}): Promise<VisitorPage> {
      const url = `${host}/page-${++pages}`;
      const script = scripts
        ? '<script src="/witness.js"></script><script type="module" src="/botschaft-widget.js"></script>'
        : '';
      const html = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Die Seite</title>${head}<link rel="icon" href="data:,">${script}</head><body>${body}</body></html>`;
      server.answerAt(url, answer('text/html', html, { 'content-security-policy': `${policy}; img-src data:` }));
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    }

    async function press(page: VisitorPage, id: string, widget?: string): Promise<void> {
      await page.evaluate(`${control(id, widget)}.focus()`);
      await page.keyboard.press('Enter');
    }

    const arrival = (url: string) =>
      until(
        `${url} is opened`,
        async () => server.requests.filter((request) => request.url === url).length,
        (count) => count > 0,
      );

    test('before a click nothing is asked for, stored or refused, and everything is there', async () => {
      const before = server.requests.length;
      const page = await openPage(
        `<botschaft-share networks="${allNetworks}" content="/library.json" mastodon="ask" quote="body"></botschaft-share><botschaft-share></botschaft-share>`,
        { policy: withLibrary },
      );
      await page.keyboard.press('Tab');
      await page.evaluate(`${control('x')}.dispatchEvent(new PointerEvent('pointerover', {bubbles: true}))`);
      await new Promise((done) => setTimeout(done, 300));
      // The page's own three; which script comes first is the browser's business.
      const asked = requestsBeyondTheBrowser(server.requests.slice(before)).map((url) => new URL(url).pathname);
      assert.deepEqual(asked.sort(), ['/botschaft-widget.js', `/page-${pages}`, '/witness.js']);
      assert.deepEqual(await page.evaluate('[document.cookie, localStorage.length, sessionStorage.length]'), [
        '',
        0,
        0,
      ]);
      assert.deepEqual(await page.evaluate('[refused, faults, told]'), [[], [], []]);
      const sizes = await page.evaluate<number[]>(
        `[...document.querySelector('botschaft-share').shadowRoot.querySelectorAll('a,button')].map((each) => Math.min(each.offsetWidth, each.offsetHeight))`,
      );
      assert.ok(sizes.length >= 13, `${sizes.length} controls`);
      for (const size of sizes) assert.ok(size >= 44, `${sizes}`);
      await page.close();
    });

    test('names are said in German and English, or in the words of the page', async () => {
      const page = await openPage(
        `<botschaft-share networks="linkedin mail copy"></botschaft-share><botschaft-share lang="en" networks="linkedin mail copy"></botschaft-share><botschaft-share lang="fr" networks="linkedin copy" label-to="Partager sur {name}" label-copy="Copier le lien"></botschaft-share>`,
      );
      const names = await page.evaluate<string[][]>(
        `[...document.querySelectorAll('botschaft-share')].map((each) => [...each.shadowRoot.querySelectorAll('a,button')].map((link) => link.ariaLabel ?? link.getAttribute('aria-label') ?? link.textContent))`,
      );
      assert.deepEqual(names, [
        ['Auf LinkedIn teilen', 'E-Mail', 'Link kopieren'],
        ['Share on LinkedIn', 'Email', 'Copy link'],
        ['Partager sur LinkedIn', 'Copier le lien'],
      ]);
      await page.close();
    });

    test('a link opens the network with the words and the campaign, and tells the site', async () => {
      const page = await openPage(
        '<botschaft-share networks="x" url="https://www.silbertann.example/newsroom/tannbox-3?a=1#b" text="Grün &amp; gut #1 🌲" hashtags="Energie, #Netz" via="@silbertann" campaign="herbst"></botschaft-share>',
      );
      await press(page, 'x');
      const link =
        'https%3A%2F%2Fwww.silbertann.example%2Fnewsroom%2Ftannbox-3%3Fa%3D1%26utm_source%3Dx%26utm_medium%3Dshare%26utm_campaign%3Dherbst%23b';
      await arrival(
        `https://x.com/intent/tweet?text=Gr%C3%BCn%20%26%20gut%20%231%20%F0%9F%8C%B2&url=${link}&hashtags=Energie%2CNetz&via=silbertann`,
      );
      assert.deepEqual(await page.evaluate('told'), [
        { network: 'x', url: decodeURIComponent(link), text: 'Grün & gut #1 🌲' },
      ]);
      await page.close();
    });

    test('the site can refuse a press', async () => {
      const page = await openPage('<botschaft-share networks="bluesky copy"></botschaft-share>');
      await page.evaluate('window.refuses = true');
      const before = server.requests.length;
      await press(page, 'bluesky');
      await press(page, 'copy');
      await new Promise((done) => setTimeout(done, 300));
      assert.deepEqual(requestsBeyondTheBrowser(server.requests.slice(before)), []);
      assert.equal(await statusText(page), '');
      assert.equal(await page.evaluate('told.length'), 2);
      await page.close();
    });

    test('the shared address is the canonical one, then og:url, then the page’s own', async () => {
      const canonical = '<link rel="canonical" href="/canonical">';
      const openGraph = '<meta property="og:url" content="https://www.silbertann.example/og">';
      const href = `new URL(${control('facebook')}.href).searchParams.get('u')`;
      for (const [head, attributes, expected] of [
        [canonical + openGraph, 'data-url="/wanted"', '/wanted'],
        [canonical + openGraph, 'url="javascript:alert(1)"', '/canonical'],
        [openGraph, '', '/og'],
        ['', '', null],
      ] as const) {
        const page = await openPage(`<botschaft-share networks="facebook" ${attributes}></botschaft-share>`, { head });
        assert.equal(await page.evaluate(href), host + (expected ?? `/page-${pages}`));
        await page.close();
      }
    });

    test('copying says so, and shows the link where there is no clipboard', async () => {
      const page = await openPage('<botschaft-share networks="copy" url="/a"></botschaft-share>');
      await page.evaluate(
        `window.copied = []; Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => void copied.push(text) } })`,
      );
      await press(page, 'copy');
      await until(
        'it says so',
        () => statusText(page),
        (text) => text === 'Link kopiert',
      );
      assert.deepEqual(await page.evaluate('copied'), [`${host}/a`]);
      await page.evaluate(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
      await press(page, 'copy');
      await until(
        'the link is shown',
        () => statusText(page),
        (text) => text.includes(`${host}/a`),
      );
      await page.close();
    });

    test('the Mastodon server is asked for, and kept only with a tick', async () => {
      const page = await openPage(
        '<botschaft-share networks="mastodon" mastodon="ask" url="/a" text="Moin"></botschaft-share>',
      );
      const form = "document.querySelector('botschaft-share').shadowRoot.querySelector('form')";
      const kept = () => page.evaluate("localStorage.getItem('botschaft:mastodon')");
      await press(page, 'mastodon');
      await page.keyboard.type('not a host');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(`${form}.querySelector('input').getAttribute('aria-invalid')`), 'true');
      await page.evaluate(`${form}.querySelector('input').select()`);
      await page.keyboard.type('https://norden.example/@anna');
      await page.keyboard.press('Enter');
      const words = `Moin%0A${encodeURIComponent(`${host}/a`)}`;
      await arrival(`https://norden.example/share?text=${words}`);
      assert.equal(await kept(), null);
      await page.bringToFront();
      await press(page, 'mastodon');
      await page.keyboard.type('sueden.example');
      await page.evaluate(`${form}.querySelector('[type=checkbox]').click()`);
      await page.evaluate(`${form}.querySelector('input').focus()`);
      await page.keyboard.press('Enter');
      await arrival(`https://sueden.example/share?text=${words}`);
      assert.equal(await kept(), 'sueden.example');
      await page.bringToFront();
      await press(page, 'mastodon');
      assert.equal(await page.evaluate(`${form}.querySelector('input').value`), 'sueden.example');
      await page.evaluate(`${form}.querySelector('[type=checkbox]').click()`);
      await page.keyboard.press('Enter');
      await until('it is forgotten', kept, (value) => value === null);
      await page.close();
    });

    const texts =
      "[...document.querySelector('botschaft-share').shadowRoot.querySelectorAll('[part=text]')].map((each) => each.textContent)";

    test('approved texts are fetched when they are asked for, and go along', async () => {
      const item = (id: string, more: object) => ({
        id,
        title: { de: id },
        url: `${host}/newsroom/a`,
        captions: [
          { lang: 'de', text: `Für alle: ${id}` },
          { lang: 'de', network: 'x', text: `Für X: ${id}` },
          { lang: 'en', text: `For all: ${id}` },
        ],
        ...more,
      });
      const items = [
        item('offen', {}),
        item('gesperrt', { embargo: '2099-01-01' }),
        item('abgelaufen', { expires: '2020-01-01' }),
        item('anderswo', { url: `${host}/newsroom/b` }),
      ];
      const library = { format: 1, id: 'l', name: { de: 'L' }, items };
      server.answerAt(`${host}/texts.json`, answer('application/json', JSON.stringify(library)));
      const page = await openPage(
        '<botschaft-share networks="x bluesky" url="/newsroom/a/?from=feed" content="/texts.json"></botschaft-share>',
        { policy: withLibrary },
      );
      assert.equal(requestsFor('/texts.json'), 0);
      await press(page, 'texts');
      const list = await until(
        'they are there',
        () => page.evaluate<string[]>(texts),
        (all) => all.length > 0,
      );
      assert.deepEqual(list, ['Ohne Text', 'Für alle: offen', 'X: Für X: offen']);
      assert.equal(requestsFor('/texts.json'), 1);
      const textOf = (id: string) => page.evaluate(`new URL(${control(id)}.href).searchParams.get('text')`);
      await press(page, 'text-1');
      assert.equal(await textOf('x'), 'Für alle: offen');
      assert.equal(await textOf('bluesky'), `Für alle: offen\n${host}/newsroom/a/?from=feed`);
      assert.equal(
        await page.evaluate(`document.querySelector('botschaft-share').shadowRoot.activeElement?.dataset.id`),
        'text-1',
      );
      await press(page, 'text-2');
      assert.deepEqual([await textOf('x'), await textOf('bluesky')], ['Für X: offen', `${host}/newsroom/a/?from=feed`]);
      await page.close();
    });

    test('a library that is broken or elsewhere is said to be missing; sharing goes on', async () => {
      server.answerAt(`${host}/broken.json`, answer('application/json', '{"items":'));
      for (const address of ['/broken.json', '/nothing.json', 'https://elsewhere.example/library.json']) {
        const before = server.requests.length;
        const page = await openPage(`<botschaft-share networks="x" content="${address}"></botschaft-share>`, {
          policy: withLibrary,
        });
        await press(page, 'texts');
        await until(
          'it says so',
          () => statusText(page),
          (text) => text.startsWith('Die Vorschläge sind gerade nicht da'),
        );
        assert.match(await page.evaluate(`${control('x')}.href`), /^https:\/\/x\.com\/intent/);
        const elsewhere = requestsBeyondTheBrowser(server.requests.slice(before)).filter(
          (url) => !url.startsWith(host),
        );
        assert.deepEqual(elsewhere, []);
        await page.close();
      }
    });

    test('selected text can be quoted, inside the scope and only there', async () => {
      const page = await openPage(
        '<article id="in">Jede Zelle lässt sich einzeln tauschen.</article><p id="out">Hier steht etwas anderes.</p><botschaft-share networks="x copy" quote="article" url="/a"></botschaft-share>',
      );
      const bar = "document.querySelector('botschaft-share').shadowRoot.querySelector('[part=quote]')";
      const select = (id: string) =>
        page.evaluate(`getSelection().selectAllChildren(document.getElementById('${id}'))`);
      const isShown = () => page.evaluate<boolean>(`!${bar}.hidden`);
      await select('in');
      await until('the bar is there', isShown, (shown) => shown);
      assert.equal(
        await page.evaluate(`new URL(${bar}.querySelector('[data-id=x]').href).searchParams.get('text')`),
        '„Jede Zelle lässt sich einzeln tauschen.“',
      );
      const [top, left] = await page.evaluate<[number, number]>(
        `(({top, left}) => [top, left])(${bar}.getBoundingClientRect())`,
      );
      assert.ok(top > 0 && left > 0, `${top} ${left}`);
      await select('out');
      await until('the bar is gone', isShown, (shown) => !shown);
      await select('in');
      await until('the bar is back', isShown, (shown) => shown);
      await page.evaluate('getSelection().removeAllRanges()');
      await until('the bar is gone', isShown, (shown) => !shown);
      assert.deepEqual(await page.evaluate('[refused, faults]'), [[], []]);
      await page.close();
    });

    test('attributes may change; the focus stays; what stood inside without a script is replaced', async () => {
      const inside = '<ul id="inside"><li><a href="mailto:?body=x">Mail</a></li></ul>';
      const page = await openPage(`<botschaft-share networks="x facebook" url="/a">${inside}</botschaft-share>`);
      assert.equal(await page.evaluate("document.getElementById('inside').offsetHeight"), 0);
      await page.evaluate(`${control('facebook')}.focus()`);
      await page.evaluate("document.querySelector('botschaft-share').setAttribute('url', '/b')");
      await until(
        'the link has changed',
        () => page.evaluate<string>(`${control('facebook')}.href`),
        (href) => href.endsWith(encodeURIComponent(`${host}/b`)),
      );
      assert.equal(
        await page.evaluate(`document.querySelector('botschaft-share').shadowRoot.activeElement?.dataset.id`),
        'facebook',
      );
      await page.close();
      const plain = await openPage(`<botschaft-share>${inside}</botschaft-share>`, { scripts: false });
      assert.ok(await plain.evaluate<boolean>("document.getElementById('inside').offsetHeight > 0"));
      await plain.close();
    });

    test('the classic script does the same, also beside the module', async () => {
      const page = await openPage('<botschaft-share networks="x"></botschaft-share>', {
        head: '<script defer src="/classic.js"></script>',
      });
      assert.match(await page.evaluate(`${control('x')}.href`), /^https:\/\/x\.com\/intent/);
      assert.deepEqual(await page.evaluate('[refused, faults]'), [[], []]);
      await page.close();
    });
  });
}
