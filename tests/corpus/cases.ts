/** The corpus: every request with its `repeat` carried out, in the order of the files. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const folder = fileURLToPath(new URL('.', import.meta.url));

export interface Case {
  /** File and line, for messages. */
  where: string;
  file: string;
  request: string;
}

const read = (name: string): string => readFileSync(`${folder}${name}`, 'utf8');

/** What every run begins with: the corpus's own lexicon, pack and library put in force. */
export function loadRequests(): string[] {
  return [
    JSON.stringify({ op: 'loadLexicon', lexicon: JSON.parse(read('lexicon.json')) }),
    JSON.stringify({ op: 'loadHolidays', holidays: JSON.parse(read('holidays.json')) }),
    JSON.stringify({ op: 'loadPacks', packs: [JSON.parse(read('pack.json'))] }),
    JSON.stringify({ op: 'loadLibrary', library: JSON.parse(read('library.json')) }),
  ];
}

export function cases(): Case[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .map((line, index) => ({ line, where: `${file}:${index + 1}` }))
      .filter(({ line }) => line !== '')
      .map(({ line, where }) => ({ where, file, request: withRepeat(line) })),
  );
}

function withRepeat(line: string): string {
  if (!line.includes('"repeat"')) return line;
  const { repeat, text, ...rest } = JSON.parse(line) as { repeat: number; text: string };
  return JSON.stringify({ ...rest, text: text.repeat(repeat) });
}
