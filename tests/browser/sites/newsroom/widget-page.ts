// The demo company's use of the widget: on every article, and a page that shows every variant.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoLibrary, root } from '../../harness/paths';
import { answer, notFound, type SiteAnswer } from '../../harness/site-answer';
import { escapeXml } from './illustration';

type Lang = 'de' | 'en';

export const widgetPath = '/weitersagen';
const scriptPath = '/botschaft-widget.js';
const libraryPath = '/library.json';
const delivered: Record<string, string> = {
  [scriptPath]: 'text/javascript',
  '/configurator.html': 'text/html',
  '/configurator.js': 'text/javascript',
  '/configurator.css': 'text/css',
};
export const widgetScript = `<script type="module" src="${scriptPath}"></script>`;

const texts = {
  de: {
    title: 'Weitersagen',
    intro: 'So sieht das Element auf unseren Seiten aus, in allen Varianten.',
    noScript: 'Per E-Mail weitersagen',
    heading: 'Gefällt dir das?',
    variants: {
      usual: 'Wie es ist, ohne Angaben',
      all: 'Alle Netzwerke',
      icons: 'Nur Zeichen, klein',
      labels: 'Nur Namen, groß',
      words: 'Mit Text, Hashtags und Kampagne',
      server: 'Mastodon fragt nach dem Server',
      texts: 'Mit freigegebenen Texten',
      styled: 'Im Kleid der Seite, mit Überschrift und eigenem Zeichen',
      rtl: 'Von rechts nach links, mit eigenen Wörtern',
      quote: 'Markierter Text als Zitat',
    },
    quotable: 'Die dritte TannBox hängt bei den ersten Familien im Keller, und jede Zelle lässt sich einzeln tauschen.',
    text: 'Jede Zelle lässt sich einzeln tauschen.',
  },
  en: {
    title: 'Pass it on',
    intro: 'This is what the element looks like on our pages, in all its variants.',
    noScript: 'Pass on by email',
    heading: 'Do you like this?',
    variants: {
      usual: 'As it comes, with no attributes',
      all: 'All networks',
      icons: 'Signs only, small',
      labels: 'Names only, large',
      words: 'With a text, hashtags and a campaign',
      server: 'Mastodon asks for the server',
      texts: 'With approved texts',
      styled: 'In the page’s own dress, with a heading and a sign of its own',
      rtl: 'From right to left, in other words',
      quote: 'Selected text as a quote',
    },
    quotable: 'The third TannBox is on the wall in the first homes, and every cell can be swapped on its own.',
    text: 'Every cell can be swapped on its own.',
  },
} as const;

export const allNetworks =
  'linkedin x facebook mastodon bluesky threads whatsapp telegram reddit teams threema mail copy system';

/** The widget as an article carries it, with a link for browsers without scripts. */
export function articleWidget(address: string, lang: Lang): string {
  const mail = `mailto:?body=${encodeURIComponent(address)}`;
  return `<botschaft-share lang="${lang}" campaign="newsroom" content="${libraryPath}" quote="article"><a href="${escapeXml(mail)}">${texts[lang].noScript}</a></botschaft-share>`;
}

/** Title and content of the page with every variant. */
export function widgetPage(lang: Lang): { title: string; main: string } {
  const { title, intro, variants, quotable, heading, text } = texts[lang];
  const article = 'https://www.silbertann.example/newsroom/tannbox-3';
  const element = (attributes: string, inside = '') => `<botschaft-share ${attributes}>${inside}</botschaft-share>`;
  const star =
    '<svg slot="icon-linkedin" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3l3 6 6 1-4 5 1 6-6-3-6 3 1-6-4-5 6-1z"/></svg>';
  const shown: Record<keyof typeof variants, string> = {
    usual: element(`lang="${lang}"`),
    all: element(`networks="${allNetworks}"`),
    icons: element(`show="icons" size="small" networks="${allNetworks}"`),
    labels: element('show="labels" size="large"'),
    words: element(`text="${escapeXml(text)}" hashtags="TannBox" via="silbertann" campaign="tannbox"`),
    server: element('networks="mastodon copy" mastodon="ask"'),
    texts: element(`url="${article}" content="${libraryPath}"`),
    styled: element('class="green"', `<h3 slot="heading">${heading}</h3>${star}`),
    rtl: element('dir="rtl" lang="en" networks="linkedin mail copy" label-copy="نسخ الرابط" label-mail="البريد"'),
    quote: `<article><p>${quotable}</p></article>${element('networks="linkedin x bluesky copy" quote')}`,
  };
  const sections = Object.entries(shown).map(
    ([id, html]) => `<section id="${id}"><h2>${variants[id as keyof typeof variants]}</h2>${html}</section>`,
  );
  return { title, main: `<h1>${title}</h1><p class="summary">${intro}</p>${sections.join('\n')}` };
}

/** What the widget's pages load, from the company's own server. */
export function widgetFile(path: string): SiteAnswer | null {
  if (path === libraryPath) return answer('application/json', readFileSync(demoLibrary, 'utf8'));
  const type = delivered[path];
  if (!type) return null;
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:";
  try {
    const file = readFileSync(join(root, 'build/widget', path), 'utf8');
    return answer(type, file, { 'content-security-policy': policy });
  } catch {
    return notFound; // Not built: the pages show what they show without a script.
  }
}
