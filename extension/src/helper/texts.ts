/** Everything the helper says in the company's pages. */
import type { UiLanguage } from '../messages';

export interface Texts {
  share: string;
  title: string;
  close: string;
  quote: string;
  approved: string;
  proposed: string;
  yourWords: string;
  caption(number: number): string;
  text: string;
  network: string;
  shareOn(network: string): string;
  pasteThere: string;
  copyText: string;
  copyPicture: string;
  copied: string;
  pictureCopied: string;
  altCopied: string;
  copyFailed: string;
  clean: string;
  findings(count: number): string;
  levels: Record<'hint' | 'ask' | 'warn' | 'block', string>;
  embargo(when: string): string;
  expired: string;
  internal: string;
  failed: string;
  /** Entries of the browser's context menu. */
  menuPage: string;
  menuQuote: string;
}

const de: Texts = {
  share: 'Mit Botschaft teilen',
  title: 'Diese Seite teilen',
  close: 'Schließen',
  quote: 'Zitat teilen',
  approved: 'Freigegebener Text',
  proposed: 'Vorschlag aus der Seite',
  yourWords: 'Deine Worte',
  caption: (number) => `Text ${number}`,
  text: 'Dein Beitrag',
  network: 'Netzwerk',
  shareOn: (network) => `Auf ${network} teilen`,
  pasteThere: 'Der Text liegt in der Zwischenablage: dort einfügen.',
  copyText: 'Text kopieren',
  copyPicture: 'Bild mit Beschreibung kopieren',
  copied: 'Kopiert',
  pictureCopied: 'Bild und Beschreibung kopiert',
  altCopied: 'Der Browser kopiert dieses Bild nicht; die Beschreibung ist kopiert.',
  copyFailed: 'Der Browser ließ das Kopieren nicht zu.',
  clean: 'Passt zur Leitlinie',
  findings: (count) => (count === 1 ? '1 Hinweis der Leitlinie' : `${count} Hinweise der Leitlinie`),
  levels: { hint: 'Hinweis', ask: 'Frage', warn: 'Warnung', block: 'Stopp' },
  embargo: (when) => `Diese Seite hat eine Sperrfrist bis ${when}. Bis dahin bitte nicht teilen.`,
  expired: 'Diese Seite ist nicht mehr zum Teilen gedacht.',
  internal: 'Diese Seite ist intern und wird nicht geteilt.',
  failed: 'Botschaft antwortet nicht. Lade die Seite neu.',
  menuPage: 'Diese Seite mit Botschaft teilen',
  menuQuote: 'Auswahl als Zitat teilen',
};

const en: Texts = {
  share: 'Share as ambassador',
  title: 'Share this page',
  close: 'Close',
  quote: 'Share the quote',
  approved: 'Approved text',
  proposed: 'Proposal from the page',
  yourWords: 'Your words',
  caption: (number) => `Text ${number}`,
  text: 'Your post',
  network: 'Network',
  shareOn: (network) => `Share on ${network}`,
  pasteThere: 'The text is on the clipboard: paste it there.',
  copyText: 'Copy the text',
  copyPicture: 'Copy the picture with its description',
  copied: 'Copied',
  pictureCopied: 'Picture and description copied',
  altCopied: 'The browser does not copy this picture; its description is copied.',
  copyFailed: 'The browser did not let us copy.',
  clean: 'Fits the guideline',
  findings: (count) => (count === 1 ? '1 remark of the guideline' : `${count} remarks of the guideline`),
  levels: { hint: 'Hint', ask: 'Question', warn: 'Warning', block: 'Stop' },
  embargo: (when) => `This page is under embargo until ${when}. Please do not share it before.`,
  expired: 'This page is not meant to be shared any more.',
  internal: 'This page is internal and is not shared.',
  failed: 'Botschaft does not answer. Reload the page.',
  menuPage: 'Share this page as ambassador',
  menuQuote: 'Share the selection as a quote',
};

export const texts: Record<UiLanguage, Texts> = { de, en };
