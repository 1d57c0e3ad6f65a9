/** `botschaft audit` on real files: pages of every kind, a site's folder with its sitemap, and pages made to break it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../build/native/botschaft', import.meta.url));
let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
after(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

interface Check {
  id: string;
  level: string;
  findings?: { level: string; message: string; tag?: string }[];
}
interface Answer {
  ok: boolean;
  verdict: string;
  score: number;
  checks: Check[];
  extracted: Record<string, { text: string; from: string }>;
}

function run(args: string[], input?: string | Buffer) {
  const { status, stdout, stderr } = spawnSync(command, ['audit', '--ui', 'en', ...args], {
    ...(input === undefined ? {} : { input }),
    maxBuffer: 1 << 28,
  });
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

function audited(html: string | Buffer, ...args: string[]): Answer {
  const { stdout } = run(['--url', 'https://www.muster.example/a', '--format', 'json', ...args], html);
  return JSON.parse(stdout) as Answer;
}

const check = (answer: Answer, id: string): Check | undefined => answer.checks.find((each) => each.id === id);
const messages = (answer: Answer, id: string): string =>
  (check(answer, id)?.findings ?? []).map(({ message }) => message).join('\n');

/** A PNG of this size that has nothing but its header: what the size is read from. */
function png(width: number, height: number, bytes = 100): Buffer {
  const file = Buffer.alloc(bytes);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(file);
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
}

function page(url: string, more = ''): string {
  return `<!doctype html><html lang="de"><head><meta charset="utf-8">
<title>Neue Werkhalle in Leipzig geht in Betrieb</title>
<meta name="description" content="Ab Montag fertigen wir in Leipzig auf 4.000 Quadratmetern. Was das für alle heißt.">
<meta property="og:title" content="Neue Werkhalle in Leipzig"><meta property="og:description" content="Ab Montag in Leipzig.">
<meta property="og:type" content="article"><meta property="og:url" content="${url}">
<meta property="og:image" content="https://www.muster.example/img/a.png"><meta property="og:image:alt" content="Die Halle">
<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">
<meta property="og:locale" content="de_DE"><meta name="twitter:card" content="summary_large_image">
<link rel="canonical" href="${url}">${more}
<script type="application/ld+json">{"@type":"Article"}</script></head><body>Text</body></html>`;
}

test('a page that is ready ends with 0, and says so', () => {
  const file = write('ready.html', page('https://www.muster.example/ready'));
  const { status, stdout } = run([file, '--url', 'https://www.muster.example/ready', '--fail-on', 'hint']);
  assert.equal(status, 0, stdout);
  assert.match(stdout, /100 of 100/);
});

test('the exit code follows --fail-on', () => {
  const html = page('https://www.muster.example/a').replace(
    '<meta name="twitter:card" content="summary_large_image">',
    '',
  );
  const status = (level: string) => run(['--url', 'https://www.muster.example/a', '--fail-on', level], html).status;
  assert.deepEqual([status('hint'), status('warn'), status('block')], [1, 1, 0]);
});

test('bad usage ends with 2 and says what to do', () => {
  for (const args of [[], ['--url', 'muster.example'], ['--url', 'https://a.example', join(folder, 'none.html')]]) {
    const { status, stderr } = run(args, '');
    assert.equal(status, 2, args.join(' '));
    assert.notEqual(stderr, '');
  }
});

test('tags are read as a browser reads them', () => {
  const answer = audited(`<TITLE>  Caf&eacute; &amp;\n  Bar </TITLE><svg><title>no</title></svg>
    <template><meta property="og:title" content="no"></template><!-- <meta property="og:title" content="no"> -->
    <script>'<meta property="og:title" content="no">'</script>
    <META CONTENT='A &quot;B&quot; &#x1F600;' PROPERTY=" OG:Title "><base href="/deep/"><meta property=og:image content=x.png>
    <link rel="nofollow CANONICAL" href=' /a '>`);
  assert.deepEqual(answer.extracted.title, { text: 'A "B" 😀', from: 'og:title' });
  assert.equal(answer.extracted.image?.text, 'https://www.muster.example/deep/x.png');
  assert.equal(answer.extracted.url?.text, 'https://www.muster.example/a');
  assert.equal(messages(answer, 'title').includes('times'), false);
});

const words = 'Grüße aus Düsseldorf – „fein“';
const tagged = (charset: string) => `<meta ${charset}><title>${words}</title>`;
const windows = (text: string) =>
  Buffer.from([...text].map((c) => ({ '–': 0x96, '„': 0x84, '“': 0x93 })[c] ?? c.charCodeAt(0)));

