import { pageLanguage } from '../common/demo-state.js';

export const texts = {
  de: {
    timeline: 'Demo-Timeline',
    post: 'Posten',
    postAll: 'Alle posten',
    reply: 'Antworten',
    add: 'Beitrag hinzufügen',
    placeholder: 'Was gibt’s Neues?',
    replyPlaceholder: 'Deine Antwort',
    editor: 'Text des Beitrags',
    close: 'Schließen',
  },
  en: {
    timeline: 'Demo timeline',
    post: 'Post',
    postAll: 'Post all',
    reply: 'Reply',
    add: 'Add post',
    placeholder: 'What is happening?',
    replyPlaceholder: 'Post your reply',
    editor: 'Post text',
    close: 'Close',
  },
}[pageLanguage];
