import { pageLanguage } from '../common/demo-state.js';

export const texts = {
  de: {
    feed: 'Demo-Feed',
    placeholder: 'Was machst du gerade?',
    compose: 'Beitrag erstellen',
    next: 'Weiter',
    post: 'Posten',
    settings: 'Einstellungen des Beitrags',
    commentAs: 'Als Anna Beispiel kommentieren',
    comment: 'Kommentieren',
  },
  en: {
    feed: 'Demo feed',
    placeholder: 'What’s on your mind?',
    compose: 'Create post',
    next: 'Next',
    post: 'Post',
    settings: 'Post settings',
    commentAs: 'Comment as Anna Beispiel',
    comment: 'Comment',
  },
}[pageLanguage];
