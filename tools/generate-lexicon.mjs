// Writes lexicon.json, the words that a tone is told by, from shared/lexicons/*.json and from lists in npm packages whose
// licences allow it (NOTICE names them), and lexicon.cpp, the same for the command. Each group keeps the name of its
// source, so that a word can be traced.
// Usage: node tools/generate-lexicon.mjs OUT_DIR
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isMain, root } from './lib/run.mjs';

const require = createRequire(import.meta.url);
const lexiconFolder = join(root, 'shared/lexicons');

function sourceOf(name) {
  const { version, license } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return `npm ${name} ${version} (${license})`;
}

const moduleOf = (path) => import(join(root, 'node_modules', path));

/** Words that a separator or an ending's mark would break. */
const isWord = (word) => !/[|>~*/,]/.test(word) && word.trim() === word && word.length > 1;

function ownGroups() {
  const files = readdirSync(lexiconFolder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name) => JSON.parse(readFileSync(join(lexiconFolder, name), 'utf8')).groups);
}

/** VADER's lexicon: 20 people rated each word from -4 to 4; a hundredth of our scale is 1/25 of theirs. */
function vaderGroups(choice) {
  const left = new Set(choice.skip);
  const rated = readFileSync(join(root, 'node_modules/vader-sentiment/vader_lexicon.txt'), 'utf8');
  const byWeight = new Map();
  for (const line of rated.split('\n')) {
    const [word, mean] = line.split('\t');
    if (!word || !/^[a-z][a-z'-]*$/.test(word) || left.has(word)) continue;
    const weight = Math.round((Number(mean) * 25) / 10) * 10;
    if (weight === 0) continue;
    byWeight.set(weight, [...(byWeight.get(weight) ?? []), word]);
  }
  return [...byWeight]
    .sort(([a], [b]) => a - b)
    .map(([weight, words]) => ({
      id: `vader-${weight < 0 ? 'minus-' : ''}${Math.abs(weight)}`,
      source: sourceOf('vader-sentiment'),
      reason: {
        de: 'Von zwanzig Menschen für VADER als freundlich oder unfreundlich bewertet.',
        en: 'Rated friendly or unfriendly by twenty people for VADER.',
      },
      dimension: 'friendliness',
      weight,
      languages: ['en'],
      words: [words.join('|')],
    }));
}

/** What remains of a list after what means something else in posts. */
function listGroup(name, words, choice, more) {
  const skip = new Set(choice.skip);
  const kept = words.filter((word) => isWord(word) && !skip.has(word));
  return { source: sourceOf(name), languages: ['en'], ...more, words: [kept.join('|')] };
}

/** Of each pattern: what is inconsiderate, and up to two considerate words. */
function equalityGroup(patterns, choice) {
  const skip = new Set(choice.skip);
  const words = [];
  for (const { type, inconsiderate, considerate } of patterns) {
    for (const phrase of Object.keys(inconsiderate)) {
      const isGendered = /(man|men|woman|women)$/.test(phrase);
      if ((type !== 'basic' && !isGendered) || phrase !== phrase.toLowerCase() || !isWord(phrase)) continue;
      if (skip.has(phrase)) continue;
      const instead = Object.keys(considerate ?? {})
        .filter(isWord)
        .slice(0, 2);
      words.push(instead.length > 0 ? `${phrase}>${instead.join('/')}` : phrase);
    }
  }
  return {
    id: 'equality-en',
    source: sourceOf('retext-equality'),
    reason: { de: 'Kann Menschen verletzen oder ausschließen.', en: 'May hurt or exclude people.' },
    dimension: 'inclusiveness',
    weight: -35,
    languages: ['en'],
    words: [words.join('|')],
  };
}

async function makeLexicon() {
  const choices = JSON.parse(readFileSync(join(root, 'tools/lexicon-choices.json'), 'utf8'));
  const { hedges } = await moduleOf('hedges/index.js');
  const { cuss } = await moduleOf('cuss/index.js');
  const { patterns } = await moduleOf('retext-equality/lib/patterns-en.js');
  const profane = Object.entries(cuss).flatMap(([word, rating]) => (rating === 2 && word.length > 2 ? [word] : []));
  return {
    format: 1,
    groups: [
      ...ownGroups(),
      ...vaderGroups(choices.vader),
      listGroup('hedges', hedges, choices.hedges, {
        id: 'hedges-en',
        reason: { de: 'Schränkt ein.', en: 'Hedges.' },
        dimension: 'certainty',
        weight: -35,
      }),
      listGroup('buzzwords', require('buzzwords'), choices.buzzwords, {
        id: 'buzzwords-en',
        reason: { de: 'Schlagwort der Geschäftssprache.', en: 'Business buzzword.' },
        dimension: 'jargon',
        weight: 25,
      }),
      listGroup('cuss', profane, choices.cuss, {
        id: 'profane-en',
        reason: { de: 'Wird fast nur als Schimpfwort gebraucht.', en: 'Hardly used but to swear or to insult.' },
        dimension: 'aggression',
        weight: 55,
      }),
      equalityGroup(patterns, choices.equality),
    ],
  };
}

/** Compilers differ in how long a literal may be; pieces of this length suit all. */
const pieceLength = 8000;

function sourceCode(json) {
  const pieces = json.match(new RegExp(`[^]{1,${pieceLength}}`, 'gu')).map((piece) => `R"lexicon(${piece})lexicon"`);
  return `// Generated by tools/generate-lexicon.mjs. Do not edit.
#include "session_setup.h"

namespace botschaft::cli {

std::string_view lexicon() {
  return ${pieces.join('\n      ')};
}

}  // namespace botschaft::cli
`;
}

if (isMain(import.meta.url)) {
  const [outDir] = process.argv.slice(2);
  if (!outDir) {
    console.error('Usage: node tools/generate-lexicon.mjs OUT_DIR');
    process.exit(2);
  }
  const json = JSON.stringify(await makeLexicon());
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, 'lexicon.json'), json);
  writeFileSync(join(outDir, 'lexicon.cpp'), sourceCode(json));
}
