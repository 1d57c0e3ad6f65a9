// The website of the invented company Silbertann Energie: pages made from its content library when they are asked for, in
// German and English. The widget is their only script.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Item, Library, LocalizedText } from '../../../../extension/src/generated/library';
import { demoLibrary, sitesFolder } from '../../harness/paths';
import { answer, languageOf, notFound, type SiteAnswer } from '../../harness/site-answer';
import { escapeXml, illustration } from './illustration';
import { articleWidget, widgetFile, widgetPage, widgetPath, widgetScript } from './widget-page';

export const newsroomHost = 'www.silbertann.example';
const company = 'Silbertann Energie';
const timeZone = 'Europe/Berlin';
const indexPaths = ['/', '/newsroom', '/newsroom/'];

type Lang = 'de' | 'en';

const texts = {
  de: {
    label: 'Demo-Website einer erfundenen Firma',
    newsroom: 'Newsroom',
    intro: 'Was uns bewegt: Neues aus Erzeugung, Netz, Forschung und Team.',
    other: 'English',
    back: 'Alle Meldungen',
    more: 'Mehr zum Thema',
    footer: 'Silbertann Energie gibt es nicht. Texte und Bilder dienen nur der Vorführung.',
    locale: 'de_DE',
  },
  en: {
    label: 'Demo website of an invented company',
    newsroom: 'Newsroom',
    intro: 'What moves us: news from generation, grid, research and our team.',
    other: 'Deutsch',
    back: 'All news',
    more: 'More on this topic',
    footer: 'Silbertann Energie does not exist. Texts and pictures are for demonstration only.',
    locale: 'en_GB',
  },
} as const;

const textIn = (text: LocalizedText | undefined, lang: Lang): string => text?.[lang] ?? text?.de ?? text?.en ?? '';

function readLibrary(): Library {
  return JSON.parse(readFileSync(demoLibrary, 'utf8')) as Library;
}

/** Now in the company's time zone, comparable with the library's local times. */
function localNow(): string {
  return new Date().toLocaleString('sv-SE', { timeZone }).replace(' ', 'T').slice(0, 16);
}

/** A website shows nothing before its embargo, and keeps what has only expired as something to share. */
function publicItems(library: Library): Item[] {
  const now = localNow();
  return library.items
    .filter((item) => URL.canParse(item.url) && new URL(item.url).hostname === newsroomHost)
    .filter((item) => (item.embargo ?? '') <= now && (item.published ?? '') <= now)
    .sort((one, other) => (other.published ?? '').localeCompare(one.published ?? ''));
}

