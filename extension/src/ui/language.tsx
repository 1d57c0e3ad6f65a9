import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { type CountKey, type Parameters, type TextKey, translate, translateCount } from '../i18n';
import type { UiLanguage } from '../messages';

export const LanguageContext = createContext<UiLanguage>('en');

/** The words of the page's language. */
export function useWords() {
  const language = useContext(LanguageContext);
  // British English: days before months and 24 hours, as the guideline's own sentences have them.
  const locale = language === 'en' ? 'en-GB' : 'de-DE';
  return useMemo(
    () => ({
      language,
      t: (key: TextKey, parameters?: Parameters) => translate(language, key, parameters),
      count: (key: CountKey, n: number) => translateCount(language, key, n),
      /** Epoch milliseconds in this machine's zone. */
      time: (instant: number) =>
        new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(instant),
      /**
       * YYYY-MM-DD or YYYY-MM-DDTHH:MM, wall time of the guideline's zone, shown as it is; with the zone's name where the
       * person's clock shows another time.
       */
      wallTime: (wall: string, zone?: string) => {
        const format: Intl.DateTimeFormatOptions = {
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          timeZone: 'UTC',
        };
        if (wall.includes('T')) Object.assign(format, { hour: '2-digit', minute: '2-digit' });
        const instant = Date.parse(wall.includes('T') ? `${wall.slice(0, 16)}Z` : `${wall}T00:00Z`);
        const shown = Number.isNaN(instant) ? wall : new Intl.DateTimeFormat(locale, format).format(instant);
        return zone === undefined ? shown : `${shown} (${zone})`;
      },
      number: (value: number) => new Intl.NumberFormat(locale).format(value),
    }),
    [language, locale],
  );
}
