import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { type Environment, Service } from '../../extension/src/background/service';
import { MemoryArea } from './memory-area';
import { smallLibrary, smallPack } from './small-pack';

const repository = new URL('../../', import.meta.url);

/** Where each file of the built extension comes from. */
const assetSources: Record<string, string> = {
  'botschaft.wasm': 'build/wasm/botschaft.wasm',
  'patterns.wasm': 'build/wasm/patterns.wasm',
  'holidays.json': 'build/holidays/holidays.json',
};
const readAsset = (path: string) => readFile(new URL(assetSources[path] ?? `shared/${path}`, repository));

function environment(more: Partial<Environment> = {}): Environment {
  return {
    assets: {
      text: async (path) => (await readAsset(path)).toString('utf8'),
      bytes: async (path) => new Uint8Array(await readAsset(path)).buffer,
    },
    lasting: new MemoryArea(),
    session: new MemoryArea(),
    browserLanguage: () => 'de-DE',
    now: () => Date.parse('2026-06-15T10:00:00Z'),
    changed: () => undefined,
    needsRenewal: () => undefined,
    ...more,
  };
}

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
/** A hundred times as fast. */
const hurried = (milliseconds: number) => wait(milliseconds / 100);

const packFile = { name: 'pack.json', json: JSON.stringify(smallPack), keepStarter: false };
const draft = (text: string) => ({ text, network: 'linkedin', kind: 'post' }) as const;

test('a fresh install checks with the starter guideline and has no library', async () => {
  const service = await Service.start(environment());
  const status = await service.answer('status', {});
  assert.equal(status.engine, 'ready');
  assert.equal(status.uiLanguage, 'de');
  assert.deepEqual([status.pack.kind, status.pack.name], ['builtin', 'starter']);
  assert.equal(status.loadedPacks?.packs.length, 1);
  assert.equal(status.loadedLibrary, null);
  const answer = await service.answer('check', draft('Ein ruhiger Satz.'));
  assert.ok(answer.ok, JSON.stringify(answer));
});

test('the demo company comes with guideline and library, and goes again', async () => {
  const service = await Service.start(environment());
  const demo = await service.answer('useBuiltin', { id: 'demo' });
  assert.equal(demo.loadedPacks?.packs.length, 2, 'the demo company’s guideline lies on top of the starter');
  assert.ok((demo.loadedLibrary?.items ?? 0) > 0);
  assert.ok(demo.loadedPacks?.topics.length);
  const starter = await service.answer('useBuiltin', { id: 'starter' });
  assert.equal(starter.loadedLibrary, null);
  assert.equal(starter.library.name, 'none');
});

test('legal packs lie between the starter guideline and the company’s, and stay after a restart', async () => {
  const places = environment();
  const service = await Service.start(places);
  assert.deepEqual((await service.answer('status', {})).legal, { chosen: [], problems: [] });
  await service.answer('useBuiltin', { id: 'demo', part: 'pack' });
  const chosen = await service.answer('chooseLegal', { ids: ['us-ftc', 'no-such-pack', 'de-hwg', 'us-ftc'] });
  assert.deepEqual(chosen.legal, { chosen: ['de-hwg', 'us-ftc'], problems: [] });
  const ids = (status: typeof chosen) => status.loadedPacks?.packs.map(({ id }) => id);
  assert.deepEqual(ids(chosen), ['starter', 'de-hwg', 'us-ftc', 'silbertann']);
  const again = await Service.start(places);
  assert.deepEqual(ids(await again.answer('status', {})), ['starter', 'de-hwg', 'us-ftc', 'silbertann']);
  const answer = await again.answer('check', draft('Jetzt auch von Ärzten empfohlen!'));
  assert.ok(answer.ok);
  const found = answer.findings.find(({ rule }) => rule === 'hwg-recommendation');
  assert.equal(found?.note, 'Hinweis, keine Rechtsberatung.');
  // Another guideline leaves the choice as it is, and none takes all of them away.
  assert.deepEqual(ids(await again.answer('loadPackFile', packFile)), ['de-hwg', 'us-ftc', 'small']);
  assert.deepEqual(ids(await again.answer('chooseLegal', { ids: [] })), ['small']);
  assert.deepEqual((await again.answer('stored', {})).stored.legalPacks, []);
});

