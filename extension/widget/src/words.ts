/** What the widget says itself, in German and English; every word can be replaced by an attribute `label-KEY`. */
export interface Words {
  /** Of the list of links. */
  list: string;
  /** Of a link; {name} is the network. */
  to: string;
  copy: string;
  copied: string;
  failed: string;
  system: string;
  mail: string;
  quote: string;
  /** Button that offers approved texts. */
  texts: string;
  none: string;
  unavailable: string;
  /** Of the chosen text. */
  own: string;
  server: string;
  remember: string;
  open: string;
}

export const words: Record<'de' | 'en', Words> = {
  de: {
    list: 'Weitersagen',
    to: 'Auf {name} teilen',
    copy: 'Link kopieren',
    copied: 'Link kopiert',
    failed: 'Kopieren ging nicht. Der Link: ',
    system: 'Mehr …',
    mail: 'E-Mail',
    quote: 'Zitat teilen',
    texts: 'Text vorschlagen',
    none: 'Für diese Seite gibt es keine Vorschläge.',
    unavailable: 'Die Vorschläge sind gerade nicht da. Teilen geht trotzdem.',
    own: 'Ohne Text',
    server: 'Dein Mastodon-Server',
    remember: 'Auf diesem Gerät merken',
    open: 'Weiter',
  },
  en: {
    list: 'Pass it on',
    to: 'Share on {name}',
    copy: 'Copy link',
    copied: 'Link copied',
    failed: 'Could not copy. The link: ',
    system: 'More …',
    mail: 'Email',
    quote: 'Share quote',
    texts: 'Suggest a text',
    none: 'There are no suggestions for this page.',
    unavailable: 'The suggestions are not there right now. Sharing works all the same.',
    own: 'No text',
    server: 'Your Mastodon server',
    remember: 'Remember on this device',
    open: 'Continue',
  },
};
