import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dictionaries, translate, translateCount } from '../../extension/src/i18n';
import { en, type TextKey } from '../../extension/src/i18n/en';

// Object.keys of a record typed by its keys.
const keys = Object.keys(en) as TextKey[];
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const source = fileURLToPath(new URL('../../extension/src/', import.meta.url));

test('German and English have the same texts, and none is empty', () => {
  for (const [language, dictionary] of Object.entries(dictionaries)) {
    assert.deepEqual(Object.keys(dictionary).sort(), [...keys].sort(), `${language} has other texts than English`);
    for (const [key, text] of Object.entries(dictionary))
      assert.notEqual(text.trim(), '', `${language} ${key} is empty`);
  }
});

test('a text has the same placeholders in both languages', () => {
  for (const key of keys) {
    assert.deepEqual(placeholders(dictionaries.de[key]), placeholders(en[key]), `${key} differs in its placeholders`);
  }
});

test('every text is used somewhere', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/^i18n\/(de|en)\.ts$/.test(file),
  );
  const code = files.map((file) => readFileSync(join(source, file), 'utf8')).join('\n');
  // Texts that are put together from a prefix and a value, such as `level.${level}`.
  const prefixes = [...code.matchAll(/`([a-z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map((match) => match[1] ?? '');
  const unused = keys.filter((key) => {
    const base = key.replace(/\.one$/, '');
    return !code.includes(`'${base}'`) && !prefixes.some((prefix) => key.startsWith(prefix));
  });
  assert.deepEqual(unused, [], 'these texts are in the dictionaries and nowhere else');
});

test('placeholders are filled in, and exactly one has its own form', () => {
  assert.equal(translate('de', 'check.length', { used: 3, limit: 280 }), '3 von 280 Zeichen');
  assert.equal(translateCount('en', 'check.findings', 1), '1 finding');
  assert.equal(translateCount('en', 'check.findings', 0), '0 findings');
});

test('the browser’s own texts are there in both languages', () => {
  const read = (language: string): Record<string, { message: string }> =>
    JSON.parse(
      readFileSync(new URL(`../../extension/public/_locales/${language}/messages.json`, import.meta.url), 'utf8'),
    );
  const [german, english] = [read('de'), read('en')];
  assert.deepEqual(Object.keys(german), Object.keys(english));
  // Stores and browsers cut a description after 132 characters.
  for (const { description } of [german, english]) assert.ok((description?.message.length ?? 999) <= 132);
});
