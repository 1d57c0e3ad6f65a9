// What the matrix of sites, browsers and behaviours looks like on paper.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths';

/** `none`: the site has no such thing; `differs`: the browser does not let it be done. Both say why. */
export interface Cell {
  state: 'yes' | 'none' | 'differs' | 'failed';
  reason?: string;
}

export interface Matrix {
  browser: string;
  behaviours: string[];
  /** By composer, then by behaviour. */
  rows: Record<string, Record<string, Cell>>;
}

const folder = join(root, 'build/test-results');
const fileOf = (browser: string) => join(folder, `matrix-${browser}.json`);

export function saveMatrix(matrix: Matrix): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(matrix.browser), JSON.stringify(matrix, null, 1));
}

export function readMatrix(browser: string): Matrix | null {
  return existsSync(fileOf(browser)) ? JSON.parse(readFileSync(fileOf(browser), 'utf8')) : null;
}

const signs = { yes: 'yes', none: '-', differs: 'differs', failed: 'FAILED' } as const;

export function printMatrix({ browser, behaviours, rows }: Matrix): void {
  const titles = Object.keys(rows);
  const wide = Math.max(...titles.map((title) => title.length), 10);
  const widths = behaviours.map((name) => Math.max(name.length, 7));
  const line = (first: string, cells: string[]) =>
    `${first.padEnd(wide)}  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 7)).join(' ')}`.trimEnd();
  const lines = [line(browser, behaviours)];
  const reasons = new Map<string, string[]>();
  for (const [title, row] of Object.entries(rows)) {
    lines.push(
      line(
        title,
        behaviours.map((name) => (row[name] ? signs[row[name].state] : 'EMPTY')),
      ),
    );
    for (const name of behaviours) {
      const cell = row[name];
      if (cell?.state !== 'none' && cell?.state !== 'differs') continue;
      const key = `${signs[cell.state]} ${name}: ${cell.reason}`;
      reasons.set(key, [...(reasons.get(key) ?? []), title]);
    }
  }
  for (const [reason, where] of reasons) lines.push(`  ${reason} (${where.length} composers)`);
  console.log(`\n${lines.join('\n')}\n`);
}
