// What the demo types and looks for, in both languages.

export type Lang = 'de' | 'en';

export const words = {
  de: {
    chooseDemo: 'Mit der Beispielfirma ausprobieren',
    draft: 'Die neue TannBox ist großartig geworden 🌲 Mit ihr ist unser Haus völlig autark. #WirSindSilbertann',
    secret: ' Bald mehr zu Projekt Eisvogel',
    shortDraft: 'Heute Auftakt für Projekt Eisvogel ☀️',
    search: 'TannBox',
    searchLabel: 'Bibliothek durchsuchen',
    makeYours: /In deinen Worten/,
    own: 'Ich arbeite bei Silbertann an der Software der TannBox. Am Montag hat die erste Serie das Werk verlassen ☕',
    share: 'Auf X teilen: Die dritte TannBox ist da',
    pasted: 'Mit der TannBox seid ihr völlig autark, garantiert!!!! Mehr dazu: https://bit.ly/abc',
  },
  en: {
    chooseDemo: 'Try it with the demo company',
    draft: 'The new Tann Box turned out amazing 🌲 With it our house is fully self-sufficient. #LifeAtSilbertann',
    secret: ' More about Project Kingfisher soon',
    shortDraft: 'Kick-off of Project Kingfisher today ☀️',
    search: 'TannBox',
    searchLabel: 'Search the library',
    makeYours: /Make it yours/,
    own: 'I work at Silbertann on the software of the TannBox. On Monday the first series left the plant ☕',
    share: 'Share on X: The third TannBox is here',
    pasted: 'With the TannBox you are fully self-sufficient, guaranteed!!!! More: https://bit.ly/abc',
  },
} as const;
