/** The extension's own words. Pages and content scripts say which language; it can change while they run. */
import type { UiLanguage } from '../messages';
import { de } from './de';
import { type Dictionary, en, type TextKey } from './en';

export type { TextKey } from './en';

export const dictionaries: Record<UiLanguage, Dictionary> = { de, en };

export type Parameters = Record<string, string | number>;

/** The sentence in the language, with {name} filled in from `parameters`. */
export function translate(language: UiLanguage, key: TextKey, parameters: Parameters = {}): string {
  return dictionaries[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}

/** Keys that also come in a form for exactly one. */
export type CountKey = { [K in TextKey]: K extends `${infer Base}.one` ? Base : never }[TextKey] & TextKey;

export function translateCount(language: UiLanguage, key: CountKey, n: number): string {
  return n === 1 ? translate(language, `${key}.one`, { n }) : translate(language, key, { n });
}
