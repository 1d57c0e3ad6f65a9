/** Language of single sentences (German, English, other): right, silent and wrong, by the set they are from. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ask } from './lib/ask';

const root = fileURLToPath(new URL('../..', import.meta.url));
type Lang = 'de' | 'en' | 'other';
interface Labelled {
  lang: Lang;
  text: string;
}

/** Written for this measure: see the file's head. */
function written(): Labelled[] {
  return readFileSync(`${root}tests/measure/data/sentences.txt`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [Lang, string])
    .map(([lang, text]) => ({ lang, text }));
}

/** The sentences of the demo library's captions, three words or more, each once. */
function captions(): Labelled[] {
  const library: { items: { captions: { lang: Lang; text: string }[] }[] } = JSON.parse(
    readFileSync(`${root}shared/packs/demo/library.json`, 'utf8'),
  );
  const found = new Map<string, Lang>();
  for (const { lang, text } of library.items.flatMap(({ captions }) => captions)) {
    for (const { segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
      for (const line of segment.split('\n')) {
        const sentence = line.trim();
        if (/(\p{L}+\P{L}+){2,}\p{L}+/u.test(sentence) && !/[#@]|:\/\//.test(sentence)) found.set(sentence, lang);
      }
    }
  }
  return [...found].map(([text, lang]) => ({ lang, text }));
}

type Answer = { sentenceLangs: string[] };
for (const [name, set] of Object.entries({
  'written for this measure': written(),
  'captions of the demo library': captions(),
})) {
  const answers = ask<Answer>(set.map(({ text }) => ({ op: 'analyze', text })));
  console.log(`${name}: ${set.length} sentences`);
  for (const lang of ['de', 'en', 'other'] as const) {
    const own = set.flatMap((labelled, i) =>
      labelled.lang === lang ? [{ ...labelled, told: answers[i]?.sentenceLangs[0] ?? 'und' }] : [],
    );
    if (own.length === 0) continue;
    const count = (told: string) => own.filter((one) => one.told === told).length;
    const wrong = own.filter(({ told }) => told !== lang && told !== 'und');
    console.log(
      `  ${lang}: ${count(lang)} of ${own.length} right, ${count('und')} too short to tell, ${wrong.length} wrong`,
    );
    for (const { text, told } of wrong) console.log(`    taken for ${told}: ${text}`);
    if (process.argv.includes('--all'))
      for (const { text, told } of own) if (told === 'und') console.log(`    und: ${text}`);
  }
}
