/** Other people's style rules: `botschaft import vale` on folders of files written for these tests. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../build/native/botschaft', import.meta.url));
let folder = '';
let styles = 0;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'vale-'));
});
after(() => rmSync(folder, { recursive: true }));

interface Rule {
  id: string;
  level: string;
  title: Record<string, string>;
  message: Record<string, string>;
  url?: string;
  where?: { languages: string[] };
  check: Record<string, unknown> & { type: string };
}

function style(files: Record<string, string>): string {
  const path = join(folder, `Style${++styles}`);
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

function importStyle(files: Record<string, string>, ...args: string[]) {
  const path = style(files);
  const ran = run('import', 'vale', '--ui', 'en', ...args, path);
  const rules: Rule[] = ran.status === 0 ? JSON.parse(ran.stdout).rules : [];
  return { ...ran, path, rules };
}

/** What the rules of one file say about a text: rule, marked words, message, fixes. */
function findings(yaml: string, text: string): string[] {
  const { status, stdout, stderr } = importStyle({ 'Rule.yml': yaml }, '--lang', 'en', '--id', 'own');
  assert.equal(status, 0, stderr);
  const pack = join(folder, 'pack.json');
  writeFileSync(pack, stdout);
  const draft = join(folder, 'draft.txt');
  writeFileSync(draft, text);
  const checked = run('check', '--pack', pack, '--lang', 'en', '--ui', 'en', '--format', 'json', draft);
  return JSON.parse(checked.stdout).findings.map(
    ({
      start,
      end,
      message,
      fixes = [],
    }: {
      start: number;
      end: number;
      message: string;
      fixes?: { text: string }[];
    }) => [text.slice(start, end), message, ...fixes.map((fix) => fix.text)].join(' | '),
  );
}

test('words become phrases, and the rule keeps its message, level and link', () => {
  const { status, stderr, stdout, rules } = importStyle(
    {
      'HouseWords.yml': [
        'extends: existence',
        'message: "Avoid \'%s\' in our texts, please."',
        'link: https://style.example/words',
        'level: error',
        'ignorecase: true',
        'tokens:',
        '  - synergy',
        '  - low-hanging fruit',
      ].join('\n'),
    },
    '--id',
    'house',
  );
  assert.equal(status, 0);
  assert.equal(stderr, '');
  assert.equal(JSON.parse(stdout).id, 'house');
  assert.deepEqual(rules, [
    {
      id: `style${styles}-housewords`,
      level: 'block',
      title: { en: 'House words' },
      message: { en: "Avoid '{match}' in our texts, please." },
      source: `Vale: Style${styles}/HouseWords.yml`,
      url: 'https://style.example/words',
      where: { languages: ['en'] },
      check: { type: 'phrases', phrases: ['synergy', 'low-hanging fruit'] },
    },
  ]);
});

test('levels follow Vale, and --errors changes what an error becomes', () => {
  const files = Object.fromEntries(
    ['suggestion', 'warning', 'error'].map((level) => [
      `${level}.yml`,
      `extends: existence\nmessage: This word is not ours\nlevel: ${level}\ntokens: [word]\n`,
    ]),
  );
  const levels = (rules: Rule[]) => Object.fromEntries(rules.map(({ title, level }) => [title.en, level]));
  assert.deepEqual(levels(importStyle(files, '--lang', 'en').rules), {
    suggestion: 'hint',
    warning: 'warn',
    error: 'block',
  });
  assert.equal(levels(importStyle(files, '--lang', 'en', '--errors', 'warn').rules).error, 'warn');
});

test('existence: regular expressions, raw parts, letter case, word edges', () => {
  const passive =
    "extends: existence\nmessage: \"'%s' is passive\"\nignorecase: true\nraw: ['\\b(is|was)\\b\\s*']\ntokens: [done, '\\w+ed']";
  assert.deepEqual(findings(passive, 'It was painted and Is  done; it is fine.'), [
    "was painted | 'was painted' is passive",
    "Is  done | 'Is  done' is passive",
  ]);
  const cased = "extends: existence\nmessage: \"%s!\"\ntokens: ['Colou?r', 'grey']";
  assert.deepEqual(findings(cased, 'color Colour grey Grey Colours'), ['Colour | Colour!', 'grey | grey!']);
  const nonword = "extends: existence\nmessage: Dots\nnonword: true\naction: {name: remove}\ntokens: ['\\.{3}']";
  assert.deepEqual(findings(nonword, 'Well... no'), ['... | Dots | ']);
  const replace =
    'extends: existence\nmessage: Say address\naction:\n  name: replace\n  params: [URL, address]\ntokens: [URL]';
  assert.deepEqual(findings(replace, 'The URL here'), ['URL | Say address | address']);
});

