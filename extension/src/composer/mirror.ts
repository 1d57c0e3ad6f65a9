/**
 * The text of a field a second time, laid out like the field and laid over it, but invisible: nothing can be painted inside
 * a field of the browser's, and ranges have no place in it. Marks are painted here. It lives in an element of ours at the
 * document's end, lets every click through, and holds nothing but what the field holds.
 */
import { ancestorAcross, containsAcross, elementAt } from './dom';
import type { Field } from './field';
import { watchPlace } from './watch';

/** What decides where a letter stands. */
const layout = [
  'direction',
  'font-family',
  'font-feature-settings',
  'font-kerning',
  'font-optical-sizing',
  'font-size',
  'font-size-adjust',
  'font-stretch',
  'font-style',
  'font-variant',
  'font-variation-settings',
  'font-weight',
  'hyphens',
  'letter-spacing',
  'line-break',
  'line-height',
  'overflow-wrap',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'tab-size',
  'text-align',
  'text-indent',
  'text-rendering',
  'text-transform',
  'unicode-bidi',
  'white-space',
  'word-break',
  'word-spacing',
  'writing-mode',
] as const;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export class Mirror {
  private readonly ending = new AbortController();
  private readonly host = document.createElement('div');
  private readonly window = document.createElement('div');
  private readonly sheet = document.createElement('div');
  private readonly text = document.createTextNode('');
  private lastMarkEnds = 0;

  constructor(private readonly field: Field) {
    this.host.dataset.botschaft = 'marks';
    this.host.setAttribute('aria-hidden', 'true');
    // Closed: the page's styles stay out.
    const shadow = this.host.attachShadow({ mode: 'closed' });
    shadow.append(this.window);
    this.window.append(this.sheet);
    this.sheet.append(this.text);
    setStyles(this.host, { all: 'initial', position: 'fixed', 'z-index': '2147483646', 'pointer-events': 'none' });
    setStyles(this.window, { position: 'fixed', overflow: 'hidden', 'forced-color-adjust': 'none' });
    setStyles(this.sheet, { position: 'absolute', color: 'transparent', 'transform-origin': '0 0' });
    const { signal } = this.ending;
    watchPlace(field, () => this.place(), signal);
    // Where it grows or scrolls, we are told by that.
    field.addEventListener('input', () => this.sync(true), { signal });
    this.place();
  }

  /** The range of these words; live: it moves with them while the person types on. */
  range(start: number, end: number): Range | null {
    this.sync();
    if (start < 0 || end < start || end > this.text.length) return null;
    const range = document.createRange();
    range.setStart(this.text, start);
    range.setEnd(this.text, end);
    return range;
  }

  /** Scrolls the field so that these words of the mirror can be seen. */
  reveal(words: Range): void {
    const box = words.getBoundingClientRect();
    const own = this.field.getBoundingClientRect();
    if (box.bottom > own.bottom) this.field.scrollTop += box.bottom - own.bottom + box.height;
    else if (box.top < own.top) this.field.scrollTop -= own.top - box.top + box.height;
    this.place();
  }

  end(): void {
    this.ending.abort();
    this.host.remove();
  }

  /** What is typed behind the word that ends here moves no mark, and needs not be laid out a second time at each key. */
  set marksEnd(offset: number) {
    this.lastMarkEnds = offset;
  }

  /** Changes only what has changed, so that the ranges in what stays stay. */
  private sync(onlyForMarks = false): void {
    const { value } = this.field;
    const { data } = this.text;
    if (value === data) return;
    const shorter = Math.min(value.length, data.length);
    let before = 0;
    while (before < shorter && value[before] === data[before]) before += 1;
    if (onlyForMarks && /\s/.test(value.slice(this.lastMarkEnds, before))) return;
    let after = 0;
    while (after < shorter - before && value[value.length - 1 - after] === data[data.length - 1 - after]) after += 1;
    this.text.replaceData(before, data.length - before - after, value.slice(before, value.length - after));
  }

  /** Lays it over the field again; also for changes of the page's styles, which nobody tells. */
  place(): void {
    const { field, host } = this;
    if (!field.isConnected) {
      this.end();
      return;
    }
    // Sites that render the whole document throw out what they do not know.
    if (!host.isConnected) document.documentElement.append(host);
    const own = field.getBoundingClientRect();
    // The page may have scaled the field; sizes of its inside are told unscaled.
    const scale = field.offsetWidth > 0 ? own.width / field.offsetWidth : 1;
    const inside = {
      left: own.left + field.clientLeft * scale,
      top: own.top + field.clientTop * scale,
      right: own.left + (field.clientLeft + field.clientWidth) * scale,
      bottom: own.top + (field.clientTop + field.clientHeight) * scale,
    };
    const seen = visiblePart(field, inside);
    const isSeen = seen.right > seen.left && seen.bottom > seen.top && !isCovered(field, seen);
    setStyles(this.window, {
      display: isSeen ? 'block' : 'none',
      left: `${seen.left}px`,
      top: `${seen.top}px`,
      width: `${seen.right - seen.left}px`,
      height: `${seen.bottom - seen.top}px`,
    });
    const style = getComputedStyle(field);
    const copied = Object.fromEntries(layout.map((name) => [name, style.getPropertyValue(name)]));
    setStyles(this.sheet, {
      ...copied,
      'box-sizing': 'border-box',
      width: `${field.clientWidth}px`,
      left: `${inside.left - seen.left - field.scrollLeft * scale}px`,
      top: `${inside.top - seen.top - field.scrollTop * scale}px`,
      transform: scale === 1 ? 'none' : `scale(${scale})`,
      // A browser centres the one line of an input.
      ...(field instanceof HTMLInputElement
        ? { 'white-space': 'pre', 'line-height': `${innerHeight(style, field)}px`, width: 'max-content' }
        : {}),
    });
  }
}

