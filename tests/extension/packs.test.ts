// The packs, the demo company's library and the corpus, as data: valid, complete, in both languages, and short enough.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import type { Library } from '../../extension/src/generated/library.js';
import type { Pack } from '../../extension/src/generated/pack.js';

const root = new URL('../../', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as T;
const ajv = new Ajv({ strict: false });
const twitter = createRequire(import.meta.url)('twitter-text') as {
  parseTweet(text: string): { weightedLength: number; valid: boolean };
};

const starter = read<Pack>('shared/packs/starter.json');
const demo = read<Pack>('shared/packs/demo/pack.json');
const library = read<Library>('shared/packs/demo/library.json');
const kLinkWithSpace = 24; // X counts every link 23, plus the blank before it
const kXLimit = 280;

function assertValid(schema: string, document: unknown, name: string): void {
  const path = `shared/schema/${schema}.schema.json`;
  const validate = ajv.getSchema(`https://botschaft.example/schema/${schema}.schema.json`) ?? ajv.compile(read(path));
  assert.ok(validate(document), `${name} does not follow ${path}: ${ajv.errorsText(validate.errors)}`);
}

/** The places of texts, anywhere in `value`, that have only one of German and English. */
function oneSidedTexts(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  const isText = keys.length > 0 && keys.every((key) => key === 'de' || key === 'en');
  if (isText) return keys.length === 2 ? [] : [place];
  return Object.entries(value).flatMap(([key, child]) => oneSidedTexts(child, `${place}/${key}`));
}

const legalFiles = readdirSync(new URL('shared/packs/legal/', root)).map((file) => `shared/packs/legal/${file}`);
const documents = [
  ...legalFiles.map((path) => ({ schema: 'pack', path, oneSidedAllowed: false })),
  { schema: 'pack', path: 'shared/packs/starter.json', oneSidedAllowed: false },
  { schema: 'pack', path: 'shared/packs/demo/pack.json', oneSidedAllowed: false },
  { schema: 'pack', path: 'tests/corpus/pack.json', oneSidedAllowed: false },
  { schema: 'library', path: 'shared/packs/demo/library.json', oneSidedAllowed: false },
  { schema: 'library', path: 'tests/corpus/library.json', oneSidedAllowed: true },
];
for (const { schema, path, oneSidedAllowed } of documents) {
  test(`${path} follows the schema and speaks both languages`, () => {
    const document = read<unknown>(path);
    assertValid(schema, document, path);
    if (!oneSidedAllowed) assert.deepEqual(oneSidedTexts(document), [], 'texts with only one language');
  });
}

test('the starter pack has at least 40 rules, each with its own id, a reason, a section, a source and examples', () => {
  assert.ok(starter.rules.length >= 40, `${starter.rules.length} rules`);
  for (const pack of [starter, demo]) {
    assert.equal(new Set(pack.rules.map((rule) => rule.id)).size, pack.rules.length);
    for (const rule of pack.rules) {
      assert.ok(rule.reason && rule.section && rule.source, `${rule.id} lacks reason, section or source`);
      assert.ok((rule.examples?.good?.length ?? 0) >= 2, `${rule.id} has fewer than two good examples`);
      assert.ok((rule.examples?.bad?.length ?? 0) >= 2, `${rule.id} has fewer than two bad examples`);
    }
  }
});

for (const path of legalFiles) {
  test(`${path}: no legal advice, whose law, from where, and at least as many false alarms as hits`, () => {
    const { name, owner, legal, rules } = read<Pack>(path);
    assert.ok(legal && owner?.name);
    assert.match(name.de ?? '', /Hinweis, keine Rechtsberatung/);
    assert.match(name.en ?? '', /note, not legal advice/);
    for (const { id, reason, section, source, url, examples } of rules) {
      assert.ok(
        reason && section && source && url?.startsWith('https://'),
        `${id} lacks reason, section, source or url`,
      );
      const [good, bad] = [examples?.good?.length ?? 0, examples?.bad?.length ?? 0];
      assert.ok(bad >= 2 && good >= bad, `${id}: ${good} good and ${bad} bad examples`);
    }
  });
}

test('the starter pack uses every kind of check', () => {
  const kinds = new Set(starter.rules.map((rule) => rule.check.type));
  assert.deepEqual([...kinds].sort(), [
    'acronym',
    'address',
    'calendar',
    'capitalization',
    'consistency',
    'count',
    'frequency',
    'gender',
    'links',
    'lookalikes',
    'media',
    'patterns',
    'personalData',
    'phrases',
    'placement',
    'question',
    'readability',
    'repetition',
    'required',
    'rest',
    'shouting',
    'similarity',
    'voice',
  ]);
});

test('the demo company replaces only rules that the starter pack has', () => {
  const known = new Set(starter.rules.map((rule) => rule.id));
  const replaced = demo.rules.flatMap((rule) => rule.replaces ?? []);
  assert.ok(replaced.length > 0);
  assert.deepEqual(
    replaced.filter((id) => !known.has(id)),
    [],
  );
});

test('the demo library has 40 items with known topics and departments, embargoes, expiries and pictures', () => {
  assert.equal(library.items.length, 40);
  assert.equal(new Set(library.items.map((item) => item.id)).size, 40);
  const topics = new Set(demo.topics?.map((topic) => topic.id));
  const departments = new Set(demo.departments?.map((department) => department.id));
  for (const item of library.items) {
    for (const topic of item.topics ?? []) assert.ok(topics.has(topic), `${item.id}: topic ${topic}`);
    for (const department of item.departments ?? [])
      assert.ok(departments.has(department), `${item.id}: ${department}`);
    assert.ok(item.image?.alt.de && item.image.alt.en, `${item.id} has a picture without alt text`);
    const languages = new Set(item.captions.map((caption) => caption.lang));
    assert.deepEqual([...languages].sort(), ['de', 'en'], `${item.id} lacks captions in one language`);
  }
  assert.ok(
    library.items.some((item) => (item.embargo ?? '') > '2026-11-23'),
    'an embargo in the future',
  );
  assert.ok(
    library.items.some((item) => (item.expires ?? '9999') < '2026-11-23'),
    'an expired item',
  );
});

test('every caption for X fits together with its link', () => {
  const captions = library.items.flatMap((item) =>
    item.captions
      .filter((caption) => caption.network === 'x')
      .map((caption) => ({ item: item.id, text: caption.text })),
  );
  assert.ok(captions.length >= 40, `${captions.length} captions for X`);
  for (const { item, text } of captions) {
    const used = twitter.parseTweet(text).weightedLength + kLinkWithSpace;
    assert.ok(used <= kXLimit, `${item}: ${used} of ${kXLimit}: ${text}`);
  }
});

test('no campaign tag names a person', () => {
  const known = ['{network}', '{campaign}', '{item}', 'employee'];
  for (const value of Object.values(library.tags ?? {})) assert.ok(known.includes(value), value);
});

test('the corpus has at least 300 requests, ids are unique, and all but the bad ones follow the protocol', () => {
  const folder = new URL('tests/corpus/', root);
  const protocol = read<{ properties: { request: object }; definitions: object }>('shared/schema/protocol.schema.json');
  const validate = ajv.compile({ ...protocol.properties.request, definitions: protocol.definitions });
  const ids = new Set<string>();
  let count = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl'))) {
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n').filter(Boolean)) {
      const { repeat, ...request } = JSON.parse(line) as { repeat?: unknown; id?: unknown };
      count += 1;
      if (repeat !== undefined) assert.equal(typeof repeat, 'number', line);
      if (typeof request.id === 'string') {
        assert.ok(!ids.has(request.id), `${request.id} is there twice`);
        ids.add(request.id);
      }
      if (file === 'bad-requests.jsonl') continue;
      assert.ok(validate(request), `${file}: ${line.slice(0, 200)}: ${ajv.errorsText(validate.errors)}`);
    }
  }
  assert.ok(count >= 300, `${count} requests`);
});