test('existence: exceptions, sentences and headings', () => {
  const except = "extends: existence\nmessage: '%s'\ntokens: ['[A-Z]\\w+board']\nexceptions: [Keyboard, 'Card.*']";
  assert.deepEqual(findings(except, 'Whiteboard Keyboard Cardboard'), ['Whiteboard | Whiteboard']);
  const sentence =
    "extends: existence\nmessage: '%s'\nscope: sentence\nnonword: true\ntokens: ['^Also\\b', '[^,]+, \\w+ and']";
  assert.deepEqual(findings(sentence, 'This. Also that, this and those.'), [
    'Also | Also',
    ' that, this and |  that, this and',
  ]);
  const heading = "extends: existence\nmessage: No full stop\nscope: heading\nnonword: true\ntokens: ['[a-z]\\.$']";
  assert.deepEqual(findings(heading, '# A title.\nA sentence.\n'), ['e. | No full stop']);
});

test('substitution: plain words, regular expressions, several suggestions', () => {
  const plain =
    "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: true\nswap:\n  utilize: use\n  kick off: start|begin";
  assert.deepEqual(findings(plain, 'Utilize it, then kick off.'), [
    "Utilize | Use 'Use' instead of 'Utilize'. | Use",
    "kick off | Use 'start / begin' instead of 'kick off'. | start | begin",
  ]);
  const regex =
    "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: true\nswap:\n  'it is(?!\\.)': it's\n  are not: aren't\n  'they are': they're\n  '(?:cheap|low)-cost': '$0 affordable'";
  assert.deepEqual(findings(regex, 'They are not. It is so, it is. low-cost'), [
    "They are | Use 'They're' instead of 'They are'. | They're",
    "It is | Use 'It's' instead of 'It is'. | It's",
    "low-cost | Use '$0 affordable' instead of 'low-cost'. | $0 affordable",
  ]);
});

test('lookarounds at the ends become what must stand beside a match; others are named', () => {
  const ends =
    "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['(?<=\\s)-\\d+|x(?=[,;])', '(?<!un)tidy(?! up)']";
  assert.deepEqual(findings(ends, 'at -4, 2-3 x x; tidy untidy tidy up'), ['-4 | -4', 'x | x', 'tidy | tidy']);
  const { status, stderr, rules } = importStyle({
    'Part.yml': "extends: existence\nmessage: This is it\ntokens: [fine, 'a(?=b)c', '(a)\\1']",
    'Whole.yml': "extends: existence\nmessage: This is it\ntokens: ['a(?:b(?!c))d']",
  });
  assert.equal(status, 0);
  assert.match(
    stderr,
    /Part\.yml: The pattern “a\(\?=b\)c”: \(\?=…\) and \(\?!…\) do not work here\.\s+The rest of the rule is in the pack/,
  );
  assert.match(stderr, /Part\.yml: The pattern “\(a\)\\1”: References back/);
  assert.match(stderr, /Whole\.yml: The pattern .*\s+The rule is not in the pack/);
  assert.equal(rules.length, 1);
});

test('occurrence, repetition, consistency, conditional, metric become our kinds', () => {
  const { rules, stderr } = importStyle(
    {
      'Length.yml': 'extends: occurrence\nmessage: Long\nscope: sentence\nmax: 20\ntoken: \\b(\\w+)\\b',
      'Commas.yml': "extends: occurrence\nmessage: Commas\nscope: sentence\nmax: 2\ntoken: ','",
      'Twice.yml': "extends: repetition\nmessage: \"'%s' twice\"\nalpha: true\ntokens: ['[^\\s]+']",
      'Spelling.yml':
        'extends: consistency\nmessage: One spelling of %s\neither:\n  advisor: adviser\n  centre: center',
      'Short.yml':
        "extends: conditional\nmessage: Explain %s\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [API]",
      'Ease.yml':
        'extends: metric\nmessage: Hard\nformula: |\n  206.835 - (1.015 * (words / sentences)) - (84.6 * (syllables / words))\ncondition: "< 60"',
    },
    '--lang',
    'en',
  );
  assert.equal(stderr, '');
  assert.deepEqual(Object.fromEntries(rules.map(({ title, check }) => [title.en, check])), {
    Length: { type: 'count', of: 'sentenceWords', max: 20 },
    Commas: { type: 'patterns', case: true, within: 'sentence', patterns: ['(?s:(?:(?:,).*?){2}(?:,))'] },
    Twice: { type: 'repetition' },
    Spelling: {
      type: 'consistency',
      sets: [
        ['advisor', 'adviser'],
        ['centre', 'center'],
      ],
    },
    Short: { type: 'acronym', known: ['API'] },
    Ease: { type: 'readability', min: 60 },
  });
});

