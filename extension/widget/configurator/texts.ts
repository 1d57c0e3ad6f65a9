/** The configurator's own words. */
export interface Texts {
  title: string;
  intro: string;
  language: string;
  networks: string;
  networksHint: string;
  address: string;
  addressHint: string;
  text: string;
  hashtags: string;
  via: string;
  campaign: string;
  campaignHint: string;
  library: string;
  libraryHint: string;
  look: string;
  size: string;
  small: string;
  medium: string;
  large: string;
  show: string;
  both: string;
  icons: string;
  labels: string;
  more: string;
  mastodon: string;
  quote: string;
  classic: string;
  preview: string;
  quotable: string;
  snippet: string;
  snippetHint: string;
  policy: string;
  privacy: string;
  copy: string;
  copied: string;
  system: string;
}

export const texts: Record<'de' | 'en', Texts> = {
  de: {
    title: 'Weitersagen auf deiner Website',
    intro: 'Wähle aus, was Besucherinnen und Besucher sehen. Unten stehen der Schnipsel und alles, was dazugehört.',
    language: 'Sprache',
    networks: 'Netzwerke',
    networksHint: 'Die Reihenfolge ist die des Anklickens.',
    address: 'Adresse, die geteilt wird',
    addressHint: 'Leer: die Seite, auf der das Element steht. Mit Adresse gibt es Links auch ohne Skript.',
    text: 'Text dazu',
    hashtags: 'Hashtags',
    via: 'Konto als Quelle (X)',
    campaign: 'Kampagne',
    campaignHint: 'Hängt utm_source, utm_medium und utm_campaign an den Link.',
    library: 'Adresse der Inhalte-Bibliothek',
    libraryHint: 'Auf dem eigenen Server; Besucher können dann einen freigegebenen Text wählen.',
    look: 'Aussehen',
    size: 'Größe',
    small: 'klein',
    medium: 'mittel',
    large: 'groß',
    show: 'Zeigen',
    both: 'Zeichen und Namen',
    icons: 'nur Zeichen',
    labels: 'nur Namen',
    more: 'Verhalten',
    mastodon: 'Bei Mastodon nach dem eigenen Server fragen',
    quote: 'Markierten Text als Zitat anbieten',
    classic: 'Klassisches Skript statt Modul',
    preview: 'So sieht es aus',
    quotable: 'Markiere ein paar Wörter dieses Satzes, und sie lassen sich als Zitat weitersagen.',
    snippet: 'Schnipsel für die Seite',
    snippetHint: 'Lege {file} in das Wurzelverzeichnis deines Servers.',
    policy: 'Zeile für die Content-Security-Policy',
    privacy: 'Absatz für die Datenschutzerklärung',
    copy: 'Kopieren',
    copied: 'Kopiert',
    system: 'Teilen-Menü des Geräts',
  },
  en: {
    title: 'Passing on, on your website',
    intro: 'Choose what visitors see. Below are the snippet and everything that goes with it.',
    language: 'Language',
    networks: 'Networks',
    networksHint: 'They appear in the order you tick them.',
    address: 'Address that is shared',
    addressHint: 'Empty: the page that the element is on. With an address there are links without a script, too.',
    text: 'Text with it',
    hashtags: 'Hashtags',
    via: 'Account as the source (X)',
    campaign: 'Campaign',
    campaignHint: 'Adds utm_source, utm_medium and utm_campaign to the link.',
    library: 'Address of the content library',
    libraryHint: 'On your own server; visitors can then pick an approved text.',
    look: 'Look',
    size: 'Size',
    small: 'small',
    medium: 'medium',
    large: 'large',
    show: 'Show',
    both: 'signs and names',
    icons: 'signs only',
    labels: 'names only',
    more: 'Behaviour',
    mastodon: 'Ask for the visitor’s own Mastodon server',
    quote: 'Offer selected text as a quote',
    classic: 'Classic script instead of a module',
    preview: 'What it looks like',
    quotable: 'Select a few words of this sentence, and they can be passed on as a quote.',
    snippet: 'Snippet for the page',
    snippetHint: 'Put {file} into the root folder of your server.',
    policy: 'Line for the content security policy',
    privacy: 'Paragraph for the privacy policy',
    copy: 'Copy',
    copied: 'Copied',
    system: 'The device’s share menu',
  },
};
