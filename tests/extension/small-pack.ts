/** A guideline of two rules and a library of one item, for tests that need to know every rule. */
export const smallPack = {
  format: 1,
  id: 'small',
  version: '1',
  name: { de: 'Kleine Leitlinie', en: 'Small guideline' },
  owner: { name: 'Kommunikation' },
  timeZone: 'Europe/Berlin',
  roles: [{ id: 'expert', name: { de: 'Fachleute', en: 'Experts' } }],
  rules: [
    {
      id: 'secret-project',
      level: 'block',
      title: { de: 'Vertrauliches', en: 'Confidential' },
      message: { de: '„{match}“ ist vertraulich.', en: '“{match}” is confidential.' },
      check: { type: 'phrases', phrases: [{ text: 'Geheimprojekt', replace: 'Vorhaben' }] },
      examples: { good: ['Unser Vorhaben läuft.'], bad: ['Unser Geheimprojekt läuft.'] },
    },
    {
      id: 'one-a-day',
      level: 'warn',
      title: { de: 'Schon gepostet', en: 'Posted already' },
      message: { de: 'Höchstens ein Beitrag am Tag.', en: 'At most one post a day.' },
      check: { type: 'frequency', perDay: 1 },
    },
  ],
};

export const smallLibrary = {
  format: 1,
  id: 'small-library',
  name: { de: 'Kleine Bibliothek', en: 'Small library' },
  items: [
    {
      id: 'summer-fair',
      title: { de: 'Sommerfest', en: 'Summer fair' },
      url: 'https://newsroom.example/summer-fair',
      captions: [{ lang: 'de', text: 'Kommt alle zum Sommerfest!' }],
    },
    { id: 'broken', title: { de: 'Kaputt' }, url: 'https://newsroom.example/broken' },
  ],
};