test('capitalisation of headings', () => {
  const sentence =
    'extends: capitalization\nmessage: "\'%s\'"\nscope: heading\nmatch: $sentence\nexceptions: [Linux, JSON]';
  assert.deepEqual(
    findings(sentence, '# All fine on Linux\n## Not Fine\n### Two: Parts\n# 2. Two: parts\nNot A Heading\n'),
    ["Not Fine | 'Not Fine'", "2. Two: parts | '2. Two: parts'"],
  );
  const title = 'extends: capitalization\nmessage: "%s"\nscope: heading\nmatch: $title';
  assert.deepEqual(findings(title, '# The End of an Era\n# The end\n'), ['The end | The end']);
});

test('what cannot be expressed is named with file and reason, and the report tells of every rule', () => {
  const report = join(folder, 'report.json');
  const { status, stderr, rules } = importStyle(
    {
      'Good.yml': 'extends: existence\nmessage: This is the message\ntokens: [word]',
      'Spell.yml': 'extends: spelling\nmessage: Typo %s',
      'Script.yml': 'extends: script\nmessage: x\nscript: |\n  matches := []',
      'Odd.yml': 'extends: existense\nmessage: x\ntokens: [word]',
      'Tables.yml': 'extends: existence\nmessage: x\nscope: table.header\ntokens: [word]',
      'Broken.yml': 'extends: existence\ntokens: [word\nmessage: "x',
      'List.yml': '- a\n- b',
      'Form.yml': 'extends: existence\nmessage: x\ntokens: {a: {b: c}}',
      'Nothing.yml': '',
      'Latin.yml': Buffer.from('extends: existence\nmessage: x\ntokens: [gr\xfcn]', 'latin1').toString('latin1'),
      'sub/Deep.yml': 'extends: existence\nmessage: This is deep\ntokens: [word]',
      'notes.txt': 'no rule',
    },
    '--report',
    report,
  );
  assert.equal(status, 0);
  assert.match(stderr, /Spell\.yml: There is nothing like “spelling” here/);
  assert.match(stderr, /Script\.yml: There is nothing like “script” here/);
  assert.match(stderr, /Odd\.yml: Vale has no extension “existense”/);
  assert.match(stderr, /Tables\.yml: There is no scope “table\.header” in a post/);
  assert.match(stderr, /Broken\.yml line \d+: This is no rule of Vale/);
  assert.match(stderr, /List\.yml: This is no rule of Vale: it has no keys/);
  assert.match(stderr, /Form\.yml line 3: .*“tokens” has a value of the wrong form/);
  assert.match(stderr, /Nothing\.yml: This is no rule of Vale/);
  assert.deepEqual(
    rules.map(({ title }) => title.en),
    ['Good', 'Latin', 'Deep'],
  );
  const { rules: told, unread } = JSON.parse(readFileSync(report, 'utf8'));
  assert.deepEqual(
    Object.fromEntries(told.map(({ file, taken }: { file: string; taken: string }) => [file.split('/').at(-1), taken])),
    {
      'Good.yml': 'whole',
      'Latin.yml': 'whole',
      'Odd.yml': 'no',
      'Script.yml': 'no',
      'Spell.yml': 'no',
      'Tables.yml': 'no',
      'Deep.yml': 'whole',
    },
  );
  assert.equal(unread.length, 4);
});

test('a folder without rules, no folder, a huge file and a hostile one are answered', () => {
  const empty = importStyle({});
  assert.equal(empty.status, 2);
  assert.match(empty.stderr, /There is no \.yml file in here/);
  assert.match(run('import', 'vale', '--ui', 'de', join(folder, 'nope')).stderr, /Das ist kein Ordner/);
  const none = importStyle({ 'Spell.yml': 'extends: spelling\nmessage: x' });
  assert.equal(none.status, 2);
  assert.equal(none.stdout, '');
  assert.match(none.stderr, /No rule could be taken/);
  const huge = importStyle({
    'Huge.yml': `extends: existence\nmessage: This is huge\ntokens:\n${'  - word\n'.repeat(600_000)}`,
    'Small.yml': 'extends: existence\nmessage: This is small\ntokens: [word]',
  });
  assert.equal(huge.status, 0);
  assert.match(huge.stderr, /Huge\.yml: The file is larger than 4 MiB/);
  const hostile = importStyle({
    'Deep.yml': `extends: existence\nmessage: x\ntokens: ${'['.repeat(100_000)}`,
    'Laughs.yml': `extends: existence\nmessage: x\na: &a [x, x]\n${'bcdefghijkl'
      .split('')
      .map((name, at) => `${name}: &${name} [${`*${'abcdefghijkl'[at]}, `.repeat(50)}]`)
      .join('\n')}\ntokens: *l`,
    'Explodes.yml':
      "extends: existence\nmessage: This explodes\nnonword: true\ntokens: ['(a*)*b', '((a{100}){100}){100}']",
  });
  assert.equal(hostile.status, 0);
  assert.match(hostile.stderr, /Deep\.yml/);
  assert.match(hostile.stderr, /Laughs\.yml/);
  assert.match(hostile.stderr, /repetition is too large/);
  assert.equal(hostile.rules.length, 1);
});

