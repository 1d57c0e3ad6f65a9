// Approved content that is written into the network's own composer is recognised there: by its link, whatever tags it
// carries, and by its words. Its embargo and the limits of the content hold as they do in the side panel.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { composerCalled, openComposer } from './harness/composers';
import { posted } from './harness/editors';
import { applyGuideline, ask, stopBackground } from './harness/extension';
import { Overlay } from './harness/overlay';
import { type Session, startSession } from './harness/session';
import { until } from './harness/waiting';

const text = (de: string, en: string) => ({ de, en });
const rule = (id: string, level: string, check: object) => ({
  id: id.toLowerCase(),
  level,
  title: text(id, id),
  message: text('{period}. Ab {next}.', '{period}. From {next}.'),
  check,
});
const guideline = {
  format: 1,
  id: 'items',
  version: '1',
  name: text('Inhalte', 'Items'),
  timeZone: 'UTC',
  topics: [{ id: 'nacht', name: text('Nacht', 'Night'), phrases: ['Nachtschicht'] }],
  rules: [
    rule('Freigabe', 'block', { type: 'calendar', content: true }),
    rule('Einmal', 'warn', { type: 'frequency', of: 'item', minGapDays: 30 }),
    rule('Thema', 'warn', { type: 'frequency', of: 'topic', topics: ['nacht'], perMonth: 1, perDay: 1 }),
  ],
};
const caption = 'Wer nachts durch Moorbek geht, sieht Licht in der Leitwarte: Dort wachen sechs von uns über das Netz.';
const library = {
  format: 1,
  id: 'items',
  name: text('Inhalte', 'Items'),
  items: [
    {
      id: 'secret',
      title: text('Geheim', 'Secret'),
      url: 'https://www.silbertann.example/newsroom/geheim',
      embargo: '2090-01-01T08:00',
      captions: [{ lang: 'de', text: 'Noch darf niemand wissen, was am ersten Januar in Moorbek beginnt.' }],
    },
    {
      id: 'control-room',
      title: text('Leitwarte', 'Control room'),
      url: 'https://www.silbertann.example/newsroom/leitwarte',
      captions: [{ lang: 'de', text: caption }],
    },
  ],
};

describe('approved content in the composer', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
    await applyGuideline(session.chromium, guideline);
    const status = await ask(session.chromium, 'loadLibraryFile', { name: 'l.json', json: JSON.stringify(library) });
    assert.deepEqual(status.loadedLibrary?.leftOut, []);
  });
  after(() => session.close());

  const write = async (words: string): Promise<[Page, Overlay]> => {
    const page = await openComposer(session.chromium, composerCalled('X post in the page'));
    await page.keyboard.type(words);
    return [page, await Overlay.of(page)];
  };
  const press = (page: Page) => page.click('[data-testid="tweetButtonInline"]');
  const history = async () => (await ask(session.chromium, 'stored', {})).stored.history as { item?: string }[];

  test('the link of an item under embargo holds the post, with campaign tags on it', async () => {
    const [page, overlay] = await write('https://silbertann.example/newsroom/geheim/?utm_source=x&utm_campaign=a');
    await overlay.find('pill', ({ name }) => /Jetzt nicht: Freigabe \(Sperrfrist\)/.test(name));
    await press(page);
    await overlay.find('dialog');
    assert.deepEqual(await posted(page), []);
    await page.close();
  });

  test('a caption posted without its link counts for its item, and the same in other words is told', async () => {
    const [page, overlay] = await write(caption);
    await overlay.find('pill', ({ name }) => !/Jetzt nicht/.test(name));
    await press(page);
    const [first] = await until('it is remembered', history, (list) => (list ?? []).length === 1);
    assert.equal(first?.item, 'control-room');
    await page.close();

    const [again, told] = await write('Neues: https://www.silbertann.example/newsroom/leitwarte');
    await told.find('pill', ({ name }) => /Jetzt nicht: Einmal/.test(name));
    await again.close();
  });

  for (const [uiLanguage, said] of [
    ['de', /liegt in der Zukunft und zählt nicht.*Uhr und Zeitzone prüfen/],
    ['en', /lies in the future and does not count.*Check the clock/],
  ] as const) {
    test(`a clock that was set back is told in the panel, and nothing is lost (${uiLanguage})`, async () => {
      await ask(session.chromium, 'saveSettings', { uiLanguage });
      const worker = await session.chromium.background();
      const kept = await worker.evaluate(async () => {
        const { history: all } = (await chrome.storage.local.get('history')) as { history: { at: string }[] };
        const soon = new Date(Date.now() + 86_400_000).toISOString();
        await chrome.storage.local.set({ history: all.map((entry) => ({ ...entry, at: soon })) });
        return all;
      });
      // Only a background that starts anew reads what is stored.
      await stopBackground(session.chromium);
      const [page, overlay] = await write('Ein ruhiger Satz aus Moorbek.');
      await overlay.click('pill');
      assert.match((await overlay.find('core-notice')).text, said);
      assert.equal((await history()).length, kept.length);
      await page.close();
      await (await session.chromium.background()).evaluate(
        (before) => chrome.storage.local.set({ history: before }),
        kept as unknown as Record<string, string>[],
      );
      await stopBackground(session.chromium);
    });
  }

  test('a topic that the words tell counts from post to post', async () => {
    await ask(session.chromium, 'saveSettings', { uiLanguage: 'de' });
    const [page, overlay] = await write('Unsere Nachtschicht hat heute Waffeln gebacken.');
    await overlay.find('pill', ({ name }) => !/Jetzt nicht/.test(name));
    await press(page);
    const list = await until('it is remembered', history, (entries) => (entries ?? []).length === 2);
    assert.deepEqual((list[1] as { topics?: string[] }).topics, ['nacht']);
    await page.close();
    const [again, told] = await write('Die Nachtschicht hat noch einen Wunsch.');
    await told.find('pill', ({ name }) => /Jetzt nicht: Thema/.test(name));
    await again.close();
  });
});
