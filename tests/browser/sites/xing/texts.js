import { pageLanguage } from '../common/demo-state.js';

export const texts = {
  de: { feed: 'Demo-Startseite', compose: 'Beitrag schreiben', label: 'Dein Beitrag', publish: 'Veröffentlichen' },
  en: { feed: 'Demo home', compose: 'Write a post', label: 'Your post', publish: 'Publish' },
}[pageLanguage];
