/** A bar beside selected text that passes it on as a quote. It never takes the focus, and goes with the selection. */
import { make } from './dom';

const shortest = 10;
const longest = 500;
const marks = { de: '„“', en: '“”' } as const;

function quoteOf(selection: Selection, scope: string): string {
  const node = selection.rangeCount > 0 ? selection.getRangeAt(0).commonAncestorContainer : null;
  const element = node instanceof Element ? node : node?.parentElement;
  const words = selection.toString().trim();
  if (!element?.closest(scope) || words.length < shortest) return '';
  const [open, close] = marks[/^de\b/i.test(element.closest('[lang]')?.getAttribute('lang') ?? '') ? 'de' : 'en'];
  const cut = words.length > longest ? `${words.slice(0, longest).replace(/\s+\S*$/, '')} …` : words;
  return `${open}${cut}${close}`;
}

export class QuoteBar {
  readonly element = make('div', { part: 'quote', role: 'toolbar', hidden: true });
  readonly #links: (quote: string) => HTMLElement;
  #scope = '';
  readonly #onSelection = () => this.#update();

  /** @param links makes the links for a quote */
  constructor(links: (quote: string) => HTMLElement) {
    this.#links = links;
  }

  /** @param scope CSS selector of what may be quoted; empty: nothing */
  watch(scope: string, label: string): void {
    this.#scope = scope;
    this.element.setAttribute('aria-label', label);
    document.removeEventListener('selectionchange', this.#onSelection);
    if (scope) document.addEventListener('selectionchange', this.#onSelection);
    else this.element.hidden = true;
  }

  stop(): void {
    document.removeEventListener('selectionchange', this.#onSelection);
    this.element.hidden = true;
  }

  #update(): void {
    const selection = getSelection();
    const quote = selection && !selection.isCollapsed ? quoteOf(selection, this.#scope) : '';
    this.element.hidden = !quote;
    if (!quote || !selection) return;
    this.element.replaceChildren(this.#links(quote));
    const place = selection.getRangeAt(0).getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const above = place.top - height - 8;
    this.element.style.left = `${Math.max(8, Math.min(place.left, innerWidth - width - 8))}px`;
    this.element.style.top = `${above > 8 ? above : Math.min(place.bottom + 8, innerHeight - height - 8)}px`;
  }
}