export class Mirrors {
  private readonly mirrors = new Map<Field, Mirror>();

  of(field: Field): Mirror {
    const known = this.mirrors.get(field);
    if (known) return known;
    const mirror = new Mirror(field);
    this.mirrors.set(field, mirror);
    return mirror;
  }

  drop(field: Field): void {
    this.mirrors.get(field)?.end();
    this.mirrors.delete(field);
  }

  end(): void {
    for (const mirror of this.mirrors.values()) mirror.end();
    this.mirrors.clear();
  }
}

function innerHeight(style: CSSStyleDeclaration, field: Field): number {
  return field.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
}

/** Through the style object: a strict page policy forbids style attributes, not this. */
function setStyles(element: HTMLElement, styles: Record<string, string>): void {
  for (const [name, value] of Object.entries(styles)) {
    if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value, 'important');
  }
}

/** What is left of a box inside everything around the field that cuts off what sticks out. */
function visiblePart(field: Field, box: Box): Box {
  const seen = { ...box };
  ancestorAcross(field.parentNode, (element) => {
    if (element === document.documentElement || element === document.body) return false;
    if (getComputedStyle(element).overflow === 'visible') return false;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    seen.left = Math.max(seen.left, left);
    seen.top = Math.max(seen.top, top);
    seen.right = Math.min(seen.right, right);
    seen.bottom = Math.min(seen.bottom, bottom);
    return false;
  });
  return seen;
}

/** Whether the page shows something over the field: a menu, a picker, a dialog. Marks over it would be in the way. */
function isCovered(field: Field, { left, top, right, bottom }: Box): boolean {
  return [0.02, 0.5, 0.98].some((x) =>
    [0.1, 0.5, 0.9].some((y) => {
      const hit = elementAt(left + (right - left) * x, top + (bottom - top) * y);
      // Outside the screen nothing is hit. A label or frame around the field is no cover.
      return hit !== null && !containsAcross(field, hit) && !containsAcross(hit, field);
    }),
  );
}
