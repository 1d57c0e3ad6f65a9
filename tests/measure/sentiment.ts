/**
 * Sentiment: sentences told right as praise or blame, in English and German, beside the lexicon tools on npm. On sentences
 * that nothing was tuned on, and on those that were looked at.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ask } from './lib/ask';

const require = createRequire(import.meta.url);
const root = new URL('../../', import.meta.url);

/** A text and whether it praises. */
type Labelled = { text: string; praises: boolean; hash: string };
/** Above 0 praise, below 0 blame, 0 neither. */
type Judge = (texts: string[]) => Promise<number[]>;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 3,000 sentences of reviews, as the package `sentiment` carries them, in the order of their hashes. */
function english(): Labelled[] {
  const sets = ['amazon', 'imdb', 'yelp'].flatMap(
    (name) => require(`sentiment/test/fixtures/${name}.json`) as { text: string; class: number }[],
  );
  return sets
    .map((one) => ({ text: one.text, praises: one.class === 1, hash: hashOf(one.text) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
}

/** Translations of the first of them; the labels are those of the English sentences. */
function german(all: Labelled[]): Labelled[] {
  const lines = readFileSync(new URL('tests/measure/data/reviews-de.jsonl', root), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { of, text } = JSON.parse(line) as { of: string; text: string };
    const original = all.find(({ hash }) => hash.startsWith(of));
    if (!original) throw new Error(`No sentence has the hash ${of}…`);
    return { text, praises: original.praises, hash: original.hash };
  });
}

type Answer = { tone?: { dimension: string; score: number }[] };

function botschaft(lang: string): Judge {
  return async (texts) => {
    const lexicon = JSON.parse(
      readFileSync(fileURLToPath(new URL('build/native/generated/lexicon.json', root)), 'utf8'),
    ) as object;
    const requests = texts.map((text) => ({ op: 'check', text, lang, tone: 'profile' }));
    const answers = ask<Answer>([{ op: 'loadLexicon', lexicon }, ...requests]).slice(1);
    return answers.map(({ tone }) => (tone?.find(({ dimension }) => dimension === 'friendliness')?.score ?? 50) - 50);
  };
}

const each =
  (judge: (text: string) => number): Judge =>
  async (texts) =>
    texts.map(judge);

function vader(): Judge {
  const { SentimentIntensityAnalyzer } = require('vader-sentiment') as {
    SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
  };
  return each((text) => SentimentIntensityAnalyzer.polarity_scores(text).compound);
}

function afinn(): Judge {
  const Sentiment = require('sentiment') as new () => { analyze(text: string): { score: number } };
  const one = new Sentiment();
  return each((text) => one.analyze(text).score);
}

function wink(): Judge {
  const judge = require('wink-sentiment') as (text: string) => { score: number };
  return each((text) => judge(text).score);
}

/** German only: it compares every word with its whole list, which takes a second a sentence. */
function multilang(): Judge {
  const judge = require('multilang-sentiment') as (text: string, language: string) => { score: number };
  return each((text) => judge(text, 'de').score);
}

function nlpjs(locale: 'de' | 'en'): Judge {
  const { SentimentAnalyzer } = require('@nlpjs/sentiment') as {
    SentimentAnalyzer: new (settings: object) => { process(input: object): Promise<{ sentiment: { score: number } }> };
  };
  const { containerBootstrap } = require('@nlpjs/core') as {
    containerBootstrap(): Promise<{ use(plugin: unknown): void }>;
  };
  const { LangDe } = require('@nlpjs/lang-de') as { LangDe: unknown };
  const { LangEn } = require('@nlpjs/lang-en') as { LangEn: unknown };
  return async (texts) => {
    const container = await containerBootstrap();
    container.use(locale === 'de' ? LangDe : LangEn);
    const analyzer = new SentimentAnalyzer({ container });
    const scores: number[] = [];
    for (const text of texts) scores.push((await analyzer.process({ locale, text })).sentiment.score);
    return scores;
  };
}

const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`.padStart(8);

async function report(title: string, sentences: Labelled[], judges: [string, Judge][]): Promise<void> {
  console.log(`\n${title}: ${sentences.length} sentences`);
  console.log(`${''.padEnd(28)}   right   right, neither counted as praise   decided`);
  for (const [name, judge] of judges) {
    const scores = await judge(sentences.map(({ text }) => text));
    const count = (is: (score: number, one: Labelled) => boolean): number =>
      sentences.filter((one, i) => is(scores[i] ?? 0, one)).length;
    const right = count((score, { praises }) => (praises ? score > 0 : score < 0));
    const lenient = count((score, { praises }) => score >= 0 === praises);
    const decided = count((score) => score !== 0);
    const all = sentences.length;
    console.log(
      `${name.padEnd(28)}${percent(right, all)}${' '.repeat(27)}${percent(lenient, all)}  ${percent(decided, all)}`,
    );
  }
}

const all = english();
const tuned = 600;
const judgesOfEnglish: [string, Judge][] = [
  ['Botschaft', botschaft('en')],
  ['vader-sentiment', vader()],
  ['wink-sentiment', wink()],
  ['sentiment', afinn()],
  ['@nlpjs/sentiment', nlpjs('en')],
];
const judgesOfGerman: [string, Judge][] = [
  ['Botschaft', botschaft('de')],
  ['multilang-sentiment', multilang()],
  ['@nlpjs/sentiment', nlpjs('de')],
];
const translated = german(all);
const tunedGerman = 60;
await report('English, untouched', all.slice(tuned), judgesOfEnglish);
await report('English, looked at', all.slice(0, tuned), judgesOfEnglish);
await report('German, untouched', translated.slice(tunedGerman), judgesOfGerman);
await report('German, looked at', translated.slice(0, tunedGerman), judgesOfGerman);
