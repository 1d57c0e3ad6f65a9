/**
 * How well `import vale` takes other people's styles over: the argument is a folder with styles of Vale and a file
 * line_cases.jsonl of lines with the alerts that Vale gives (fixture, line, text, expected rules and columns).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from './lib/ask';

interface Alert {
  rule: string;
  col: number;
  match: string | null;
  rule_exists: boolean;
}

interface Line {
  pack: string;
  fixture: string;
  file: string;
  line: number;
  text: string;
  expected: Alert[];
}

interface Report {
  rules: {
    file: string;
    extends: string;
    scope: string;
    taken: 'whole' | 'partly' | 'no';
    rules: string[];
    leftOut?: string[];
  }[];
  unread?: { file: string; reason: string }[];
}

interface Finding {
  rule: string;
  start?: number;
  end?: number;
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Usage: npm run measure -- vale FOLDER');
  process.exit(2);
}
const command = fileURLToPath(new URL('../../build/native/botschaft', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'vale-'));

/** A rule of Vale, "Style.Rule", by the ids of the rules that it became. */
const origin = new Map<string, string>();
const packs = new Map<string, object>();
let rulesOfText = 0;
let takenOfText = 0;
const notTaken: string[] = [];

function importStyle(style: string): void {
  const report = join(scratch, `${style}.report.json`);
  const run = spawnSync(
    command,
    ['import', 'vale', '--ui', 'en', '--lang', 'en', '--report', report, join(folder as string, style)],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  packs.set(style, JSON.parse(run.stdout));
  const { rules, unread = [] }: Report = JSON.parse(readFileSync(report, 'utf8'));
  for (const { file, scope, taken, rules: ids, leftOut = [] } of rules) {
    for (const id of ids) origin.set(id, file.replace('/', '.').replace(/\.ya?ml$/, ''));
    const ofText = !scope.startsWith('heading');
    if (ofText) rulesOfText++;
    if (ofText && taken === 'whole') takenOfText++;
    if (taken !== 'whole') notTaken.push(`${file} (${scope}): ${taken}: ${leftOut.join(' ')}`);
  }
  for (const { file, reason } of unread) notTaken.push(`${file}: ${reason}`);
}

/** Vale reads Markdown and looks at its text only; what it does not look at becomes blank here, place by place. */
function visible(text: string): string {
  const blank = (part: string) => ' '.repeat(part.length);
  return text
    .replace(/<!--.*?-->/g, blank)
    .replace(/!\[[^\]]*\]\([^)]*\)/g, blank)
    .replace(/(`+)[^`]+\1/g, (part) => '*'.repeat(part.length));
}

interface Fixture {
  style: string;
  name: string;
  lines: Line[];
}

function fixtures(): Fixture[] {
  const found = new Map<string, Fixture>();
  for (const json of readFileSync(join(folder as string, 'line_cases.jsonl'), 'utf8').split('\n')) {
    if (json === '') continue;
    const line: Line = JSON.parse(json);
    const name = `${line.pack}/${line.fixture}/${line.file}`;
    const fixture = found.get(name) ?? { style: line.pack, name, lines: [] };
    fixture.lines.push(line);
    found.set(name, fixture);
  }
  return [...found.values()];
}

interface Answer {
  ok: boolean;
  findings: Finding[];
}

/** What a style says about its fixtures, each as one text with its lines where they stand in the file. */
function findingsOf(style: string, own: Fixture[]): Finding[][] {
  const checks = own.map(({ lines }) => {
    const all: string[] = [];
    for (const { line, text } of lines) all[line - 1] = visible(text);
    return { op: 'check', text: Array.from(all, (one) => one ?? '').join('\n'), lang: 'en', network: 'facebook' };
  });
  const [loaded, ...answers] = ask<Answer>([{ op: 'loadPacks', packs: [packs.get(style)] }, ...checks]);
  if (!loaded?.ok) throw new Error(JSON.stringify(loaded));
  return answers.map(({ findings }) => findings);
}

try {
  const styles = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of styles) importStyle(name);
  let expected = 0;
  let hit = 0;
  let sameWords = 0;
  let named = 0;
  let lines = 0;
  const misses: string[] = [];
  const falseAlarms: string[] = [];
  const all = fixtures();
  for (const { name: style } of styles) {
    const own = all.filter((fixture) => fixture.style === style);
    for (const [index, findings] of findingsOf(style, own).entries()) {
      const fixture = own[index] as Fixture;
      // Each fixture was run with some of its style's rules: those that it expects an alert of.
      const inForce = new Set(fixture.lines.flatMap(({ expected: alerts }) => alerts.map(({ rule }) => rule)));
      let at = 0;
      const starts = new Map<number, number>();
      const last = Math.max(...fixture.lines.map(({ line }) => line));
      for (let number = 1; number <= last; number++) {
        starts.set(number, at);
        at += (fixture.lines.find(({ line }) => line === number)?.text.length ?? 0) + 1;
      }
      const alarms = findings.map((finding) => ({
        ...finding,
        used: false,
        origin: origin.get(finding.rule) ?? '',
      }));
      for (const line of fixture.lines) {
        lines++;
        const begin = starts.get(line.line) ?? 0;
        const here = alarms.filter(({ start = -1 }) => start >= begin && start <= begin + line.text.length);
        for (const alert of line.expected) {
          if (!alert.rule_exists) continue;
          expected++;
          const column = (start: number) => Array.from(line.text.slice(0, start - begin)).length + 1;
          const found = here.find(
            ({ origin: rule, start = 0, used }) => !used && rule === alert.rule && column(start) === alert.col,
          );
          if (!found) {
            misses.push(`${fixture.name}:${line.line}:${alert.col} ${alert.rule}  ${line.text.slice(0, 80)}`);
            continue;
          }
          found.used = true;
          hit++;
          if (alert.match !== null) {
            named++;
            if (line.text.slice((found.start ?? 0) - begin, (found.end ?? 0) - begin).trim() === alert.match.trim())
              sameWords++;
          }
        }
        for (const { origin: rule, used, start = 0, end = 0 } of here) {
          if (used || !inForce.has(rule)) continue;
          falseAlarms.push(
            `${fixture.name}:${line.line} ${rule} “${line.text.slice(start - begin, end - begin)}”  ${line.text.slice(0, 80)}`,
          );
        }
      }
    }
  }
  const share = (part: number, whole: number) => `${part} of ${whole}, ${((100 * part) / whole).toFixed(1)} %`;
  console.log(`rules with text scope taken in whole: ${share(takenOfText, rulesOfText)}`);
  console.log(`expected alerts hit (rule, line and column): ${share(hit, expected)}`);
  console.log(`  of the ${named} whose words are named, ${sameWords} mark the same words`);
  console.log(`false alarms, by lines: ${share(falseAlarms.length, lines)}`);
  for (const [title, list] of [
    ['Not taken, or not whole', notTaken],
    ['Missed', misses],
    ['False alarms', falseAlarms],
  ] as const) {
    if (list.length > 0) console.log(`\n${title}:\n  ${list.join('\n  ')}`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
