/**
 * Wiener Sachtextformel beside published values: of a nursery rhyme, and of each FILE=VALUE given (a German text, the
 * value published for it).
 */
import { readFileSync } from 'node:fs';
import { ask } from './lib/ask';

// textstat 0.7 publishes 3.770 and 13.913 for the two German texts of its tests. The first is this rhyme, which belongs
// to everybody; the second is from a newspaper: give it as a file, `npm run measure -- readability text.txt=13.913`.
const rhyme = 'Alle meine Entchen schwimmen auf dem See, Köpfchen unters Wasser, Schwänzchen in die Höh.';

const texts = [
  { name: 'nursery rhyme', text: rhyme, published: 3.77 },
  ...process.argv.slice(2).map((argument) => {
    const [file = '', value] = argument.split('=');
    if (!value || Number.isNaN(Number(value))) throw new Error(`"${argument}" is not FILE=VALUE`);
    return { name: file, text: readFileSync(file, 'utf8'), published: Number(value) };
  }),
];

type Answer = { readability?: { wiener?: number } };
const answers = ask<Answer>(texts.map(({ text }) => ({ op: 'analyze', text })));
for (const [i, { name, published }] of texts.entries()) {
  const wiener = answers[i]?.readability?.wiener;
  if (wiener === undefined) {
    console.log(`${name}: this is not told to be German`);
    process.exitCode = 1;
    continue;
  }
  const apart = Math.abs(wiener - published);
  console.log(`${name}: ${wiener.toFixed(1)}, published ${published.toFixed(3)}, ${apart.toFixed(1)} apart`);
}