function shownDate(item: Item, lang: Lang): string {
  if (!item.published) return '';
  const date = new Date(`${item.published.slice(0, 10)}T12:00:00Z`);
  return date.toLocaleDateString(lang === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long' });
}

const fir = '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M16 2 24 13H20L27 23H18V30H14V23H5L12 13H8Z"/></svg>';

interface PageParts {
  lang: Lang;
  path: string;
  title: string;
  head: string;
  main: string;
}

function document({ lang, path, title, head, main }: PageParts): SiteAnswer {
  const words = texts[lang];
  const other = lang === 'de' ? 'en' : 'de';
  const html = `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
${head}
<link rel="stylesheet" href="/newsroom.css">
<link rel="icon" href="data:,">
${widgetScript}
</head>
<body>
<p class="demo-label">${words.label}</p>
<header class="site-head"><a class="brand" href="/?lang=${lang}">${fir}${company}</a><nav><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a></nav></header>
<main>
${main}
</main>
<footer>${words.footer}</footer>
</body>
</html>`;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  return answer('text/html', html, { 'content-security-policy': policy, 'content-language': lang });
}

function card(item: Item, lang: Lang): string {
  const url = new URL(item.url);
  const image = item.image
    ? `<img src="${new URL(item.image.url).pathname}" alt="${escapeXml(textIn(item.image.alt, lang))}" width="1200" height="630" loading="lazy">`
    : '';
  return `<li>${image}<div><p class="meta">${shownDate(item, lang)}</p><h2><a href="${url.pathname}?lang=${lang}">${escapeXml(textIn(item.title, lang))}</a></h2><p>${escapeXml(textIn(item.summary, lang))}</p></div></li>`;
}

function indexPage(items: Item[], lang: Lang): SiteAnswer {
  const words = texts[lang];
  const address = `https://${newsroomHost}/`;
  const head = openGraph({
    lang,
    type: 'website',
    title: `${words.newsroom} · ${company}`,
    description: words.intro,
    address,
  });
  const main = `<h1>${words.newsroom}</h1><p class="summary">${words.intro}</p><ul class="grid">${items.map((item) => card(item, lang)).join('\n')}</ul>`;
  return document({ lang, path: '/', title: `${words.newsroom} · ${company}`, head, main });
}

function articlePage(item: Item, items: Item[], lang: Lang): SiteAnswer {
  const words = texts[lang];
  const title = textIn(item.title, lang);
  const summary = textIn(item.summary, lang);
  const alt = textIn(item.image?.alt, lang);
  const related = items.filter(
    (other) => other !== item && other.topics?.some((topic) => item.topics?.includes(topic)),
  );
  const image = item.image
    ? `<img class="lead-image" src="${new URL(item.image.url).pathname}" alt="${escapeXml(alt)}" width="1200" height="630">`
    : '';
  const head = openGraph({
    lang,
    type: 'article',
    title,
    description: summary,
    address: item.url,
    image: item.image?.url,
    alt,
  });
  const more =
    related.length > 0
      ? `<h2>${words.more}</h2><ul class="grid">${related
          .slice(0, 3)
          .map((other) => card(other, lang))
          .join('\n')}</ul>`
      : '';
  const main = `<article><p><a href="/?lang=${lang}">${words.back}</a></p><h1>${escapeXml(title)}</h1><p class="meta">${shownDate(item, lang)}</p>${image}<p class="summary">${escapeXml(summary)}</p></article>${articleWidget(item.url, lang)}${more}`;
  return document({ lang, path: new URL(item.url).pathname, title: `${title} · ${company}`, head, main });
}

interface Preview {
  lang: Lang;
  type: string;
  title: string;
  description: string;
  address: string;
  image?: string;
  alt?: string;
}

/** What networks show of a shared link. */
function openGraph({ lang, type, title, description, address, image, alt }: Preview): string {
  const other = lang === 'de' ? 'en' : 'de';
  const property = (name: string, value: string) => `<meta property="${name}" content="${escapeXml(value)}">`;
  const tags = [
    `<meta name="description" content="${escapeXml(description)}">`,
    `<link rel="canonical" href="${escapeXml(address)}">`,
    ...(['de', 'en'] as const).map(
      (code) => `<link rel="alternate" hreflang="${code}" href="${escapeXml(`${address}?lang=${code}`)}">`,
    ),
    property('og:site_name', company),
    property('og:type', type),
    property('og:title', title),
    property('og:description', description),
    property('og:url', address),
    property('og:locale', texts[lang].locale),
    property('og:locale:alternate', texts[other].locale),
    '<meta name="twitter:card" content="summary_large_image">',
  ];
  if (image) {
    tags.push(property('og:image', image), property('og:image:width', '1200'), property('og:image:height', '630'));
    if (alt) tags.push(property('og:image:alt', alt));
  }
  return tags.join('\n');
}

/** @param url any address of the newsroom */
export function newsroomPage(url: URL, acceptLanguage: string): SiteAnswer {
  if (url.pathname === '/newsroom.css') {
    return answer('text/css', readFileSync(join(sitesFolder, 'newsroom/newsroom.css'), 'utf8'));
  }
  const file = widgetFile(url.pathname);
  if (file) return file;
  const lang = languageOf(url, acceptLanguage);
  if (url.pathname === widgetPath) {
    return document({ lang, path: widgetPath, head: '', ...widgetPage(lang) });
  }
  const items = publicItems(readLibrary());
  if (indexPaths.includes(url.pathname)) return indexPage(items, lang);
  const article = items.find((item) => new URL(item.url).pathname === url.pathname);
  if (article) return articlePage(article, items, lang);
  const pictured = items.find((item) => item.image && new URL(item.image.url).pathname === url.pathname);
  if (pictured?.image) {
    return answer('image/svg+xml', illustration(pictured.id, pictured.topics ?? [], textIn(pictured.image.alt, lang)));
  }
  return notFound;
}
