/** `botschaft` when something is wrong around it: numbers, output, roles, options of no use; in the person's language. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'build/native/botschaft');
const demoPack = join(root, 'shared/packs/demo/pack.json');
const demoLibrary = join(root, 'shared/packs/demo/library.json');
let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'mistakes-'));
});
after(() => rmSync(folder, { recursive: true }));

function run(args: string[], input = '', env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    input,
    env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'C', ...env },
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('a number beyond all numbers is told with its place, in packs, libraries and lines', () => {
  const pack = file('pack.json', '{"format":1,"id":"a","rules":[{"id":"r","check":{"type":"count","max":1e400}}]}');
  for (const args of [
    ['validate', pack],
    ['check', '--pack', pack],
  ]) {
    const { status, stderr } = run([...args, '--ui', 'de'], 'Text');
    assert.equal(status, 2);
    assert.match(stderr, /pack\.json \/rules\/0\/check\/max: Diese Zahl ist für jedes Feld zu groß\./);
    assert.doesNotMatch(stderr, /exception|fault of the program/);
  }
  const library = file('library.json', '{"format":1,"items":[{"id":"one"},{"id":"two","priority":-1e999}]}');
  assert.match(run(['suggest', '--library', library]).stderr, /library\.json \/items\/1\/priority: This number is too/);
  const { stdout } = run(['check', '--format', 'jsonl', '--ui', 'de'], '{"id":"a","text":"x","images":1e400}');
  const [{ code, place, reason }] = JSON.parse(stdout).problems;
  assert.deepEqual([code, place, reason], ['out-of-range', '/images', 'Diese Zahl ist für jedes Feld zu groß.']);
});

test('output that cannot be written is no success', { skip: process.platform !== 'linux' }, () => {
  for (const args of [
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--format', 'jsonl'],
    ['validate', 'starter'],
    ['analyze'],
    ['requests'],
    ['--help'],
  ]) {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(command, args, {
      input: '{"op":"analyze","text":"x"}\n',
      stdio: ['pipe', full, 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'de_DE.UTF-8' },
    });
    closeSync(full);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /Die Ausgabe ließ sich nicht ganz schreiben/);
  }
});

test('a role that the guideline does not know is refused in lines too', () => {
  const line = '{"id":"a","text":"x","role":"chef"}';
  const { status, stdout } = run(['check', '--pack', 'starter', '--pack', demoPack, '--format', 'jsonl'], line);
  assert.equal(status, 2);
  const answer = JSON.parse(stdout);
  assert.deepEqual([answer.id, answer.problems[0].code, answer.problems[0].place], ['a', 'unknown-role', '/role']);
  assert.match(answer.problems[0].mend, /expert/);
  const known = run(
    ['check', '--pack', 'starter', '--pack', demoPack, '--format', 'jsonl'],
    line.replace('chef', 'expert'),
  );
  assert.equal(JSON.parse(known.stdout).ok, true);
});

test('a history without a time is said to be of no use', () => {
  const history = file('history.json', '[]');
  assert.match(
    run(['check', '--history', history, '--ui', 'de'], 'x').stderr,
    /Ohne --at gilt keine Regel zur Häufigkeit/,
  );
  assert.equal(run(['check', '--history', history, '--at', '2026-11-24T10:00'], 'x').stderr, '');
  assert.equal(run(['check', '--history', history, '--format', 'jsonl'], '{"text":"x"}').stderr, '');
});

test('in a German environment everything is said in German', () => {
  const german = { LANG: 'de_DE.UTF-8' };
  assert.match(run(['check', '/no/such/file'], '', german).stderr, /Diese Datei gibt es nicht\./);
  assert.match(run(['check', '--format', 'jsonl', '/no/such/file'], '', german).stderr, /Diese Datei gibt es nicht\./);
  assert.match(run(['check', folder], '', german).stderr, /Das ist ein Ordner/);
  const broken = file('latin.txt', Buffer.from([0x68, 0xe4, 0x68]));
  assert.match(run(['check', broken], '', german).stderr, /Manche Bytes sind kein gültiges UTF-8/);
  assert.match(run(['check', '--at', 'gestern'], 'x', german).stderr, /„gestern“ ist kein Zeitpunkt/);
  const suggested = run(['suggest', '--library', demoLibrary, '--at', '2026-11-24T10:00', '--limit', '1'], '', german);
  assert.match(suggested.stdout, /\(empfohlen, neu\)/);
  assert.match(suggested.stdout, /\d+ insgesamt\n$/);
  const checked = run(['check', '--pack', 'starter', '--pack', demoPack], 'Projekt Eisvogel ist SEHR GROSS', german);
  assert.match(checked.stdout, /draft:1:1: Stopp: /);
  assert.match(checked.stdout, /: Hinweis: /);
  assert.doesNotMatch(checked.stdout, /: (hint|block|warn|ask): /);
});

test('a time zone that does not exist: the pack is not called ok as well', () => {
  const path = file(
    'zone.json',
    '{"format":1,"id":"z","version":"1","name":{"de":"Z"},"timeZone":"Europe/Moorbek","rules":[]}',
  );
  const text = run(['validate', '--ui', 'de', path]);
  assert.deepEqual([text.status, text.stdout], [2, '']);
  assert.match(text.stderr, /zone\.json \/timeZone: Es gibt keine Zeitzone „Europe\/Moorbek“/);
  const json = JSON.parse(run(['validate', '--format', 'json', path]).stdout);
  assert.deepEqual([json.ok, json.problems[0].code], [false, 'unknown-time-zone']);
});

test('lines: what is no object, keys that come twice, and ids that are numbers', () => {
  const lines = ['[1]', '{"text":"a","text":"b"}', '{"id":7,"text":"a"}', '{"id":1.5,"text":"a"}', 'nothing'];
  const { status, stdout } = run(['check', '--format', 'jsonl', '--ui', 'de'], lines.join('\n'));
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(status, 2);
  assert.equal(answers[0].problems[0].reason, 'Das ist JSON, aber kein Objekt.');
  assert.deepEqual([answers[1].problems[0].code, answers[1].problems[0].place], ['duplicate-key', '/text']);
  assert.deepEqual([answers[2].id, answers[2].ok], [7, true]);
  assert.deepEqual([answers[3].ok, answers[3].problems[0].place], [false, '/id']);
  assert.match(answers[4].problems[0].reason, /ist kein JSON/);
});

test('a department or topic that nobody knows is not passed over in silence', () => {
  const unknown = run(['suggest', '--library', demoLibrary, '--department', 'Nonsense']);
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /--department: Neither packs nor library have “Nonsense”\.\n {4}Use one of: /);
  assert.equal(run(['suggest', '--library', demoLibrary, '--topic', 'nonsense']).status, 2);
  assert.equal(run(['suggest', '--library', demoLibrary, '--department', 'hr']).status, 0);
});

test('a year that is mistyped is told as such', () => {
  const { status, stderr } = run(['check', '--pack', 'starter', '--pack', demoPack, '--at', '9999-12-31T10:00'], 'x');
  assert.equal(status, 2);
  assert.match(stderr, /--at: “9999-12-31T10:00” is not between 1970 and 3000\./);
});

test('a phrase that is replaced by itself is told with its place', () => {
  const rule = {
    id: 'own',
    level: 'hint',
    title: { de: 'T' },
    message: { de: 'M' },
    check: { type: 'phrases', case: true, phrases: [{ text: 'TannBox', replace: 'TannBox' }] },
  };
  const pack = { format: 1, id: 'self', version: '1', name: { de: 'S' }, rules: [rule] };
  const { status, stderr } = run(['validate', '--ui', 'de', file('self.json', JSON.stringify(pack))]);
  assert.equal(status, 2);
  assert.match(stderr, /\/rules\/0\/check\/phrases\/0: „TannBox“ wird durch sich selbst ersetzt/);
});

test('taking the sign off a hashtag is offered as what it is', () => {
  const { stdout } = run(['check', '--ui', 'de'], 'Die #Halle ist endlich fertig.');
  assert.match(stdout, /→ stattdessen: Halle\n/);
});
