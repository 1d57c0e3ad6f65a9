import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { CheckAnswer, Finding, Fix } from '../generated/protocol';
import type { Draft, Kind, Network } from '../messages';
import './findings.css';
import './tone.css';
import { DutiesNotice } from './duties-notice';
import { FindingList } from './finding-list';
import { LevelIcon } from './icons';
import { useWords } from './language';
import { ProblemList } from './problem-list';
import { type Told, ToneSection } from './tone-view';
import { checkDraft, useCheck } from './use-check';

interface CheckedTextProps {
  label: string;
  labelHidden?: boolean;
  placeholder?: string;
  text: string;
  onText: (text: string) => void;
  network: Network;
  kind: Kind;
  /** The content item that the text is for. */
  item?: string;
  /** Changes when the guideline does: the text is checked again. */
  version: unknown;
  /** Level of the findings' headings. */
  heading: 'h2' | 'h3';
  /** Shown where the text is empty. */
  whenEmpty?: ComponentChildren;
}

/** A text field whose text is checked while the person writes, with the findings underlined in it and listed below. */
export function CheckedText(props: CheckedTextProps) {
  const { label, labelHidden, placeholder, text, onText, network, kind, item, version, heading, whenEmpty } = props;
  const { t, language } = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [answers, setAnswers] = useState<Record<string, 'yes' | 'no'>>({});
  const checked = useCheck({ text, network, kind, answers, ...(item === undefined ? {} : { item }) }, version);
  const { answer } = checked;
  // Offsets belong to the text that was checked; after a change nothing is painted or fixed until the next answer.
  const current = checked.text === text && answer !== null;

  const fix = (wanted: Fix) => {
    if (field.current && current) replaceInField(field.current, wanted);
  };

  return (
    <div class="stack tight">
      <label for={id} class={labelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <div class="checked-field">
        <div class="mirror" aria-hidden="true">
          {current ? <Underlined text={text} findings={answer.findings} /> : text}
          {'\n'}
        </div>
        <textarea
          id={id}
          ref={field}
          value={text}
          placeholder={placeholder}
          aria-describedby={`${id}-summary`}
          spellcheck
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </div>
      <div id={`${id}-summary`} role="status" class="check-summary">
        {answer && text.trim() !== '' ? <Summary answer={answer} /> : null}
      </div>
      {current && answer.duties ? (
        <DutiesNotice duties={answer.duties} draft={{ text, network, kind, answers }} />
      ) : null}
      {text.trim() === '' ? whenEmpty : null}
      {checked.silent ? <p class="notice block">{t('common.noAnswer')}</p> : null}
      {checked.problems.length > 0 ? (
        <div class="notice block">
          <ProblemList problems={checked.problems} />
        </div>
      ) : null}
      {current && answer.findings.length > 0 ? (
        <FindingList
          findings={answer.findings}
          text={text}
          heading={heading}
          onFix={fix}
          onAnswer={(rule, reply) => setAnswers({ ...answers, [rule]: reply })}
        />
      ) : null}
      {current && answer.omitted ? <p class="low">{t('check.omitted', { n: answer.omitted })}</p> : null}
      {answer && text.trim() !== '' ? (
        <ToneSection language={language} tell={() => tellTone({ text, network, kind })} version={answer} />
      ) : null}
      {current && answer.notices?.length ? (
        <div class="notice warn">
          <ProblemList problems={answer.notices} />
        </div>
      ) : null}
    </div>
  );
}

async function tellTone(draft: Draft): Promise<Told> {
  const { answer } = await checkDraft({ ...draft, tone: true });
  return { tone: answer?.tone ?? null, text: draft.text };
}

/** The pill: how many findings, how serious, how long, and whether now is a good time. */
function Summary({ answer }: { answer: CheckAnswer }) {
  const { t, count, wallTime } = useWords();
  const { findings, omitted = 0, verdict, length, timing, duties } = answer;
  const over = length.limit === undefined ? 0 : length.used - length.limit;
  return (
    <>
      <span class="level" data-level={verdict}>
        <LevelIcon level={verdict} />
        {findings.length === 0
          ? t(duties?.level === undefined ? 'level.clean' : 'check.held')
          : count('check.findings', findings.length + omitted)}
        {findings.length === 0 ? null : ` · ${t(`level.${verdict}`)}`}
      </span>
      <span>
        {length.limit === undefined
          ? t('check.lengthOnly', { used: length.used })
          : t('check.length', { used: length.used, limit: length.limit })}
      </span>
      {over > 0 ? <span class="over">{t('check.tooLong', { n: over })}</span> : null}
      {timing ? <span>{t(timing.good ? 'check.timeGood' : 'check.timeBad')}</span> : null}
      {timing && !timing.good && timing.next ? (
        <span>{t('check.timeNext', { time: wallTime(timing.next, timing.zone) })}</span>
      ) : null}
    </>
  );
}

/** The text with what the findings are about underlined; where findings overlap, the first one is painted. */
function Underlined({ text, findings }: { text: string; findings: readonly Finding[] }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end, level, rule } of findings) {
    if (start === undefined || end === undefined || start < at || end <= start) continue;
    parts.push(
      text.slice(at, start),
      <mark key={`${rule} ${start}`} data-level={level}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}

/** Replaces words as if they had been typed, so that the browser's undo takes it back. */
function replaceInField(field: HTMLTextAreaElement, { start, end, text }: Fix): void {
  field.focus();
  field.setSelectionRange(start, end);
  const done = document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  if (done) return;
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
