/**
 * The text of an editor as its author sees it, and the way back from the text to the page. One walker makes both, so
 * that offsets cannot drift. Offsets are UTF-16 code units.
 *
 * A block is a line. A <br> is a line break, but not the one that ends a block: editors put it there so that an empty
 * line has height. Something that cannot be edited (a mention) is one atom with its text. Characters that editors use
 * as invisible fillers are left out.
 */

import { isField } from './field';

interface Point {
  node: Node;
  offset: number;
}

/** A stretch of the text and where it is. In `text` the places between can be counted out, in `atom` they cannot. */
interface Segment {
  start: number;
  length: number;
  kind: 'text' | 'atom';
  from: Point;
  to: Point;
}

export interface TextMap {
  text: string;
  /**
   * The page's range for text from start to before end; null when the offsets are outside the text, and in a field,
   * which has no ranges of its own.
   */
  range(start: number, end: number): Range | null;
}

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);

/** U+200B, U+2060, U+FEFF. Joiners (U+200C, U+200D) stay: emoji and scripts are spelled with them. */
const filler = /[\u200b\u2060\ufeff]/;
const fillerOrRun = /[\u200b\u2060\ufeff]|[^\u200b\u2060\ufeff]+/g;

const isBlock = (node: Node) => node instanceof Element && blockTags.has(node.tagName);
const isAtom = (node: Element) => node.getAttribute('contenteditable') === 'false' || node.tagName === 'IMG';

/** Line breaks between the blocks of markup are no text. */
function isFormatting(node: Text): boolean {
  return /^\s*\n\s*$/.test(node.data) && [...(node.parentNode?.childNodes ?? [])].some(isBlock);
}

function pointBefore(node: Node): Point {
  const parent = node.parentNode as ParentNode;
  return { node: parent, offset: Array.prototype.indexOf.call(parent.childNodes, node) };
}

function pointAfter(node: Node): Point {
  const before = pointBefore(node);
  return { node: before.node, offset: before.offset + 1 };
}

class Walker {
  readonly segments: Segment[] = [];
  readonly parts: string[] = [];
  private length = 0;
  /** The line has been opened by something in it. */
  private lineIsOpen = false;
  /** Where the last line ended, when the next thing found begins a new one. */
  private lineEnd: Point | null = null;
  /** A <br> that is a line break if anything follows in its block. */
  private pendingBreak: Element | null = null;
  private last: Point;

  constructor(private readonly editor: Element) {
    this.last = { node: editor, offset: 0 };
  }

  walk(parent: Node = this.editor): void {
    for (const node of parent.childNodes) {
      if (node instanceof Text) this.text(node);
      else if (node instanceof Element) this.element(node);
    }
  }

  private element(node: Element): void {
    if (node.tagName === 'BR') {
      this.flushBreak();
      this.openLine(pointBefore(node));
      this.pendingBreak = node;
      this.last = pointBefore(node);
    } else if (isAtom(node)) {
      this.atom(node);
    } else if (isBlock(node)) {
      this.closeLine();
      this.walk(node);
      this.closeLine();
    } else {
      this.walk(node);
    }
  }

  private text(node: Text): void {
    if (node.length === 0 || isFormatting(node)) return;
    this.flushBreak();
    this.openLine({ node, offset: 0 });
    if (!filler.test(node.data)) {
      this.add(node.data, 'text', { node, offset: 0 }, { node, offset: node.length });
      return;
    }
    for (const run of node.data.matchAll(fillerOrRun)) {
      if (filler.test(run[0])) continue;
      const end = run.index + run[0].length;
      this.add(run[0], 'text', { node, offset: run.index }, { node, offset: end });
    }
  }

  private atom(node: Element): void {
    if (node.getAttribute('aria-hidden') === 'true') return;
    const text = node instanceof HTMLImageElement ? node.alt : (node.textContent ?? '');
    const visible = text.replace(new RegExp(filler, 'g'), '');
    if (visible === '') return;
    this.flushBreak();
    this.openLine(pointBefore(node));
    this.add(visible, 'atom', pointBefore(node), pointAfter(node));
  }

  private add(text: string, kind: Segment['kind'], from: Point, to: Point): void {
    this.segments.push({ start: this.length, length: text.length, kind, from, to });
    this.parts.push(text);
    this.length += text.length;
    this.last = to;
  }

  private openLine(at: Point): void {
    if (this.lineEnd) this.add('\n', 'atom', this.lineEnd, at);
    this.lineEnd = null;
    this.lineIsOpen = true;
  }

  private closeLine(): void {
    this.pendingBreak = null;
    if (!this.lineIsOpen) return;
    this.lineIsOpen = false;
    this.lineEnd = this.last;
  }

  private flushBreak(): void {
    if (this.pendingBreak) this.add('\n', 'atom', pointBefore(this.pendingBreak), pointAfter(this.pendingBreak));
    this.pendingBreak = null;
  }
}

/** Where a text begins in an editor that has none yet: in its innermost first block. */
function emptyPoint(editor: Element): Point {
  let node = editor;
  for (let child = node.firstElementChild; child && child.tagName !== 'BR' && !isAtom(child); ) {
    node = child;
    child = node.firstElementChild;
  }
  return { node, offset: 0 };
}

/** The last segment that begins before `offset` (`orAt`: or at it), by halving. */
function segmentBefore(segments: readonly Segment[], offset: number, orAt: boolean): Segment | undefined {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = segments[middle]?.start ?? 0;
    if (start < offset || (orAt && start === offset)) low = middle + 1;
    else high = middle;
  }
  return segments[low - 1];
}

function inside(segment: Segment, offset: number): Point {
  return { node: segment.from.node, offset: segment.from.offset + offset - segment.start };
}

export function readText(editor: Element): TextMap {
  if (isField(editor)) return { text: editor.value, range: () => null };
  const walker = new Walker(editor);
  walker.walk();
  const { segments } = walker;
  const text = walker.parts.join('');

  const startPoint = (offset: number): Point => {
    const segment = segmentBefore(segments, offset, true);
    if (!segment) return emptyPoint(editor);
    if (offset >= segment.start + segment.length) return segment.to;
    return segment.kind === 'text' ? inside(segment, offset) : segment.from;
  };
  const endPoint = (offset: number): Point => {
    const segment = segmentBefore(segments, offset, false);
    if (!segment) return startPoint(offset);
    if (segment.kind === 'text') return inside(segment, offset);
    return segment.to;
  };

  return {
    text,
    range(start, end) {
      if (start < 0 || end < start || end > text.length) return null;
      const from = startPoint(start);
      const to = start === end ? from : endPoint(end);
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return range;
    },
  };
}
