// What a demo page says about itself: the editors' own models, what was posted, and what is painted.
import type { Page } from 'playwright-core';

/** The names under which the demo pages show their editors. */
export type EditorName = string;

interface EditorModel {
  text(): string;
  caret(): { start: number; end: number } | null;
  model(): unknown;
  focus(): void;
  setText(text: string): void;
}

export interface Posted {
  kind: 'post' | 'comment' | 'reply';
  text: string;
  parts?: string[];
  trigger: string;
  isTrusted: boolean;
  millisecondsSincePress: number;
}

interface DemoWindow {
  editors: Record<string, EditorModel | undefined>;
  posted: Posted[];
  policyViolations: string[];
}

export const textOf = (page: Page, name: EditorName): Promise<string> =>
  page.evaluate((key) => (window as unknown as DemoWindow).editors[key]?.text() ?? '(no such editor)', name);

export const caretOf = (page: Page, name: EditorName): Promise<{ start: number; end: number } | null> =>
  page.evaluate((key) => (window as unknown as DemoWindow).editors[key]?.caret() ?? null, name);

export const modelOf = (page: Page, name: EditorName): Promise<unknown> =>
  page.evaluate((key) => (window as unknown as DemoWindow).editors[key]?.model(), name);

export const setText = (page: Page, name: EditorName, text: string): Promise<void> =>
  page.evaluate(
    ([key, value]) => (window as unknown as DemoWindow).editors[key as string]?.setText(value as string),
    [name, text],
  );

export const posted = (page: Page): Promise<Posted[]> => page.evaluate(() => (window as unknown as DemoWindow).posted);

export const policyViolations = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as DemoWindow).policyViolations);

export interface Mark {
  level: string;
  text: string;
  box: { x: number; y: number; width: number; height: number };
}

/** What is painted now, in the order of the page. */
export const marks = (page: Page): Promise<Mark[]> =>
  page.evaluate(() =>
    [...CSS.highlights]
      .filter(([key]) => key.startsWith('botschaft-'))
      .flatMap(([key, highlight]) =>
        [...highlight].map((range) => {
          const { x, y, width, height } = (range as Range).getBoundingClientRect();
          return { level: key.replace('botschaft-', ''), text: range.toString(), box: { x, y, width, height } };
        }),
      )
      .sort((one, other) => one.box.y - other.box.y || one.box.x - other.box.x),
  );

/** Waits until exactly these words are marked, in this order; then what is painted. */
export async function waitForMarks(page: Page, words: string[]): Promise<Mark[]> {
  const end = Date.now() + 5000;
  let seen: Mark[] = [];
  while (Date.now() < end) {
    seen = await marks(page);
    if (JSON.stringify(seen.map((mark) => mark.text)) === JSON.stringify(words)) return seen;
    await page.waitForTimeout(15);
  }
  throw new Error(`Marked are ${JSON.stringify(seen.map((mark) => mark.text))}, not ${JSON.stringify(words)}.`);
}
