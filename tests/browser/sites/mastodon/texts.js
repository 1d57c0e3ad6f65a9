import { pageLanguage } from '../common/demo-state.js';

export const texts = {
  de: {
    home: 'Demo-Startseite',
    placeholder: 'Was gibt’s Neues?',
    warning: 'Inhaltswarnung',
    post: 'Beitrag veröffentlichen',
  },
  en: { home: 'Demo home', placeholder: 'What’s on your mind?', warning: 'Content warning', post: 'Post' },
}[pageLanguage];
