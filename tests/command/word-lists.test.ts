/** Word lists between spreadsheets and packs: `botschaft import csv` and `export csv` on real files. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../build/native/botschaft', import.meta.url));
const starter = fileURLToPath(new URL('../../shared/packs/starter.json', import.meta.url));
let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
});
after(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { status, stdout, stderr };
}

function importCsv(content: string | Buffer, ...args: string[]) {
  return run('import', 'csv', '--ui', 'en', ...args, write('words.csv', content));
}

test('rows become phrases, and rows that agree in level, language and reason one rule', () => {
  const { status, stdout, stderr } = importCsv(
    [
      'Begriff;Ersatz;Grund;Stufe;Sprache',
      'Kunden;Kundinnen und Kunden | Kundschaft;Wir sprechen alle an.;Hinweis;de',
      'Mitarbeiter;Mitarbeitende;Wir sprechen alle an.;Hinweis;Deutsch',
      '"gratis; umsonst";;;;',
      'synergy;;"We say ""together"".";block;en',
    ].join('\r\n'),
    '--id',
    'firma',
    '--inflect',
  );
  assert.equal(stderr, '');
  assert.equal(status, 0);
  const pack = JSON.parse(stdout);
  assert.equal(pack.id, 'firma');
  assert.deepEqual(
    pack.rules.map((rule: { level: string; where?: object; reason?: object; check: object }) => [
      rule.level,
      rule.where,
      rule.reason,
      rule.check,
    ]),
    [
      [
        'hint',
        { languages: ['de'] },
        { de: 'Wir sprechen alle an.' },
        {
          type: 'phrases',
          inflect: true,
          phrases: [
            { text: 'Kunden', replace: ['Kundinnen und Kunden', 'Kundschaft'], except: ['Kundinnen und Kunden'] },
            { text: 'Mitarbeiter', replace: 'Mitarbeitende' },
          ],
        },
      ],
      ['warn', undefined, undefined, { type: 'phrases', inflect: true, phrases: ['gratis; umsonst'] }],
      [
        'block',
        { languages: ['en'] },
        { en: 'We say "together".' },
        { type: 'phrases', inflect: true, phrases: ['synergy'] },
      ],
    ],
  );
  const file = write('firma.json', stdout);
  const draft = write('draft.txt', 'Unsere Mitarbeiter sind da.');
  const checked = run('check', '--pack', file, '--ui', 'de', '--fail-on', 'hint', draft);
  assert.equal(checked.status, 1);
  assert.match(checked.stdout, /»Mitarbeiter« schreiben wir nicht/);
  assert.match(checked.stdout, /Mitarbeitende/);
});

test('without a row of names the columns are term, replacement, reason', () => {
  const { stdout } = importCsv('\uFEFFcheap,affordable,It sounds poor.\n\ngratis\tweg,,\n', '--level', 'hint');
  const [first, second] = JSON.parse(stdout).rules;
  assert.deepEqual(first.check.phrases, [{ text: 'cheap', replace: 'affordable' }]);
  assert.deepEqual(first.reason, { en: 'It sounds poor.' });
  assert.equal(first.level, 'hint');
  assert.deepEqual(second.check.phrases, ['gratis\tweg']);
});

test('what Excel saves as plain CSV keeps its umlauts, and a notice says how it was read', () => {
  const { status, stdout, stderr } = importCsv(Buffer.from('Gesch\xe4ftsf\xfchrer;\x84Chef\x93 \x80\n', 'latin1'));
  assert.equal(status, 0);
  assert.match(stderr, /read as Windows-1252/);
  assert.deepEqual(JSON.parse(stdout).rules[0].check.phrases, [{ text: 'Geschäftsführer', replace: '„Chef“ €' }]);
});

test('rows that cannot become a phrase are named, the others are taken', () => {
  const { status, stdout, stderr } = importCsv(
    ['term,replacement,level,language', 'a1,b,,', ',b,,', 'a2,b,loud,', 'a3,b,,fr', 'A1,c,,', 'a4,,,'].join('\n'),
  );
  assert.equal(status, 0);
  assert.match(stderr, /row 3: The term is missing/);
  assert.match(stderr, /row 4: There is no level “loud”/);
  assert.match(stderr, /row 5: There is no language “fr”/);
  assert.match(stderr, /row 6: “A1” stands further up already/);
  assert.deepEqual(JSON.parse(stdout).rules[0].check.phrases, [{ text: 'a1', replace: 'b' }, 'a4']);
});

test('a table that is none is refused with what to do', () => {
  for (const [content, message] of [
    ['', /There is no term in here/],
    ['term,replacement\n', /There is no term in here/],
    ['a,b\n"open,c\n', /row 2: A quote is not closed/],
    [`${'x'.repeat(5000)},b\n`, /phrases\/0/],
  ] as [string, RegExp][]) {
    const { status, stdout, stderr } = importCsv(content);
    assert.equal(status, 2, content.slice(0, 20));
    assert.equal(stdout, '');
    assert.match(stderr, message);
  }
  assert.match(run('import', 'csv', '--ui', 'en', join(folder, 'nope.csv')).stderr, /Cannot be read/);
});

test('what is exported comes back as it was', () => {
  const table = [
    'term,replacement,reason,level,language',
    'cheap,affordable|fair,It sounds poor.,hint,en',
    '"a, ""b"" c",,,warn,',
    'Kunden,Kundinnen und Kunden|Kundschaft,Wir sprechen alle an.,block,de',
    '',
  ].join('\r\n');
  const file = write('pack.json', importCsv(table).stdout);
  const { status, stdout, stderr } = run('export', 'csv', '--ui', 'en', file);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.equal(stdout, table);
});

test('the starter guideline gives its words, and what a row cannot say is named', () => {
  const { status, stdout, stderr } = run('export', 'csv', '--ui', 'en', starter);
  assert.equal(status, 0);
  const rows = stdout.trimEnd().split('\r\n');
  assert.ok(rows.length > 500, `${rows.length} rows`);
  assert.match(stderr, /keys: A rule of the kind “personalData” is no list of words/);
  assert.match(stderr, /A row cannot say this: /);
  const again = importCsv(stdout);
  assert.equal(again.status, 0);
});