test('pages in other encodings are read: named by a tag, by a byte order mark, or not at all', () => {
  const utf16 = Buffer.from(`\uFEFF<title>${words}</title>`, 'utf16le');
  const pages: Record<string, Buffer> = {
    utf8: Buffer.from(tagged('charset=utf-8')),
    'utf8 without a tag': Buffer.from(`<title>${words}</title>`),
    'utf8 with a mark': Buffer.from(`\uFEFF${tagged('charset=iso-8859-1')}`),
    latin1: windows(tagged('charset="ISO-8859-1"')),
    'http-equiv': windows(tagged('http-equiv=Content-Type content="text/html; charset=windows-1252"')),
    'no tag': windows(`<title>${words}</title>`),
    'an unknown tag': windows(tagged('charset=klingon')),
    utf16,
    'utf16 big': Buffer.from(utf16).swap16(),
  };
  for (const [name, bytes] of Object.entries(pages)) {
    assert.equal(audited(bytes).extracted.title?.text, words, name);
  }
  assert.equal(
    audited(Buffer.from('<meta charset=shift_jis><title>\x83\x65\x83\x58</title>', 'latin1')).extracted.title?.text,
    'テス',
  );
});

test('pages made to break parsers are answered soon', () => {
  const begin = '<title>Still here</title>';
  const pages: Record<string, string> = {
    'elements inside one another': '<div>'.repeat(1_000_000),
    'attributes without end': `<a ${Array.from({ length: 400_000 }, (_, i) => `a${i}`).join(' ')}>`,
    'formatting to be opened anew': `${Array.from({ length: 500 }, (_, i) => `<font color=${i}>`).join('')}${'<p>x'.repeat(900_000)}`,
    'tables and text in the wrong place': '<table>'.repeat(400) + '<b>x'.repeat(300_000),
    gigantic: '<p>many words</p>'.repeat(4_000_000),
    'never closed': `<!-- ${'x'.repeat(1_000_000)}`,
    bytes: Array.from({ length: 256 }, (_, i) => String.fromCharCode(i))
      .join('')
      .repeat(1000),
    'an attribute without end': `<meta content="${'x'.repeat(3_000_000)}`,
  };
  for (const [name, html] of Object.entries(pages)) {
    const started = Date.now();
    const { stdout, stderr } = run(['--url', 'https://a.example/', '--format', 'json'], begin + html);
    assert.ok(Date.now() - started < 20_000, `${name} took ${Date.now() - started} ms`);
    if (stdout === '') assert.match(stderr, /tangled/, name);
    else assert.equal((JSON.parse(stdout) as Answer).extracted.title?.text, 'Still here', name);
  }
});

