/** What the page says of itself, and where its article stands. Nothing in it is changed. */

export interface PageWords {
  /** Without the part behind #; the canonical address where it is on this host. */
  url: string;
  title: string;
  description: string;
  lang: 'de' | 'en' | null;
}

const content = (selector: string): string => document.querySelector<HTMLMetaElement>(selector)?.content.trim() ?? '';

export function readWords(): PageWords {
  const here = new URL(location.href);
  here.hash = '';
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href ?? '';
  const own = URL.canParse(canonical) && new URL(canonical).host === here.host ? canonical : here.href;
  const lang = document.documentElement.lang.slice(0, 2).toLowerCase();
  return {
    url: own,
    title: (content('meta[property="og:title"]') || document.title).slice(0, 1000),
    description: (content('meta[property="og:description"]') || content('meta[name="description"]')).slice(0, 2000),
    lang: lang === 'de' || lang === 'en' ? lang : null,
  };
}

/** @param selector as the guideline has it; one that is none finds the article as if there were none */
export function findArticle(selector: string | undefined): Element | null {
  try {
    if (selector) return document.querySelector(selector);
  } catch {
    // The guideline's author learns of it where the button stands in the corner.
  }
  return document.querySelector('article') ?? document.querySelector('main');
}

const shortestQuote = 12;
const longestQuote = 600;

/** The words that are selected in the page, and where; null for none, or more than anybody quotes. */
export function selectedQuote(): { text: string; at: DOMRect } | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const anchor = selection.anchorNode instanceof Element ? selection.anchorNode : selection.anchorNode?.parentElement;
  if (anchor?.closest('input, textarea, [contenteditable]')) return null;
  const text = selection.toString().replace(/\s+/g, ' ').trim();
  if (text.length < shortestQuote || text.length > longestQuote) return null;
  return { text, at: selection.getRangeAt(0).getBoundingClientRect() };
}

/** In the quotation marks of its language. */
export const quoted = (text: string, lang: 'de' | 'en'): string => (lang === 'de' ? `„${text}“` : `“${text}”`);
