/** How a text sounds: each dimension as a bar, what the guideline wants, and the words that move it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ToneScore } from '../generated/protocol';
import { type ToneTexts, toneTexts } from '../i18n/tone';
import type { UiLanguage } from '../messages';

/** The strongest so many words of a dimension are shown. */
const mostWords = 4;

export interface Told {
  /** Null: there was no answer. */
  tone: readonly ToneScore[] | null;
  /** The text it is about. */
  text: string;
}

interface ToneSectionProps {
  language: UiLanguage;
  /** Asked when the section is open, and again when `version` changes. */
  tell: () => Promise<Told>;
  version: unknown;
}

/** Closed until it is wanted: telling the tone needs word lists that the check does without. */
export function ToneSection({ language, tell, version }: ToneSectionProps) {
  const t = toneTexts[language];
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const section = useRef<HTMLDetailsElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says when the text or the guideline is another one.
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    void tell().then((next) => {
      if (isCurrent) setTold(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [isOpen, version]);
  const isTold = isOpen && told !== null;
  useEffect(() => {
    if (isTold) section.current?.scrollIntoView({ block: 'nearest' });
  }, [isTold]);
  return (
    <details
      ref={section}
      class="tone"
      data-part="tone"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary data-part="tone-open">{t.title}</summary>
      {isOpen && told ? <Profile told={told} t={t} /> : null}
    </details>
  );
}

function Profile({ told: { tone, text }, t }: { told: Told; t: ToneTexts }) {
  if (tone === null) return <p>{t.failed}</p>;
  if (tone.length === 0) return <p>{t.nothing}</p>;
  return (
    <>
      <ul class="tone-list">
        {tone.map((score) => (
          <Dimension key={score.dimension} score={score} text={text} t={t} />
        ))}
      </ul>
      <p class="tone-note">{t.explain}</p>
    </>
  );
}

function Dimension({ score: { dimension, score, target, words }, text, t }: DimensionProps) {
  const id = useId();
  const [low, high] = t.ends[dimension];
  const isBelow = target !== undefined && score < target.min;
  const isAbove = target !== undefined && score > target.max;
  // Where the guideline wants something else, what stands against it; otherwise what moves it most, either way.
  const shown = words
    .filter(({ share }) => (isBelow ? share < 0 : isAbove ? share > 0 : true))
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .slice(0, mostWords);
  return (
    <li data-off={isBelow || isAbove}>
      <span class="tone-name" id={id}>
        {t.names[dimension]}
      </span>
      <meter class="visually-hidden" min={0} max={100} value={score} aria-labelledby={id}>
        {t.score(score, low, high)}
      </meter>
      <svg class="tone-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="tone-track" width="100" height="8" rx="1" />
        <rect class="tone-value" width={score} height="8" rx="1" />
        {target ? (
          <rect class="tone-target" x={target.min} width={Math.max(1, target.max - target.min)} height="8" />
        ) : null}
      </svg>
      <span class="tone-score" aria-hidden="true">
        {score}
      </span>
      <span class="tone-ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </span>
      {target ? <p class="tone-wanted">{t.wanted(target.min, target.max)}</p> : null}
      {(isBelow || isAbove) && shown.length > 0 ? <p class="tone-wanted">{t.more(isBelow ? high : low)}</p> : null}
      {shown.length > 0 ? (
        <ul class="tone-words">
          {shown.map(({ start, end, share, instead }) => (
            <li key={start}>
              <span aria-hidden="true">{share > 0 ? '↑' : '↓'} </span>
              <span class="visually-hidden">{share > 0 ? t.up : t.down}: </span>
              <q>{text.slice(start, end)}</q>
              {instead ? ` – ${t.instead(instead.join(', '))}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

interface DimensionProps {
  score: ToneScore;
  text: string;
  t: ToneTexts;
}
