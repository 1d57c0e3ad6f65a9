/**
 * Posts to compare counting and entities on: the captions of the demo library and the drafts of the corpus, then posts
 * put together from what people write and from what is hard to count. The same seed gives the same posts.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Random } from './random';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const words = {
  de: 'Wir freuen uns sehr über den neuen Speicher in Köln und sagen danke Größe für alle heute morgen im Team Straße Übung zum Jubiläum läuft schön Kolleg:innen Kund*innen E-Auto 3,5 Prozent'.split(
    ' ',
  ),
  en: "We are happy to share what our team built this year it's don't and you can read more about the new storage on our blog re-use 24/7 R&D".split(
    ' ',
  ),
  other: '世界 見て ありがとう 한국어 Привет мир שלום مرحبا ไทย Ελλάδα naïve façade Łódź İstanbul'.split(' '),
};
const signs = [
  '.',
  ',',
  '!',
  '?',
  ':',
  ';',
  '…',
  ' –',
  ' -',
  '!!',
  '...',
  '"',
  '“',
  '„',
  '(',
  ')',
  '»',
  '/',
  '&',
  '+',
  '*',
  '_',
  '€',
  '™',
  '©',
  '→',
  '•',
];
const emoji = [
  '😀',
  '🎉',
  '👍🏽',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '🇩🇪',
  '❤️',
  '☀️',
  '☀',
  '✌',
  '✔️',
  '1️⃣',
  '🙋🏽‍♀️',
  '🫶',
  '🥹',
  '🫱🏻‍🫲🏿',
  '🐱',
  '♻️',
  '‼️',
  '🧑‍💻',
];
const hosts = [
  'firma.de',
  'www.firma.de',
  'example.com',
  'bit.ly',
  't.co',
  'münchen.de',
  'sub_domain.example.org',
  'xn--mnchen-3ya.de',
  'a-b.co.uk',
  'firma.gmbh',
  'localhost',
  '192.168.0.1',
  'beispiel.香港',
  'no-tld',
  'FIRMA.DE',
  'under_score.com',
  'node.js',
  'firma.example',
];
const paths = [
  '',
  '',
  '/',
  '/seite',
  '/pfad/mit-strich',
  '/wiki/Bach_(Begriff)',
  '/größe',
  '/a.html',
  '/@anna/text',
  '/x?utm_source=li&a=b',
  '?q=1',
  '/x#teil',
  '#oben',
  '/AbC123',
  '/a(b',
  "/abc's",
  '/%C3%BC',
  '/привет',
  '/~user/',
  '/x=1,2;3',
];
const tags = [
  'Team',
  'Energie',
  'Größe2024',
  '2024',
  'E-Auto',
  'Kund*innen',
  'Mitarbeiter:innen',
  'a_b',
  '_',
  'gru\u0308n',
  '日本',
  '5G',
  'c++',
  'naïve',
  'привет',
  'eins#zwei',
  '4all',
  'Straße',
  'love❤️',
  'top1️⃣',
];
const names = [
  'anna',
  'max_muster',
  'firma_de',
  'anna.bsky.social',
  'anna@mastodon.social',
  'Müller',
  'a',
  'averyveryverylongusername1',
  'user/list',
  'user/list-name_1',
  'Anna Muster',
  '123',
  'x.com',
  'anna-lena',
];
const cashtags = ['DBK', 'AAPL', 'BRK.B', 'tooooolong', '100', 'siEM', 'A1'];

function entity(random: Random): string {
  switch (random.below(9)) {
    case 0:
    case 1:
      return `${random.pick(['https://', 'https://', 'http://', 'HTTPS://', '', '', 'ftp://'])}${random.pick(hosts)}${random.pick(['', '', '', ':8080'])}${random.pick(paths)}`;
    case 2:
    case 3:
      return `${random.pick(['#', '#', '#', '#', '＃', '##'])}${random.pick(tags)}`;
    case 4:
    case 5:
      return `${random.pick(['@', '@', '@', '.@', '＠', 'RT @', '@@'])}${random.pick(names)}`;
    case 6:
      return `$${random.pick(cashtags)}`;
    case 7:
      return `${random.pick(names)}@${random.pick(hosts)}`;
    default:
      return random.pick(emoji);
  }
}

function generated(random: Random): string {
  const language = random.pick(['de', 'de', 'en', 'en', 'other'] as const);
  let text = '';
  const parts = 2 + random.below(random.chance(0.1) ? 60 : 16);
  for (let i = 0; i < parts; i++) {
    const glue = random.chance(0.9) ? ' ' : random.pick(['', '\n', '\n\n', '  ', '\u00a0', '\u3000', '\t', '\u200b']);
    const piece = random.chance(0.3) ? entity(random) : random.pick(words[random.chance(0.92) ? language : 'other']);
    text +=
      (i === 0 ? '' : glue) +
      (random.chance(0.06) ? random.pick(['(', '„', '"', '«', '.', '/', '-', '&']) : '') +
      piece;
    if (random.chance(0.2)) text += random.pick(signs);
  }
  return random.chance(0.05) ? text.normalize('NFD') : text;
}

function written(): string[] {
  const library: { items: { captions: { text: string }[] }[] } = JSON.parse(
    readFileSync(`${root}shared/packs/demo/library.json`, 'utf8'),
  );
  const drafts = ['german', 'english', 'edge', 'emoji', 'links', 'combining', 'rtl', 'crlf'].flatMap((file) =>
    readFileSync(`${root}tests/corpus/${file}.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): { text?: string } => JSON.parse(line))
      .flatMap(({ text }) => (text ? [text] : [])),
  );
  return [...library.items.flatMap(({ captions }) => captions.map(({ text }) => text)), ...drafts];
}

/** At least 10,000. Their UTF-16 is well formed. */
export function posts(seed = 1, count = 10_000): string[] {
  const random = new Random(seed);
  const made = Array.from({ length: count }, () => generated(random));
  return [...written(), ...made].map((text) => text.toWellFormed());
}
