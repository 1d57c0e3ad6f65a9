import { pageLanguage } from '../common/demo-state.js';

export const texts = {
  de: {
    feed: 'Demo-Feed',
    compose: 'Neuer Thread',
    placeholder: 'Was gibt’s Neues?',
    label: 'Leeres Textfeld. Gib einen neuen Beitrag ein.',
    add: 'Zum Thread hinzufügen',
    post: 'Posten',
  },
  en: {
    feed: 'Demo feed',
    compose: 'New thread',
    placeholder: 'What’s new?',
    label: 'Empty text field. Type to compose a new post.',
    add: 'Add to thread',
    post: 'Post',
  },
}[pageLanguage];
