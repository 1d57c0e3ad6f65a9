/**
 * Takes the tags out of a page's document: the facts that an audit request has under "page" and "live". What they mean, the
 * core decides; wasm/cli/html_page.cpp takes the same out of a file.
 */
import type { PageFacts, PageLink, PageMeta, PageTags } from '../generated/protocol';

const maxAddress = 10_000;
const maxContent = 20_000;
const maxKey = 200;
const maxBlock = 500_000;
const blanks = /^[ \t\r\n\f]+|[ \t\r\n\f]+$/g;

const trimmed = (text: string | null): string => (text ?? '').replace(blanks, '');
/** In UTF-16 units, so never more code points than the request takes. */
const shortened = (text: string, most: number): string => text.slice(0, most);

function* elements<E extends Element>(page: Document, name: string): Generator<E> {
  for (const element of page.getElementsByTagName(name)) {
    // An icon's title is none of the page's.
    if (element.namespaceURI === 'http://www.w3.org/1999/xhtml') yield element as E;
  }
}

export function tagsOf(page: Document): PageTags {
  const titles = [...elements(page, 'title')].slice(0, 100);
  const metas: PageMeta[] = [];
  for (const meta of elements<HTMLMetaElement>(page, 'meta')) {
    const property = trimmed(meta.getAttribute('property')).toLowerCase();
    const name = trimmed(meta.getAttribute('name')).toLowerCase();
    if ((property === '' && name === '') || property.length > maxKey || name.length > maxKey) continue;
    if (metas.length === 1000) break;
    metas.push({
      ...(property === '' ? {} : { property }),
      ...(name === '' ? {} : { name }),
      content: shortened(trimmed(meta.getAttribute('content')), maxContent),
    });
  }
  const links: PageLink[] = [];
  for (const link of elements<HTMLLinkElement>(page, 'link')) {
    const rels = (link.getAttribute('rel') ?? '').toLowerCase().split(/[ \t\r\n\f]+/);
    const href = trimmed(link.getAttribute('href'));
    const hreflang = trimmed(link.getAttribute('hreflang'));
    if (href === '' || href.length > maxAddress || hreflang.length > maxKey) continue;
    for (const rel of ['canonical', 'alternate']) {
      if (!rels.includes(rel) || (rel === 'alternate' && hreflang === '') || links.length === 1000) continue;
      links.push({ rel, href, ...(hreflang === '' ? {} : { hreflang }) });
    }
  }
  const lang = trimmed(page.documentElement.getAttribute('lang'));
  const base = trimmed(page.querySelector('base[href]')?.getAttribute('href') ?? null);
  return {
    ...(lang === '' ? {} : { lang: shortened(lang, maxKey) }),
    ...(base === '' || base.length > maxAddress ? {} : { base }),
    titles: titles.map((title) => shortened(trimmed(title.textContent), maxContent)),
    metas,
    links,
  };
}

/** Each address once, and none that leads nowhere else. */
function addresses(page: Document, wanted: readonly [element: string, attribute: string][], most: number): string[] {
  const found = new Set<string>();
  for (const [element, attribute] of wanted) {
    for (const each of elements(page, element)) {
      const address = trimmed(each.getAttribute(attribute));
      const leadsNowhere = /^(?:#|data:|javascript:|mailto:|tel:|blob:|about:)/i.test(address);
      if (address !== '' && address.length <= maxAddress && !leadsNowhere && found.size < most) found.add(address);
    }
  }
  return [...found];
}

/** `html`: what `page` was parsed from. */
export function factsOf(url: string, page: Document, html: string): PageFacts {
  const blocks = [...elements<HTMLScriptElement>(page, 'script')].filter(
    (script) => trimmed(script.getAttribute('type')).toLowerCase() === 'application/ld+json',
  );
  const tagsEnd = endOfTags(html);
  return {
    url,
    ...tagsOf(page),
    scripts: addresses(
      page,
      [
        ['script', 'src'],
        ['iframe', 'src'],
      ],
      1000,
    ),
    anchors: addresses(page, [['a', 'href']], 5000),
    images: addresses(page, [['img', 'src']], 10),
    jsonLd: blocks.slice(0, 50).map((block) => shortened(block.textContent ?? '', maxBlock)),
    ...(tagsEnd === 0 ? {} : { tagsEnd }),
  };
}

/** Bytes from the page's start to behind its last title, description or share tag. A parsed document has no places. */
function endOfTags(html: string): number {
  let end = 0;
  const tag = /<meta\b[^>]*(?:\b(?:og|twitter):[a-z]|\bname\s*=\s*["']?description\b)[^>]*>|<\/title\s*>/gi;
  for (const { 0: text, index } of html.matchAll(tag)) end = index + text.length;
  return end === 0 ? 0 : new TextEncoder().encode(html.slice(0, end)).length;
}
