/** `botschaft validate` on real files: errors, warnings, --strict, JSON; and the packs that are part of the command. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const legalPacks = readdirSync(join(root, 'shared/packs/legal'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => `legal/${file.replace('.json', '')}`);
let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-'));
});
after(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, 'build/native/botschaft'), args, {
    encoding: 'utf8',
    // Without the tree: what is part of the command needs no file.
    cwd: folder,
  });
  return { status, stdout, stderr };
}

const both = (text: string) => ({ de: text, en: text });
const words = (id: string, phrases: unknown[], more: object = {}) => ({
  id,
  level: 'warn',
  title: both('T'),
  message: both('{match}'),
  check: { type: 'phrases', phrases },
  examples: { good: ['ganz anders'], bad: [phrases[0]] },
  ...more,
});

function file(name: string, rules: object[], more: object = {}): string {
  const path = join(folder, name);
  const pack = { format: 1, id: name.replace('.json', ''), version: '1', name: both('N'), rules, ...more };
  writeFileSync(path, JSON.stringify(pack));
  return path;
}

test('a pack in order is ok, and nothing else is said', () => {
  const path = file('fine.json', [words('r', ['gratis'])]);
  assert.deepEqual(run('validate', '--ui', 'en', '--strict', path), {
    status: 0,
    stdout: 'fine 1: ok, 1 rules, 2 examples\n',
    stderr: '',
  });
});

test('warnings do not refuse a pack, and fail with --strict; German and English', () => {
  const path = file('twice.json', [words('r', ['gratis', 'Gratis'])]);
  assert.deepEqual(run('validate', '--ui', 'de', path), {
    status: 0,
    stdout: 'twice 1: ok, 1 Regeln, 2 Beispiele\n',
    stderr:
      'twice /rules/0/check/phrases: Warnung: Zweimal in der Liste: „Gratis“.\n    Einen der beiden Einträge entfernen.\n',
  });
  const strict = run('validate', '--ui', 'en', '--strict', path);
  assert.equal(strict.status, 1);
  assert.match(strict.stderr, /warning: In the list twice: “Gratis”\./);
  const json = run('validate', '--ui', 'en', '--format', 'json', path);
  const answer = JSON.parse(json.stdout);
  assert.equal(json.status, 0);
  assert.equal(json.stderr, '');
  assert.equal(answer.ok, true);
  assert.deepEqual(
    answer.warnings.map(({ code, document, place }: Record<string, string>) => [code, document, place]),
    [['duplicate-phrase', 'twice', '/rules/0/check/phrases']],
  );
});

test('rules that no post can follow both are an error', () => {
  const law = file('law.json', [
    words('must', ['x'], {
      check: { type: 'required', oneOf: ['Anzeige'] },
      examples: { good: ['Anzeige'], bad: ['x'] },
    }),
  ]);
  const own = file('own.json', [words('no', ['Anzeige'])]);
  const refused = run('validate', '--ui', 'en', law, own);
  assert.equal(refused.status, 2);
  assert.equal(refused.stdout, '');
  assert.match(
    refused.stderr,
    /^law \/rules\/0\/check\/oneOf: The rule requires this, and “no” reports it: “Anzeige”\./,
  );
  const json = JSON.parse(run('validate', '--format', 'json', law, own).stdout);
  assert.equal(json.ok, false);
  assert.equal(json.problems[0].code, 'opposite-rules');
});

test('what is over is told by the date of today', () => {
  const path = file('over.json', [words('r', ['gratis'], { where: { until: '2020-12-31' } })]);
  assert.match(
    run('validate', '--ui', 'en', path).stderr,
    /^over \/rules\/0\/where\/until: warning: The last day has passed/,
  );
});

test('phrases that no bad example uses are counted, and named on request', () => {
  const path = file('unshown.json', [words('r', ['gratis', 'umsonst', 'frei'])]);
  const { stdout, stderr, status } = run('validate', '--ui', 'en', '--unshown', path);
  assert.equal(status, 0);
  assert.match(stdout, /The bad examples show 1 of 3 phrases\.\n$/);
  assert.match(stderr, /No bad example uses: “umsonst”, “frei”\./);
});

test('a key that is there twice is an error, with its place', () => {
  const path = join(folder, 'keys.json');
  writeFileSync(path, '{"format": 1, "id": "keys", "version": "1", "name": {"en": "N", "en": "M"}, "rules": []}');
  const { status, stderr } = run('validate', '--ui', 'en', path);
  assert.equal(status, 2);
  assert.equal(stderr, `${path} /name/en: “en” is here twice.\n    Remove one of the two.\n`);
});

test('weaker law is allowed, and told', () => {
  const path = file('company.json', [], {
    overrides: [{ rule: 'hwg-disease', level: 'hint', reason: both('Wir verkaufen Stühle.') }],
  });
  const { status, stderr } = run('validate', '--ui', 'en', 'starter', 'legal/de-hwg', path);
  assert.equal(status, 0);
  assert.match(stderr, /^company \/overrides\/0: warning: This weakens “hwg-disease”, a rule about the law \(HWG §12/);
});

test('the starter guideline and the legal packs are known by name, alone and together', () => {
  assert.ok(legalPacks.length >= 8, legalPacks.join());
  for (const name of legalPacks) {
    for (const packs of [[name], ['starter', name]]) {
      const { status, stderr } = run('validate', '--ui', 'en', '--strict', ...packs);
      assert.deepEqual([status, stderr], [0, ''], packs.join());
    }
  }
  const all = run(
    'validate',
    '--ui',
    'en',
    '--strict',
    'starter',
    ...legalPacks,
    join(root, 'shared/packs/demo/pack.json'),
  );
  assert.deepEqual([all.status, all.stderr], [0, '']);
});

test('a name that is no pack is told with the nearest one', () => {
  const { status, stderr } = run('validate', '--ui', 'en', 'legal/de-uvg');
  assert.equal(status, 2);
  assert.match(
    stderr,
    /^legal\/de-uvg: There is no such file, and no pack of this name\.\n {4}Did you mean “legal\/de-uwg”\?/,
  );
});

test('check takes packs by name, and only the law that is asked for', () => {
  const draft = join(folder, 'draft.txt');
  writeFileSync(draft, 'Unser Fonds bringt garantierte Rendite.');
  const ask = (...more: string[]) =>
    run('check', '--ui', 'en', '--pack', 'legal/us-finra-sec', ...more, draft).stdout.includes('[finra-promise]');
  assert.equal(ask(), true);
  assert.equal(ask('--jurisdiction', 'us'), true);
  assert.equal(ask('--jurisdiction', 'de'), false);
  assert.equal(run('check', '--jurisdiction', 'gb', draft).status, 2);
  const told = run('check', '--ui', 'de', '--pack', 'legal/us-finra-sec', draft).stdout;
  assert.match(told, /Quelle: FINRA Rule 2210\(d\)\(1\).*Hinweis, keine Rechtsberatung\./);
});

test('a pack without an id is called by its file; a misspelt command by the one that was meant', () => {
  const path = join(folder, 'nameless.json');
  writeFileSync(path, '{ "format": 1 }');
  for (const args of [
    ['validate', path],
    ['check', '--pack', path, '--ui', 'en', path],
  ]) {
    const { status, stderr } = run(...args);
    assert.equal(status, 2);
    assert.ok(stderr.startsWith(`${path}: `), stderr);
  }
  const misspelt = run('chekc');
  assert.equal(misspelt.status, 2);
  assert.match(misspelt.stderr, /no command "chekc"\.\n {4}Did you mean check\?/);
});
