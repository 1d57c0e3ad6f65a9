/**
 * Paints findings under the words with the CSS Custom Highlight API: the page's DOM stays as it is, so no editor
 * notices. The ranges are live and move with the text until the next answer replaces them.
 */
import type { Finding } from '../generated/protocol';

export type Level = Finding['level'];

/** Least serious first: where findings overlap, the most serious is painted on top. */
export const levels: readonly Level[] = ['hint', 'ask', 'warn', 'block'];

/** The page can see these keys: the prefix keeps ours apart. */
const keyOf = (level: Level) => `botschaft-${level}`;

/** Middle tones that keep 3:1 on white and on the sites' dark backgrounds. */
const rules = `
::highlight(botschaft-hint) { text-decoration: underline wavy 1px #2f86d6; }
::highlight(botschaft-ask) { text-decoration: underline wavy 1.5px #7d6be0; }
::highlight(botschaft-warn) { text-decoration: underline wavy 1.5px #c9770a; }
::highlight(botschaft-block) { text-decoration: underline wavy 2px #e03e36; }
@media (forced-colors: active) {
  ::highlight(botschaft-hint), ::highlight(botschaft-ask) { text-decoration-color: LinkText; }
  ::highlight(botschaft-warn), ::highlight(botschaft-block) { text-decoration-color: CanvasText; }
}`;

export interface Mark {
  level: Level;
  range: Range;
}

export interface Marks {
  /** Replaces what was painted for this editor. */
  paint(editor: Element, marks: readonly Mark[]): void;
  dispose(): void;
}

export function createMarks(): Marks {
  const highlights = new Map(levels.map((level, priority) => [level, newHighlight(priority)]));
  for (const [level, highlight] of highlights) CSS.highlights.set(keyOf(level), highlight);
  const painted = new Map<Element, readonly Mark[]>();
  const roots = new Set<Document | ShadowRoot>();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);

  /** Firefox looks for the rule in the shadow root that holds the text, Chromium in the document. */
  const adopt = (root: Node) => {
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    roots.add(root);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };

  const paint = (editor: Element, marks: readonly Mark[]) => {
    for (const { level, range } of painted.get(editor) ?? []) highlights.get(level)?.delete(range);
    for (const { level, range } of marks) highlights.get(level)?.add(range);
    if (marks.length === 0) {
      painted.delete(editor);
      return;
    }
    painted.set(editor, marks);
    adopt(document);
    for (const { range } of marks) adopt(range.startContainer.getRootNode());
  };

  return {
    paint,
    dispose() {
      for (const level of levels) CSS.highlights.delete(keyOf(level));
      painted.clear();
      for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((own) => own !== sheet);
      roots.clear();
    },
  };
}

function newHighlight(priority: number): Highlight {
  const highlight = new Highlight();
  highlight.priority = priority;
  return highlight;
}