test('the card’s picture is looked at where the site’s folder has it', () => {
  const at = (name: string) => {
    const file = write(`${name}/press/a.html`, page('https://www.muster.example/press/a'));
    const { stdout } = run([file, '--url', 'https://www.muster.example/press/a', '--format', 'json']);
    return JSON.parse(stdout) as Answer;
  };
  assert.equal(check(at('s0'), 'image-size')?.level, 'good', 'not there: only what the tags say');
  write('s1/img/a.png', png(640, 480));
  assert.match(messages(at('s1'), 'image-size'), /1200 × 630.*640 × 480/s);
  write('s2/img/a.png', png(1200, 630, 5_100_000));
  assert.match(messages(at('s2'), 'image-size'), /5\.1 MB/);
  write('s3/img/a.png', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  assert.match(messages(at('s3'), 'og-image'), /SVG/);
  write('s4/img/a.png', 'no picture');
  assert.match(messages(at('s4'), 'og-image'), /cannot be loaded/);
  write('s5/img/a.png', png(1200, 630));
  write('s5/robots.txt', 'User-agent: LinkedInBot\nDisallow: /press\n');
  assert.match(messages(at('s5'), 'crawlers'), /LinkedInBot/);
});

test('a picture that the site’s folder should have and has not cannot be loaded', () => {
  const url = 'https://www.muster.example/press/a';
  const file = write('gone/press/a.html', page(url));
  const at = (html: string, ...args: string[]) => {
    const { stdout } = run(['--url', url, '--format', 'json', ...args], html);
    return messages(JSON.parse(stdout) as Answer, 'og-image');
  };
  const root = ['--root', join(folder, 'gone')];
  assert.match(at(page(url), ...root), /cannot be loaded: “https:\/\/www\.muster\.example\/img\/a\.png”/);
  // Made when it is asked for, elsewhere, or nobody has said that this is the whole site.
  assert.equal(at(page(url).replace('/img/a.png', '/img/a.png?w=1200'), ...root), '');
  assert.equal(at(page(url).replace('//www.muster.example/img', '//cdn.muster.example/img'), ...root), '');
  assert.equal(at('', file), '');
  const map = write('gone.xml', `<urlset><url><loc>${url}</loc></url></urlset>`);
  assert.match(run(['--sitemap', map, join(folder, 'gone')]).stdout, /The picture cannot be loaded/);
  write('gone/img/a.png', png(1200, 630));
  assert.equal(at(page(url), ...root), '');
});

test('an empty page and bytes that are no HTML are told as what they are', () => {
  const told = (input: string | Buffer, words: string, ...args: string[]) => {
    const { status, stdout, stderr } = run(['--url', 'https://www.muster.example/a', ...args], input);
    assert.deepEqual([status, stdout, stderr.split('\n')[0]], [2, '', words]);
  };
  told('', '-: The page is empty.');
  told(' \n\t\n', '-: The page is empty.');
  told('\uFEFF', '-: The page is empty.');
  const none = '-: This is no HTML.';
  told(png(1200, 630), none);
  told('%PDF-1.7\n1 0 obj << /Title <a> >>', none);
  told(Buffer.from('1f8b080000000000000a3c613e', 'hex'), none);
  told('{"title":"3 < 4"}', none);
  told('Only words', none);
  const german = (input: string) =>
    spawnSync(command, ['audit', '--ui', 'de', '--url', 'https://www.muster.example/a'], { encoding: 'utf8', input });
  assert.match(german('').stderr, /^-: Die Seite ist leer\.\n {4}Die Datei/);
  assert.match(german('Nur Worte').stderr, /^-: Das ist kein HTML\.\n {4}Die Seite/);
  const file = write('empty.html', '');
  told(page('https://www.muster.example/a'), `${file}: The page is empty.`, '--live', file);
  assert.equal(audited('Words before <p>the first tag').ok, true);
  assert.equal(audited('<!doctype html>').ok, true);
});

test('the page after its scripts is compared with what was sent', () => {
  const live = write('live.html', page('https://www.muster.example/a'));
  const answer = audited('<title>Loading</title>', '--live', live);
  assert.match(messages(answer, 'scripts'), /og:title comes into the page by scripts only/);
  assert.match(messages(answer, 'scripts'), /<title> is changed/);
});

test('a sitemap names the pages of a folder; versions that do not point back are found', () => {
  const base = 'https://www.muster.example';
  const hreflang = (other: string) =>
    `<link rel=alternate hreflang=${other === 'de' ? 'de' : 'en'} href="${base}/${other}/">`;
  write('site/de/index.html', page(`${base}/de/`, hreflang('de') + hreflang('en')));
  write('site/en/index.html', page(`${base}/en/`, hreflang('en')));
  write('site/img/a.png', png(1200, 630));
  write('site/über uns.html', page(`${base}/%C3%BCber%20uns`));
  const xml = (paths: string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="x">${paths
      .map(
        (path) =>
          `<url><loc>\n ${base}${path}</loc><image:image><image:loc>${base}/x.png</image:loc></image:image></url>`,
      )
      .join('')}</urlset>`;
  const map = write('sitemap.xml', xml(['/de/', '/en/?a=1&amp;b=2', '/%C3%BCber%20uns']));
  const site = join(folder, 'site');
  const { status, stdout, stderr } = run([site, '--sitemap', map, '--format', 'json']);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  const { pages } = JSON.parse(stdout) as { pages: { url: string; file: string; audit: Answer }[] };
  assert.deepEqual(
    pages.map(({ file }) => file.slice(site.length + 1)),
    ['de/index.html', 'en/index.html', 'über uns.html'],
  );
  const oneWay = write('plain.txt', `${base}/de/\n${base}/en/\n`);
  const second = JSON.parse(run([site, '--sitemap', oneWay, '--format', 'json']).stdout) as { pages: typeof pages };
  assert.match(messages(second.pages[0]?.audit as Answer, 'hreflang'), /does not point back/);
  const missing = run([site, '--sitemap', write('m.xml', xml(['/de/', '/gone', '/../plain.txt']))]);
  assert.equal(missing.status, 2);
  assert.match(missing.stderr, /no page for https:\/\/www\.muster\.example\/gone/);
  assert.match(missing.stderr, /no page for .*plain\.txt/);
  assert.match(
    run([site, '--sitemap', write('i.xml', '<sitemapindex><sitemap><loc>x</loc></sitemap></sitemapindex>')]).stderr,
    /index of sitemaps/,
  );
});

test('title, description, picture and address of every page of tests/measure are told as they are', () => {
  const pages = fileURLToPath(new URL('../measure/data/pages/', import.meta.url));
  const expected = JSON.parse(readFileSync(`${pages}expected.json`, 'utf8')) as Record<string, Record<string, string>>;
  const names = Object.keys(expected);
  assert.ok(names.length > 50);
  for (const name of names) {
    const url = `https://www.muster.example/pages/${name}.html`;
    const { stdout } = run([`${pages}${name}.html`, '--url', url, '--format', 'json']);
    const { extracted } = JSON.parse(stdout) as Answer;
    const told = Object.fromEntries(Object.entries(extracted).map(([field, { text }]) => [field, text.trim()]));
    assert.deepEqual(
      told,
      { ...expected[name], ...(expected[name]?.title ? { title: expected[name].title.trim() } : {}) },
      name,
    );
  }
});
