/** What a website's editor takes over: the snippet, the policy's line, the paragraph for the privacy policy. */
import { addressOf, isTarget, nameOf } from '../src/address';
import { words } from '../src/words';

export interface Choice {
  networks: string[];
  lang: 'de' | 'en';
  url: string;
  text: string;
  hashtags: string;
  via: string;
  campaign: string;
  size: '' | 'small' | 'large';
  show: '' | 'icons' | 'labels';
  mastodon: boolean;
  quote: boolean;
  content: string;
  module: boolean;
}

export const scriptName = (choice: Choice): string =>
  choice.module ? 'botschaft-widget.js' : 'botschaft-widget.classic.js';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** The element's attributes, without those that say what it does anyway. */
export function attributesOf(choice: Choice): Record<string, string> {
  const { networks, lang, url, text, hashtags, via, campaign, size, show, content } = choice;
  const all = {
    networks: networks.join(' '),
    lang,
    url,
    text,
    hashtags,
    via,
    campaign,
    size,
    show,
    mastodon: choice.mastodon && networks.includes('mastodon') ? 'ask' : '',
    content,
  };
  const set = Object.entries(all).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(set), ...(choice.quote ? { quote: '' } : {}) };
}

/** Shown where scripts do not run. Only with an address: a list of links to nowhere would be worse than none. */
function fallback(choice: Choice): string {
  if (!URL.canParse(choice.url)) return '';
  const shared = {
    url: choice.url,
    text: choice.text,
    title: '',
    hashtags: choice.hashtags.split(/[\s,#]+/).filter(Boolean),
    via: choice.via,
  };
  const links = choice.networks.filter(isTarget).map((id) => {
    const name = id === 'mail' ? words[choice.lang].mail : nameOf(id);
    return `    <li><a href="${escapeHtml(addressOf(id, shared))}" target="_blank" rel="noopener noreferrer">${name}</a></li>`;
  });
  return links.length > 0 ? `\n  <ul>\n${links.join('\n')}\n  </ul>\n` : '';
}

/** @param hash for the attribute `integrity` */
export function snippetOf(choice: Choice, hash: string): string {
  const attributes = Object.entries(attributesOf(choice)).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`,
  );
  const kind = choice.module ? 'type="module"' : 'defer';
  return `<script ${kind} src="/${scriptName(choice)}" integrity="${hash}"></script>

<botschaft-share${attributes.join('')}>${fallback(choice)}</botschaft-share>`;
}

export const policyOf = (choice: Choice): string =>
  `Content-Security-Policy: script-src 'self'${choice.content ? "; connect-src 'self'" : ''}`;

/** The paragraph for the website's privacy policy. */
export function privacyOf(choice: Choice, lang: 'de' | 'en'): string {
  const named = choice.networks.filter(isTarget).filter((id) => id !== 'mail');
  const list = new Intl.ListFormat(lang, { type: 'disjunction' }).format(named.map(nameOf));
  const asks = choice.mastodon && choice.networks.includes('mastodon');
  if (lang === 'de') {
    return [
      'Auf unseren Seiten kannst du Inhalte weitersagen. Die Schaltflächen dafür liegen auf unserem eigenen Server. Beim Aufruf einer Seite wird nichts an soziale Netzwerke übertragen, und es werden keine Cookies gesetzt.',
      named.length > 0 &&
        `Erst wenn du auf einen Link klickst, öffnet dein Browser die Seite von ${list}. Ab dann gelten die Datenschutzhinweise des jeweiligen Anbieters. Übergeben werden die Adresse unserer Seite und der vorgeschlagene Text.`,
      asks &&
        'Für Mastodon fragen wir nach deinem Server. Er wird nur gespeichert, wenn du das ankreuzt, und nur in deinem Browser.',
      choice.content && 'Textvorschläge lädt dein Browser von unserem eigenen Server, wenn du sie anforderst.',
    ]
      .filter(Boolean)
      .join(' ');
  }
  return [
    'You can pass on what you find on our pages. The buttons for this are on our own server. When a page is opened nothing is sent to social networks, and no cookies are set.',
    named.length > 0 &&
      `Only when you click a link does your browser open the page of ${list}. From then on the privacy notice of that provider applies. Our page's address and the suggested text are handed over.`,
    asks && 'For Mastodon we ask for your server. It is stored only if you tick the box, and only in your browser.',
    choice.content && 'Suggested texts are loaded from our own server when you ask for them.',
  ]
    .filter(Boolean)
    .join(' ');
}
