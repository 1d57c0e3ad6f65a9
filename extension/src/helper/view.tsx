/** What is seen of the helper in the page. */
import type { SuggestAnswer } from '../generated/protocol';
import type { UiLanguage } from '../messages';
import type { PageWords } from './page';
import { Panel } from './panel';
import { texts } from './texts';

interface HelperViewProps {
  language: UiLanguage;
  theme: 'light' | 'dark';
  /** Pixels in the document, of the article's corner; null: the window's corner. */
  corner: { left: number; top: number } | null;
  fromBelow: boolean;
  page: PageWords | null;
  answer: SuggestAnswer | null;
  open: boolean;
  quote: string | null;
  selected: { text: string; at: DOMRect } | null;
  share: (words: string | null) => void;
  close: () => void;
}

/** YYYY-MM-DDTHH:MM, wall time of the guideline's zone, as people write it. */
function wallTime(wall: string, language: UiLanguage): string {
  const instant = Date.parse(`${wall.slice(0, 16)}Z`);
  if (Number.isNaN(instant)) return wall;
  const format: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', format).format(instant);
}

export function HelperView(props: HelperViewProps) {
  const { language, theme, corner, fromBelow, page, answer, open, quote, selected, share, close } = props;
  const t = texts[language];
  const state = answer?.page?.state;
  if (!page || !answer || !state) return null;
  const style = corner ? { left: `${corner.left}px`, top: `${corner.top}px` } : {};
  const place = corner ? `at-article${fromBelow ? ' from-below' : ''}` : 'in-corner';
  return (
    <div class={`app ${theme}`} lang={language}>
      {state === 'open' ? (
        <>
          <div class={`place ${place}`} style={style}>
            <button
              type="button"
              class="share"
              data-part="share"
              aria-haspopup="dialog"
              aria-expanded={open}
              onClick={() => share(null)}
            >
              {t.share}
            </button>
          </div>
          {selected ? (
            <button
              type="button"
              class="share quote"
              data-part="share-quote"
              style={{ left: `${Math.max(8, selected.at.left)}px`, top: `${Math.max(8, selected.at.top - 40)}px` }}
              onClick={() => share(selected.text)}
            >
              {t.quote}
            </button>
          ) : null}
          {open ? <Panel key={quote ?? page.url} {...{ page, answer, quote, language, close }} /> : null}
        </>
      ) : (
        <p class={`place note ${place}`} style={style} role="note" data-part="share-note">
          {state === 'embargo'
            ? t.embargo(wallTime(answer.page?.until ?? '', language))
            : state === 'internal'
              ? t.internal
              : t.expired}
        </p>
      )}
    </div>
  );
}