test('what a pack cannot hold is left out by itself, and the pack still loads', () => {
  const many = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at));
  const { status, stderr, rules, path } = importStyle(
    {
      'Inside.yml': 'extends: substitution\nmessage: x\nswap: &a [{one: two}, *a]',
      'Doubled.yml': `extends: substitution\nmessage: x\na: &a ${'x'.repeat(50_000)}\nswap:\n${many(100, (at) => `  k${at}: *a\n`).join('')}`,
      'Long.yml': `extends: existence\nmessage: x\ntokens: [fine, ${'long '.repeat(100)}]`,
      'Wordy.yml': `extends: existence\nmessage: ${'x'.repeat(5000)}\ntokens: [word]`,
      'Choice.yml': `extends: substitution\nmessage: x\nswap: {good: better, bad: ${many(11, String).join('|')}}`,
      'Number.yml':
        'extends: metric\nmessage: x\nformula: 206.835-1.015*words/sentences-84.6*syllables/words\ncondition: "<x"',
      'Nothing.yml': 'extends: existence\nmessage: x',
      'Broken.yml': `extends: existence\nmessage: x\ntokens:\n${many(300, (at) => `  - w${at}(\n`).join('')}`,
      // Seconds, where the time grows with the square of the length.
      'Sides.yml': `extends: existence\nmessage: x\ntokens: ['${'(?<!x)'.repeat(100_000)}a${'(?=y)'.repeat(100_000)}']`,
    },
    '--lang',
    'en',
  );
  assert.equal(status, 0, stderr);
  for (const [file, reason] of [
    ['Inside', 'line 3: .*“swap” has a value of the wrong form, or too much text'],
    ['Doubled', 'line 5: .*“swap” has a value of the wrong form, or too much text'],
    ['Long', '“long .*…” is longer than 300 characters'],
    ['Wordy', '/rules/0/message/en: The text has more than 4000 characters'],
    ['Choice', 'There are more than ten suggestions for “bad”'],
    ['Number', 'Of formulas only'],
    ['Nothing', 'The rule names nothing to look for'],
    ['Broken', 'And 200 more'],
    ['Sides', 'The pattern “.*…”: The pattern is too large'],
  ] as const) {
    assert.match(stderr, new RegExp(`${file}\\.yml.*(${reason})`), file);
  }
  const style = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  assert.deepEqual(
    rules.map(({ id, check }) => [id, check.phrases]),
    [
      [`${style}-choice`, [{ text: 'good', replace: 'better' }]],
      [`${style}-long`, ['fine']],
    ],
  );
});

test('names of files may be any bytes', () => {
  const path = style({});
  const name = Buffer.concat([
    Buffer.from(`${path}/`),
    Buffer.from([0xff, 0xfe]),
    Buffer.from(`${'ä'.repeat(99)}.yml`),
  ]);
  writeFileSync(name, 'extends: existence\nmessage: x\ntokens: [word]');
  const { status, stdout, stderr } = run('import', 'vale', '--ui', 'en', path);
  assert.equal(status, 0, stderr);
  assert.match(JSON.parse(stdout).rules[0].title.en, /^\uFFFD\uFFFDä+…$/u);
});

test('escapes that the YAML library makes no UTF-8 of end nothing', () => {
  const { rules, stderr } = importStyle({ 'Escape.yml': 'extends: existence\nmessage: "a\\_b\\N"\ntokens: [word]' });
  assert.equal(stderr, '');
  assert.match(JSON.stringify(rules[0]?.message), /a\uFFFDb\uFFFD/u);
});

test('many words are a rule in parts, and a German style is told by its messages', () => {
  const words = Array.from({ length: 500 }, (_, at) => `  - 'wort${at}s?'`).join('\n');
  const { rules, stderr } = importStyle({
    'Viele.yml': `extends: existence\nmessage: "Das Wort '%s' verwenden wir in unseren Texten nicht."\ntokens:\n${words}`,
  });
  assert.equal(stderr, '');
  assert.deepEqual(rules[0]?.where, { languages: ['de'] });
  assert.deepEqual(Object.keys(rules[0]?.message ?? {}), ['de']);
  const patterns = rules[0]?.check.patterns as string[];
  assert.ok(patterns.length > 1 && patterns.every((pattern) => pattern.length <= 1000));
});