test('a legal pack that does not go together with the guideline in force changes nothing, and says why', async () => {
  const places = environment();
  const service = await Service.start(places);
  const clash = { ...smallPack, rules: [{ ...smallPack.rules[0], id: 'hwg-disease' }] };
  await service.answer('loadPackFile', { name: 'clash.json', json: JSON.stringify(clash), keepStarter: false });
  const refused = await service.answer('chooseLegal', { ids: ['de-hwg'] });
  assert.deepEqual(refused.legal.chosen, []);
  assert.equal(refused.legal.problems[0]?.code, 'duplicate-id');
  assert.equal(refused.loadedPacks?.packs.length, 1);
  assert.deepEqual((await service.answer('chooseLegal', { ids: ['de-uwg'] })).legal, {
    chosen: ['de-uwg'],
    problems: [],
  });
});

test('a key that a guideline has twice is named', async () => {
  const service = await Service.start(environment());
  const json = JSON.stringify(smallPack).replace('"format":1', '"format":1,"version":"0"');
  const status = await service.answer('loadPackFile', { ...packFile, json });
  assert.equal(status.pack.name, 'starter');
  assert.deepEqual(
    status.pack.problems.map(({ code, document, place }) => [code, document, place]),
    [['duplicate-key', 'small', '/version']],
  );
});

test('a number beyond all numbers is named with its place, in the language of the page', async () => {
  const service = await Service.start(environment());
  const json = JSON.stringify(smallPack).replace('"perDay":1', '"perDay":1e400');
  const { pack } = await service.answer('loadPackFile', { ...packFile, json });
  assert.deepEqual(
    pack.problems.map(({ document, place, reason }) => [document, place, reason]),
    [['small', '/rules/1/check/perDay', 'Diese Zahl ist für jedes Feld zu groß.']],
  );
  const library = JSON.stringify(smallLibrary).replace('"format":1', '"format":1e999');
  const status = await service.answer('loadLibraryFile', { name: 'library.json', json: library });
  assert.deepEqual(
    status.library.problems.map(({ place, reason }) => [place, reason]),
    [['/format', 'Diese Zahl ist für jedes Feld zu groß.']],
  );
});

test('a guideline from a file is in force after the background was stopped and started again', async () => {
  const places = environment();
  const before = await (await Service.start(places)).answer('loadPackFile', packFile);
  assert.deepEqual(before.pack.problems, []);
  assert.equal(before.loadedPacks?.packs[0]?.id, 'small');
  const again = await Service.start(places);
  const answer = await again.answer('check', draft('Das Geheimprojekt'));
  assert.equal(answer.ok && answer.verdict, 'block');
});

test('the starter guideline goes from under a guideline of one’s own and comes back, at once and for good', async () => {
  const places = environment();
  const service = await Service.start(places);
  const ids = (status: Awaited<ReturnType<typeof service.answer<'status'>>>) =>
    status.loadedPacks?.packs.map(({ id }) => id);
  await service.answer('loadPackFile', { ...packFile, keepStarter: true });
  assert.deepEqual(ids(await service.answer('keepStarter', { keep: false })), ['small']);
  const again = await (await Service.start(places)).answer('status', {});
  assert.deepEqual([ids(again), again.pack.keepStarter, again.pack.name], [['small'], false, 'pack.json']);
  assert.deepEqual(ids(await service.answer('keepStarter', { keep: true })), ['starter', 'small']);
});

test('a guideline that does not stand alone keeps the starter guideline, and the reason is told', async () => {
  const service = await Service.start(environment());
  const leaning = { ...smallPack, overrides: [{ rule: 'emoji-few', off: true, reason: { de: 'Wir mögen Emoji.' } }] };
  await service.answer('loadPackFile', { name: 'lean.json', json: JSON.stringify(leaning), keepStarter: true });
  const refused = await service.answer('keepStarter', { keep: false });
  assert.equal(refused.pack.keepStarter, true);
  assert.equal(refused.loadedPacks?.packs.length, 2);
  assert.notEqual(refused.pack.problems.length, 0);
});

test('a broken guideline leaves the last good one in force and says so in the language of the moment', async () => {
  const service = await Service.start(environment());
  await service.answer('loadPackFile', packFile);
  const broken = JSON.stringify({ ...smallPack, rules: [{ ...smallPack.rules[0], level: 'blok' }] });
  const status = await service.answer('loadPackFile', { name: 'broken.json', json: broken, keepStarter: false });
  assert.equal(status.pack.name, 'pack.json');
  assert.equal(status.pack.failedName, 'broken.json');
  const [german] = status.pack.problems;
  assert.ok(german && german.place !== '' && german.reason !== '' && german.mend !== '');
  const answer = await service.answer('check', draft('Das Geheimprojekt'));
  assert.equal(answer.ok && answer.verdict, 'block');

  const english = await service.answer('saveSettings', { uiLanguage: 'en' });
  assert.notEqual(english.pack.problems[0]?.reason, german.reason);
  const mended = await service.answer('loadPackFile', packFile);
  assert.deepEqual(mended.pack.problems, []);
});

