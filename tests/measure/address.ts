/**
 * Form of address: right labels and span F1 on FILE, one sentence a line as JSON: id, text, label (formal or informal),
 * markers ([start, end, words]), neutral (the sentence addresses nobody). By even and odd number at the id's end as well.
 */
import { readFileSync } from 'node:fs';
import { ask } from './lib/ask';

type Line = {
  id: string;
  text: string;
  label: 'formal' | 'informal';
  markers: [number, number, string][];
  neutral: boolean;
};
type Marker = { start: number; end: number };
type Answer = { address?: { form: 'du' | 'ihr' | 'Sie'; markers: Marker[] } };

const file = process.argv[2];
if (file === undefined) throw new Error('npm run measure -- address FILE');
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Line);
const answers = ask<Answer>(lines.map(({ text }) => ({ op: 'analyze', text })));

/** The set marks neighbouring words as one: words with one blank between become one span. */
function spans(text: string, markers: Marker[]): Set<string> {
  const joined: [number, number][] = [];
  for (const { start, end } of markers) {
    const last = joined.at(-1);
    if (last && text.slice(last[1], start) === ' ') last[1] = end;
    else joined.push([start, end]);
  }
  return new Set(joined.map(([start, end]) => `${start}-${end}`));
}

function report(name: string, wanted: (line: Line) => boolean) {
  const count = { addressed: 0, right: 0, neutral: 0, silent: 0, both: 0, ours: 0, theirs: 0 };
  for (const [i, line] of lines.entries()) {
    if (!wanted(line)) continue;
    const address = answers[i]?.address;
    if (line.neutral) {
      count.neutral += 1;
      count.silent += address === undefined ? 1 : 0;
      continue;
    }
    count.addressed += 1;
    const label = address && (address.form === 'Sie' ? 'formal' : 'informal');
    if (label === line.label) count.right += 1;
    else if (name === 'all') console.log(`  ${line.id}: ${label ?? 'none'}, not ${line.label}: ${line.text}`);
    const ours = spans(line.text, address?.markers ?? []);
    const theirs = new Set(line.markers.map(([start, end]) => `${start}-${end}`));
    count.ours += ours.size;
    count.theirs += theirs.size;
    for (const span of ours) count.both += theirs.has(span) ? 1 : 0;
  }
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;
  console.log(
    `${name}: ${count.right} of ${count.addressed} labels right (${percent(count.right, count.addressed)}), ` +
      `${count.silent} of ${count.neutral} neutral ones left alone, ` +
      `span F1 ${((2 * count.both) / (count.ours + count.theirs)).toFixed(4)}`,
  );
}

const number = (line: Line) => Number(/\d+/.exec(line.id)?.[0] ?? 0);
report('all', () => true);
report('even ids', (line) => number(line) % 2 === 0);
report('odd ids', (line) => number(line) % 2 === 1);
