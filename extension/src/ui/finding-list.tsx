import { useId, useState } from 'preact/hooks';
import type { Finding, Fix } from '../generated/protocol';
import { send } from '../send';
import { LevelIcon } from './icons';
import { useWords } from './language';

interface FindingListProps {
  findings: readonly Finding[];
  /** The text that was checked: the findings' offsets are in it. */
  text: string;
  onFix: (fix: Fix) => void;
  onAnswer: (rule: string, answer: 'yes' | 'no') => void;
  /** The level below that of the heading the list stands under. */
  heading: 'h2' | 'h3';
}

export function FindingList({ findings, ...rest }: FindingListProps) {
  return (
    <ul class="stack tight">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.start ?? ''} ${finding.message}`}>
          <FindingCard finding={finding} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function FindingCard({
  finding,
  text,
  onFix,
  onAnswer,
  heading: Heading,
}: Omit<FindingListProps, 'findings'> & { finding: Finding }) {
  const { t } = useWords();
  const [reporting, setReporting] = useState(false);
  const { level, title, message, reason, section, source, url, owner, note, fixes = [] } = finding;
  return (
    <article class="finding" data-level={level}>
      <div class="row spread">
        <Heading>{title}</Heading>
        <span class="level">
          <LevelIcon level={level} />
          {t(`level.${level}`)}
        </span>
      </div>
      <p>{message}</p>
      {finding.type === 'question' ? (
        <div class="row fixes">
          <button type="button" onClick={() => onAnswer(finding.rule, 'yes')}>
            {t('finding.yes')}
          </button>
          <button type="button" onClick={() => onAnswer(finding.rule, 'no')}>
            {t('finding.no')}
          </button>
        </div>
      ) : null}
      {fixes.length > 0 ? (
        <div class="row fixes">
          {fixes.map((fix) => (
            <button type="button" key={`${fix.start} ${fix.text}`} onClick={() => onFix(fix)}>
              <FixLabel fix={fix} text={text} />
            </button>
          ))}
        </div>
      ) : null}
      <div class="row spread">
        {reason || section || source ? (
          <details class="low">
            <summary>
              {t('finding.reason')}
              <span class="visually-hidden">: {title}</span>
            </summary>
            <div class="stack tight">
              {reason ? <p>{reason}</p> : null}
              <p>
                {[section && t('finding.section', { section }), owner && t('finding.owner', { owner }), source, note]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {url ? (
                <p>
                  <a href={url} target="_blank" rel="noreferrer">
                    {t('finding.more')}
                  </a>
                </p>
              ) : null}
            </div>
          </details>
        ) : (
          <span />
        )}
        <button type="button" class="quiet" aria-expanded={reporting} onClick={() => setReporting(!reporting)}>
          {t('finding.wrong')}
          <span class="visually-hidden"> {title}</span>
        </button>
      </div>
      {reporting ? <Report finding={finding} text={text} onDone={() => setReporting(false)} /> : null}
    </article>
  );
}

/** The longest text a button shows, in UTF-16 units. */
const longestLabel = 60;

function FixLabel({ fix, text }: { fix: Fix; text: string }) {
  const { t } = useWords();
  const shorten = (words: string) => {
    const shown = words.trim();
    return shown.length > longestLabel ? `${shown.slice(0, longestLabel)}…` : shown;
  };
  if (fix.text === '') return <>{t('finding.delete', { text: shorten(text.slice(fix.start, fix.end)) })}</>;
  return <>{t(fix.start === fix.end ? 'finding.insert' : 'finding.replaceWith', { text: shorten(fix.text) })}</>;
}

/** How much of the text around the words goes into a note, in UTF-16 units. */
const around = 60;

function Report({ finding, text, onDone }: { finding: Finding; text: string; onDone: () => void }) {
  const { t } = useWords();
  const id = useId();
  const [note, setNote] = useState('');
  const [state, setState] = useState<'open' | 'saved' | 'failed'>('open');
  const save = async () => {
    const { start, end } = finding;
    const excerpt =
      start === undefined || end === undefined ? '' : text.slice(Math.max(0, start - around), end + around);
    const answer = await send('reportFinding', { finding, excerpt, note }).catch(() => null);
    setState(answer?.ok ? 'saved' : 'failed');
  };
  if (state === 'saved') {
    return (
      <p class="low" role="status">
        {t('finding.wrongSaved')}
      </p>
    );
  }
  return (
    <div class="field">
      <label for={id}>{t('finding.wrongTitle')}</label>
      <textarea
        id={id}
        rows={2}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
        aria-describedby={`${id}-hint`}
      />
      <p class="low" id={`${id}-hint`}>
        {t('finding.wrongHint')}
      </p>
      {state === 'failed' ? <p role="alert">{t('common.unsaved')}</p> : null}
      <div class="row">
        <button type="button" onClick={save}>
          {t('finding.wrongSave')}
        </button>
        <button type="button" class="quiet" onClick={onDone}>
          {t('common.cancel')}
        </button>
      </div>
    </div>
  );
}
