import { pageLanguage } from '../common/demo-state.js';

export const texts = {
  de: {
    home: 'Intranet der Silbertann',
    comment: 'Dein Kommentar',
    send: 'Senden',
    news: 'Neuigkeit',
    publish: 'Veröffentlichen',
  },
  en: { home: 'Intranet of Silbertann', comment: 'Your comment', send: 'Send', news: 'News', publish: 'Publish' },
}[pageLanguage];
