/** What is said about tone, in pages and in the composer's panel. */
import type { ToneScore } from '../generated/protocol';
import type { UiLanguage } from '../messages';

type Dimension = ToneScore['dimension'];

export interface ToneTexts {
  title: string;
  names: Record<Dimension, string>;
  /** What 0 and what 100 mean. */
  ends: Record<Dimension, [string, string]>;
  /** Read aloud in place of the bar. */
  score(score: number, low: string, high: string): string;
  wanted(min: number, max: number): string;
  /** The score is below or above what is wanted. */
  more(end: string): string;
  up: string;
  down: string;
  instead(words: string): string;
  nothing: string;
  failed: string;
  explain: string;
}

export const toneTexts: Record<UiLanguage, ToneTexts> = {
  de: {
    title: 'Ton',
    names: {
      formality: 'Förmlichkeit',
      friendliness: 'Freundlichkeit',
      certainty: 'Bestimmtheit',
      hype: 'Überschwang',
      aggression: 'Schärfe',
      jargon: 'Fachsprache',
      plainness: 'Verständlichkeit',
      inclusiveness: 'Einbeziehung',
      energy: 'Lautstärke',
      address: 'Anrede',
    },
    ends: {
      formality: ['locker', 'förmlich'],
      friendliness: ['abweisend', 'freundlich'],
      certainty: ['vorsichtig', 'bestimmt'],
      hype: ['sachlich', 'überschwänglich'],
      aggression: ['ruhig', 'angreifend'],
      jargon: ['ohne Fachwörter', 'voller Fachwörter'],
      plainness: ['schwer zu lesen', 'leicht zu lesen'],
      inclusiveness: ['schließt aus', 'spricht alle an'],
      energy: ['leise', 'laut'],
      address: ['du', 'Sie'],
    },
    score: (score, low, high) => `${score} von 100, zwischen „${low}“ und „${high}“`,
    wanted: (min, max) =>
      `Die Leitlinie wünscht ${min === 0 ? `höchstens ${max}` : max === 100 ? `mindestens ${min}` : `${min} bis ${max}`}.`,
    more: (end) => `Nötig ist mehr in Richtung „${end}“. Diese Stellen wirken dagegen:`,
    up: 'hebt',
    down: 'senkt',
    instead: (words) => `stattdessen: ${words}`,
    nothing: 'Für diesen Text lässt sich noch nichts über den Ton sagen.',
    failed: 'Der Ton war nicht zu ermitteln.',
    explain: 'Gezählt werden Wörter aus Listen und Satzzeichen; was der Text meint, weiß nur, wer ihn schreibt.',
  },
  en: {
    title: 'Tone',
    names: {
      formality: 'Formality',
      friendliness: 'Friendliness',
      certainty: 'Certainty',
      hype: 'Hype',
      aggression: 'Aggression',
      jargon: 'Jargon',
      plainness: 'Plainness',
      inclusiveness: 'Inclusiveness',
      energy: 'Loudness',
      address: 'Address',
    },
    ends: {
      formality: ['casual', 'formal'],
      friendliness: ['cold', 'friendly'],
      certainty: ['cautious', 'certain'],
      hype: ['sober', 'effusive'],
      aggression: ['calm', 'attacking'],
      jargon: ['everyday words', 'full of jargon'],
      plainness: ['hard to read', 'easy to read'],
      inclusiveness: ['leaves people out', 'speaks to everyone'],
      energy: ['quiet', 'loud'],
      address: ['du', 'Sie'],
    },
    score: (score, low, high) => `${score} out of 100, between “${low}” and “${high}”`,
    wanted: (min, max) =>
      `The guideline wants ${min === 0 ? `at most ${max}` : max === 100 ? `at least ${min}` : `${min} to ${max}`}.`,
    more: (end) => `It should be more “${end}”. These places work against it:`,
    up: 'raises it',
    down: 'lowers it',
    instead: (words) => `instead: ${words}`,
    nothing: 'Nothing can be said about the tone of this text yet.',
    failed: 'The tone could not be told.',
    explain: 'Words from lists and punctuation are counted; what the text means only its author knows.',
  },
};
