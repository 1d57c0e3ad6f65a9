import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAllowedUrl, parseObject, readDocument } from '../../extension/src/background/fetch-document';
import { defaultSettings, readSettings, resolveLanguage } from '../../extension/src/background/settings';

test('nothing stored, or something unreadable, gives the default settings', () => {
  for (const stored of [undefined, null, 7, 'x', []]) assert.deepEqual(readSettings(stored), defaultSettings);
});

test('one unreadable part falls back to its default and the rest stays', () => {
  assert.deepEqual(
    readSettings({
      uiLanguage: 'fr',
      role: 'expert',
      topics: ['energy', 3, ''],
      sites: { 'x.com': 'off', 'a.b': 'inline' },
    }),
    { ...defaultSettings, role: 'expert', topics: ['energy'], sites: { 'x.com': 'off' } },
  );
});

test('the time is counted only where it was switched on, and a budget is a number of minutes of a day', () => {
  assert.equal(readSettings({ countTime: 'yes' }).countTime, false);
  assert.equal(readSettings({ countTime: true, workMinutes: 29.6 }).workMinutes, 30);
  for (const workMinutes of [0, -3, 1441, Number.NaN, '30']) assert.equal(readSettings({ workMinutes }).workMinutes, 0);
});

test('the language is the one chosen, else the browser’s, else English', () => {
  assert.equal(resolveLanguage({ ...defaultSettings, uiLanguage: 'en' }, 'de-DE'), 'en');
  assert.equal(resolveLanguage(defaultSettings, 'de-AT'), 'de');
  assert.equal(resolveLanguage(defaultSettings, 'fr'), 'en');
});

test('guidelines come over https, or from this machine', () => {
  assert.equal(isAllowedUrl('https://newsroom.example/pack.json'), true);
  assert.equal(isAllowedUrl('http://localhost:8080/pack.json'), true);
  assert.equal(isAllowedUrl('http://newsroom.example/pack.json'), false);
  assert.equal(isAllowedUrl('file:///etc/passwd'), false);
  assert.equal(isAllowedUrl('pack.json'), false);
});

test('a document is a JSON object, with or without a byte order mark', () => {
  assert.deepEqual(parseObject('\uFEFF{"a":1}'), { ok: true, value: { a: 1 } });
  for (const text of ['', '[]', '3', 'null', '{"a":']) {
    const document = readDocument(text);
    assert.equal(document.ok, false, text);
    assert.equal(!document.ok && document.code, 'not-json', text);
  }
  const large = readDocument(`{"a":"${'x'.repeat(4_000_000)}"}`);
  assert.equal(!large.ok && large.code, 'too-large');
});