test('what is no JSON, and an address that cannot be reached, are told apart', async () => {
  const service = await Service.start(environment());
  const text = await service.answer('loadPackFile', { name: 'a.txt', json: 'Guten Tag' });
  assert.equal(text.pack.problems[0]?.code, 'not-json');
  const insecure = await service.answer('loadPackUrl', { url: 'http://newsroom.example/pack.json' });
  assert.equal(insecure.pack.problems[0]?.code, 'bad-url');
  // Nothing listens on port 1.
  const unreachable = await service.answer('loadLibraryUrl', { url: 'http://127.0.0.1:1/library.json' });
  assert.equal(unreachable.library.problems[0]?.code, 'unreachable');
  assert.equal(unreachable.engine, 'ready');
});

test('a guideline from an address is renewed; when the address fails, the last good one stays in force', async (context) => {
  let version = '1';
  let status = 200;
  const server = createServer((_request, response) => {
    response.writeHead(status).end(JSON.stringify({ ...smallPack, version }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  // Listening on a port, so the address is an AddressInfo.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pack.json`;
  const service = await Service.start(environment());
  const first = await service.answer('loadPackUrl', { url, keepStarter: false });
  assert.equal(first.loadedPacks?.packs[0]?.version, '1');
  version = '2';
  assert.equal((await service.answer('renew', {})).loadedPacks?.packs[0]?.version, '2');
  status = 503;
  const failed = await service.answer('renew', {});
  assert.equal(failed.loadedPacks?.packs[0]?.version, '2');
  assert.equal(failed.pack.problems[0]?.code, 'http-status');
  assert.match(failed.pack.problems[0]?.reason ?? '', /503/);
});

test('a broken library item is left out and named, the rest can be shared', async () => {
  const service = await Service.start(environment());
  const json = JSON.stringify(smallLibrary);
  const status = await service.answer('loadLibraryFile', { name: 'library.json', json });
  assert.equal(status.loadedLibrary?.items, 1);
  assert.equal(status.loadedLibrary?.leftOut.length, 1);
  assert.equal(status.loadedLibrary?.leftOut[0]?.place, '/items/1');
  const suggested = await service.answer('suggest', {});
  assert.deepEqual(suggested.ok && suggested.items.map(({ item }) => item), ['summer-fair']);
});

test('what was posted feeds the frequency rules, in the guideline’s time zone', async () => {
  const service = await Service.start(environment());
  await service.answer('loadPackFile', packFile);
  const before = await service.answer('check', draft('Ein ruhiger Satz.'));
  assert.ok(before.ok && !before.findings.some(({ rule }) => rule === 'one-a-day'));
  assert.deepEqual(await service.answer('posted', { network: 'linkedin', kind: 'post' }), { ok: true });
  const after = await service.answer('check', draft('Ein ruhiger Satz.'));
  assert.ok(after.ok && after.findings.some(({ rule }) => rule === 'one-a-day'), JSON.stringify(after));
  assert.equal(after.timing?.good, false);
});

test('full storage is told, and nothing stops working', async () => {
  const service = await Service.start(environment({ lasting: new MemoryArea(100) }));
  const status = await service.answer('loadPackFile', packFile);
  assert.equal(status.storage[0]?.code, 'storage-full');
  assert.notEqual(status.storage[0]?.mend, '');
  const answer = await service.answer('check', draft('Das Geheimprojekt'));
  assert.equal(answer.ok && answer.verdict, 'block');
});

test('a missing module is an answer with a reason, and no message throws', async () => {
  const assets = { text: () => Promise.reject(new Error('gone')), bytes: () => Promise.reject(new Error('gone')) };
  const service = await Service.start(environment({ assets }));
  assert.equal((await service.answer('status', {})).engine, 'failed');
  const answer = await service.answer('check', draft('Hallo'));
  assert.equal(!answer.ok && answer.problems[0]?.code, 'core-missing');
  assert.deepEqual(await service.answer('posted', { network: 'x', kind: 'post' }), { ok: true });
});

test('without the pattern engine the guideline is in force, and a check says what it left out', async () => {
  const { assets } = environment();
  const service = await Service.start(
    environment({
      assets: {
        ...assets,
        bytes: (path) => (path === 'patterns.wasm' ? Promise.reject(new Error('gone')) : assets.bytes(path)),
      },
    }),
  );
  assert.equal((await service.answer('status', {})).engine, 'ready');
  const answer = await service.answer('check', draft('Das ist garantiert sicher und kostet 3 Mio. Euro.'));
  assert.ok(answer.ok && answer.findings.some(({ rule }) => rule === 'promises-de'));
  assert.deepEqual(
    answer.notices?.map(({ code }) => code),
    ['patterns-unavailable'],
  );
});

test('everything that is stored can be seen and deleted', async () => {
  const service = await Service.start(environment());
  await service.answer('loadPackFile', packFile);
  await service.answer('posted', { network: 'x', kind: 'post' });
  const finding = { rule: 'r', type: 'phrases', level: 'hint', title: 'T', message: 'M' } as const;
  await service.answer('reportFinding', { finding, excerpt: 'an excerpt', note: 'is fine' });
  const { stored } = await service.answer('stored', {});
  assert.equal(JSON.stringify(stored.notes).includes('is fine'), true);
  const status = await service.answer('deleteStored', { what: 'everything' });
  assert.equal(status.pack.name, 'starter');
  assert.deepEqual((await service.answer('stored', {})).stored, {});
});

test('a draft is never stored', async () => {
  const places = environment();
  const service = await Service.start(places);
  await service.answer('check', draft('unverwechselbarer Entwurf'));
  await service.answer('suggest', { text: 'unverwechselbarer Entwurf' });
  const kept = JSON.stringify([await places.lasting.get(null), await places.session.get(null)]);
  assert.equal(kept.includes('unverwechselbar'), false);
});

test('the company’s policy has the last word on a site, and is not taken for the person’s own choice', async () => {
  const places = environment({ managed: async () => ({ sites: { 'x.com': 'panel', 'www.linkedin.com': 'inline' } }) });
  const service = await Service.start(places);
  const status = await service.answer('saveSettings', { sites: { 'x.com': 'off', 'bsky.app': 'off' } });
  assert.deepEqual(status.settings.sites, { 'x.com': 'panel', 'bsky.app': 'off', 'www.linkedin.com': 'inline' });
  assert.deepEqual(status.managed.sites, { 'x.com': 'panel', 'www.linkedin.com': 'inline' });
  // A browser that has just started may know nothing of the policy yet: it holds on, until nothing is said several times.
  let waitIsOver = (): void => undefined;
  const untilThen = new Promise<void>((done) => {
    waitIsOver = done;
  });
  const without = await Service.start({
    ...places,
    managed: async () => ({}),
    sleep: (milliseconds) => untilThen.then(() => hurried(milliseconds)),
  });
  assert.equal((await without.answer('status', {})).settings.sites['x.com'], 'panel');
  waitIsOver();
  await wait(300);
  assert.deepEqual((await without.answer('status', {})).settings.sites, { 'bsky.app': 'off' });
});

test('a browser that never says what the policy is holds nothing up; what it says late holds from then on', async () => {
  let changes = 0;
  let answer: (policy: Record<string, unknown>) => void = () => undefined;
  const places = environment({
    managed: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
    sleep: hurried,
    changed: () => {
      changes += 1;
    },
  });
  const service = await Service.start(places);
  assert.deepEqual((await service.answer('status', {})).managed, {});
  assert.ok((await service.answer('check', draft('Ein ruhiger Satz.'))).ok);
  answer({ role: 'expert' });
  await wait(20);
  assert.deepEqual((await service.answer('status', {})).managed, { role: 'expert' });
  assert.equal(changes, 1);
  const again = await Service.start({ ...places, managed: () => new Promise(() => undefined) });
  assert.deepEqual((await again.answer('status', {})).managed, { role: 'expert' }, 'as it said last');
  const changed = await Service.start({ ...places, managed: async () => ({}), sleep: () => wait(1000) });
  await changed.renewPolicy();
  assert.deepEqual((await changed.answer('status', {})).managed, {}, 'the browser said that it was taken back');
});

test('only sites that can live on any host are switched on by host, and only by a host’s name', async () => {
  const seen: unknown[] = [];
  const service = await Service.start(environment({ hostsKnown: (hosts) => void seen.push(hosts) }));
  const { settings } = await service.answer('saveSettings', {
    hosts: { 'social.example': 'mastodon', 'a.example/*': 'mastodon', '*': 'intranet', 'x.example': 'x' },
  });
  assert.deepEqual(settings.hosts, { 'social.example': 'mastodon' });
  assert.deepEqual(seen, [{}, { 'social.example': 'mastodon' }]);
});
