import { pageLanguage } from '../common/demo-state.js';

export const texts = {
  de: {
    feed: 'Demo-Feed',
    compose: 'Neuer Post',
    publish: 'Post veröffentlichen',
    post: 'Posten',
    add: 'Weiteren Post zum Thread hinzufügen',
  },
  en: {
    feed: 'Demo feed',
    compose: 'New post',
    publish: 'Publish post',
    post: 'Post',
    add: 'Add another post to thread',
  },
}[pageLanguage];
