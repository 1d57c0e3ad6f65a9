// What the overlay says in the page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerInWords, fixLabel, shortTime, texts, timingInWords, wallTime } from '../../extension/src/overlay/texts';
import { luminance } from '../../extension/src/overlay/theme';

describe('texts', () => {
  test('no text is empty, and none was left in the other language', () => {
    const same = ['Botschaft'];
    for (const [key, german] of Object.entries(texts.de)) {
      const english = texts.en[key as keyof typeof texts.en];
      if (typeof german !== 'string' || typeof english !== 'string') continue;
      assert.ok(german.trim() && english.trim(), key);
      if (!same.includes(german)) assert.notEqual(german, english, `"${key}" is the same in German and English.`);
    }
  });

  test('one and many', () => {
    assert.equal(texts.de.count(1), '1 Fund');
    assert.equal(texts.de.count(2), '2 Funde');
    assert.equal(texts.en.count(1), '1 finding');
    assert.equal(texts.en.count(0), '0 findings');
  });

  test('a fix says what it does', () => {
    assert.equal(fixLabel(texts.de, { start: 3, end: 9, text: 'Vorhaben' }), 'Durch „Vorhaben“ ersetzen');
    assert.equal(fixLabel(texts.en, { start: 0, end: 0, text: 'Ad:\n' }), 'Insert “Ad:”');
    assert.equal(fixLabel(texts.de, { start: 3, end: 9, text: '' }), 'Streichen');
    assert.equal(fixLabel(texts.de, { start: 3, end: 9, text: ' ' }), 'Streichen');
    const word = { start: 4, end: 9 };
    assert.equal(fixLabel(texts.de, { start: 3, end: 9, text: '' }, '#viral', word), '„#viral“ streichen');
    assert.equal(fixLabel(texts.en, { start: 4, end: 5, text: '' }, '#viral', word), 'Remove', 'only a part of it');
  });

  test('what became of the last answer is told where somebody still has to agree', () => {
    assert.equal(answerInWords(texts.de, ['other-text', 'expired']), 'Die Freigabe für diesen Text ist abgelaufen.');
    assert.equal(answerInWords(texts.en, ['expired']), 'The approval for this text has expired.');
    assert.equal(answerInWords(texts.en, ['expired', 'refused']), 'The last request for this text was refused.');
    assert.equal(answerInWords(texts.en, ['changes', 'expired']), 'Changes to this text are wanted.');
    assert.equal(answerInWords(texts.en, ['other-text', 'valid']), null);
  });

  test('why now is not good and when it is again are said in one sentence', () => {
    const timing = { good: false, next: '2026-11-27T08:00', because: ['Feiertag (Allerheiligen)', 'Ruhezeit'] };
    assert.equal(
      timingInWords('de', timing),
      'Jetzt nicht: Feiertag (Allerheiligen), Ruhezeit. Nächste gute Zeit: Fr., 27. November um 08:00',
    );
    assert.equal(timingInWords('en', { good: false, because: ['Pause'] }), 'Not now: Pause');
    assert.equal(timingInWords('en', { good: true, next: '2026-11-27T08:00' }), 'A good time to post');
    assert.equal(shortTime('de', '2026-11-27T08:00'), 'Fr 08:00');
    assert.equal(shortTime('en', '2026-11-27T08:00'), 'Fri 08:00');
  });

  test('the next good time keeps the digits of the pack’s zone, whatever zone the machine is in', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
        process.env.TZ = zone;
        assert.match(wallTime('de', '2026-11-25T08:30'), /Mi.*25\. November.*08:30/);
        assert.match(wallTime('en', '2026-11-25T08:30'), /Wed.*25 November.*08:30/);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
    assert.equal(wallTime('de', 'soon'), 'soon');
  });
});

test('luminance tells light pages from dark ones', () => {
  assert.equal(luminance([255, 255, 255]), 1);
  assert.equal(luminance([0, 0, 0]), 0);
  assert.ok(luminance([21, 32, 43]) < 0.1, 'X, dim');
  assert.ok(luminance([244, 242, 238]) > 0.8, 'LinkedIn, light');
});
