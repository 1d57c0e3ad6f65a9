import { pageLanguage } from '../common/demo-state.js';

const texts = {
  de: {
    feed: 'Demo-Feed',
    start: 'Beitrag beginnen',
    compose: 'Beitrag erstellen',
    editor: 'Texteditor zum Erstellen von Inhalten',
    placeholder: 'Worüber möchten Sie sprechen?',
    post: 'Posten',
    schedule: 'Planen',
    scheduleStep: 'Für später planen',
    next: 'Weiter',
    close: 'Schließen',
    bold: 'Fett',
    comment: 'Kommentieren',
    commentEditor: 'Texteditor zum Erstellen von Kommentaren',
    image: 'Bild anhängen',
    imageAlt: 'Angehängtes Bild',
  },
  en: {
    feed: 'Demo feed',
    start: 'Start a post',
    compose: 'Create a post',
    editor: 'Text editor for creating content',
    placeholder: 'What do you want to talk about?',
    post: 'Post',
    schedule: 'Schedule',
    scheduleStep: 'Schedule for later',
    next: 'Next',
    close: 'Dismiss',
    bold: 'Bold',
    comment: 'Comment',
    commentEditor: 'Text editor for creating comments',
    image: 'Attach a picture',
    imageAlt: 'Attached picture',
  },
}[pageLanguage];

export { texts };
