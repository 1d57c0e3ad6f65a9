import { pageLanguage } from '../common/demo-state.js';

export const texts = {
  de: {
    feed: 'Demo-Feed',
    compose: 'Neuer Beitrag',
    caption: 'Bildunterschrift verfassen …',
    share: 'Teilen',
    picture: 'Angehängtes Bild',
  },
  en: {
    feed: 'Demo feed',
    compose: 'New post',
    caption: 'Write a caption…',
    share: 'Share',
    picture: 'Attached picture',
  },
}[pageLanguage];
