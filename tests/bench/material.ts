/** What the benchmark measures on: posts and packs, the same in every run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Language = 'de' | 'en';

export const root = join(import.meta.dirname, '../..');

/** In UTF-16 units; what is joined together comes close to it. */
export const lengths = [280, 1300, 3000] as const;
export type Length = (typeof lengths)[number];

export interface Post {
  lang: Language;
  length: Length;
  text: string;
}

interface Caption {
  lang: Language;
  text: string;
}

interface CorpusCase {
  op: string;
  text?: string;
  repeat?: number;
}

const postsPerLength = 8;

/** Captions of the demo company and drafts of the corpus in one language, so that posts have some findings. */
function pieces(lang: Language): string[] {
  const library: { items: { captions: Caption[] }[] } = JSON.parse(
    readFileSync(join(root, 'shared/packs/demo/library.json'), 'utf8'),
  );
  const captions = library.items
    .flatMap(({ captions }) => captions)
    .filter((caption) => caption.lang === lang)
    .map(({ text }) => text);
  const file = lang === 'de' ? 'german.jsonl' : 'english.jsonl';
  const drafts = readFileSync(join(root, 'tests/corpus', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): CorpusCase => JSON.parse(line))
    .filter(({ op, repeat }) => op === 'check' && repeat === undefined)
    .flatMap(({ text }) => (text !== undefined && text.length >= 60 && text.length <= 400 ? [text] : []));
  // Three captions, then a draft: mostly what a careful person writes, now and then something to find.
  return captions.flatMap((caption, at) => {
    const draft = drafts[at / 3];
    return draft === undefined ? [caption] : [caption, draft];
  });
}

/** Cut at the last word that fits. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.slice(0, length + 1).search(/\s\S*$/);
  return text.slice(0, end > 0 ? end : length);
}

/** Eight posts per language and length. Each begins with another piece, and none is part of another. */
export function posts(): Post[] {
  const found: Post[] = [];
  for (const lang of ['de', 'en'] as const) {
    const all = pieces(lang);
    let next = 0;
    for (const length of lengths) {
      for (let number = 0; number < postsPerLength; number++) {
        let text = '';
        while (text.length < length) {
          text += `${text === '' ? '' : '\n\n'}${all[next % all.length]}`;
          next++;
        }
        found.push({ lang, length, text: cut(text, length) });
      }
    }
  }
  return found;
}

/**
 * The post as it is checked the `round`th time: after one more word. A checker is asked again after every pause in typing,
 * so it may remember what it knows of the rest, but never the whole answer.
 */
export function edited(text: string, round: number): string {
  const at = text.indexOf(' ', (round * 37) % Math.max(1, text.length - 40));
  return at < 0 ? `${text} ${round}` : `${text.slice(0, at)} ${round}${text.slice(at)}`;
}

const german = {
  starts: ['Umsatz', 'Kunden', 'Liefer', 'Vertrags', 'Preis', 'Standort', 'Personal', 'Produkt', 'Markt', 'Finanz'],
  middles: [
    'daten',
    'ketten',
    'planungs',
    'sicherungs',
    'steuerungs',
    'entwicklungs',
    'prüfungs',
    'verwaltungs',
    'schutz',
    'führungs',
  ],
  ends: [
    'bericht',
    'prognose',
    'garantie',
    'vorteil',
    'gremium',
    'ausschuss',
    'entwurf',
    'rückgang',
    'abbau',
    'übernahme',
  ],
  before: ['unser', 'die beste', 'der neue', 'wir haben', 'jede', 'für den'],
};
const english = {
  starts: ['market', 'share', 'price', 'deal', 'profit', 'vendor', 'client', 'brand', 'cost', 'plant'],
  middles: ['shift', 'watch', 'draft', 'trend', 'freeze', 'target', 'secret', 'merger', 'outlook', 'margin'],
  ends: ['report', 'forecast', 'guarantee', 'leader', 'pledge', 'warning', 'figure', 'rumour', 'leak', 'takeover'],
  before: ['our', 'the best', 'we have', 'my new', 'every', 'for the'],
};

/** The `number`th phrase of a made-up guideline: no two alike, none in the posts. One in three has several words. */
function phrase(number: number): string {
  const isGerman = number % 2 === 0;
  const words = isGerman ? german : english;
  const index = Math.floor(number / 2);
  const pick = (list: string[], step: number) => list[Math.floor(index / step) % list.length] ?? '';
  const link = isGerman ? '' : ' ';
  const spun = Math.floor(index / 1000);
  const tail =
    spun === 0
      ? ''
      : `${isGerman ? '-' : ' '}${pick(words.starts, 1000)}${isGerman ? pick(words.ends, 7) : ` ${pick(words.ends, 7)}`}`;
  const core = `${pick(words.starts, 1)}${link}${pick(words.middles, 10)}${link}${pick(words.ends, 100)}${tail}`;
  return index % 3 === 0 ? `${pick(words.before, 3)} ${core}` : core;
}

/** Words that the posts do have: every pack finds these, so that packs differ in their size alone. */
const occurring = ['Team', 'Strom', 'Speicher', 'Winter', 'Keller', 'battery', 'power', 'meter', 'station', 'hall'];

export interface SizedPack {
  format: 1;
  id: string;
  version: string;
  name: { en: string };
  rules: unknown[];
}

/** A pack of so many phrases, `perRule` to a rule, matched as loosely as the starter pack's are. */
export function packOf(phrases: number, perRule = 10): SizedPack {
  const all = [...occurring, ...Array.from({ length: phrases - occurring.length }, (_, number) => phrase(number))];
  if (new Set(all).size !== phrases) throw new Error('The generated phrases are not all different.');
  const rules = [];
  for (let first = 0; first < phrases; first += perRule) {
    const number = first / perRule;
    rules.push({
      id: `rule-${number}`,
      level: 'hint',
      title: { de: 'Anders sagen', en: 'Say it differently' },
      message: { de: '„{match}“ steht auf der Liste.', en: '“{match}” is on the list.' },
      section: `7.${number}`,
      check: {
        type: 'phrases',
        phrases: all.slice(first, first + perRule),
        inflect: Math.floor(first / 10) % 5 === 0,
        umlauts: Math.floor(first / 10) % 2 === 0,
      },
    });
  }
  return { format: 1, id: `phrases-${phrases}`, version: '1.0.0', name: { en: `${phrases} phrases` }, rules };
}
