/** One finding with its reason, where it comes from, and what can be done about it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fix } from '../generated/protocol';
import { Badge } from './icons';
import { fixLabel, type Texts } from './texts';
import type { Actions, FindingView } from './view';

interface Props {
  view: FindingView;
  t: Texts;
  actions: Actions;
  /** `data-part` of the buttons that replace words. */
  fixPart: 'fix' | 'dialog-fix';
  /** Without the way to report it and to find it in the text. */
  isBrief?: boolean;
  /** Whether it stands under a heading, or by itself. */
  heading?: 'h2' | 'h3';
}

export function FindingItem({ view, t, actions, fixPart, isBrief = false, heading: Heading = 'h3' }: Props) {
  const { finding, excerpt, key } = view;
  return (
    <article class={`finding ${finding.level}`} data-part="finding" data-level={finding.level} data-rule={finding.rule}>
      <Heading>
        <Badge level={finding.level} />
        <span>
          <span class="for-readers">{t.levels[finding.level]}: </span>
          {finding.title}
        </span>
      </Heading>
      {excerpt ? <p class="excerpt">{shortened(excerpt)}</p> : null}
      <p>{finding.message}</p>
      {finding.reason ? <p class="reason">{finding.reason}</p> : null}
      {finding.type === 'question' ? <Question view={view} t={t} actions={actions} /> : null}
      <Fixes view={view} t={t} actions={actions} fixPart={fixPart} />
      <Origin view={view} t={t} />
      {isBrief ? null : (
        <div class="row">
          {view.hasPlace ? (
            <button type="button" class="plain" data-part="show" onClick={() => actions.showInText(key)}>
              {t.showInText}
            </button>
          ) : null}
          <Wrong view={view} t={t} actions={actions} />
        </div>
      )}
    </article>
  );
}

type Inner = Omit<Props, 'fixPart' | 'isBrief' | 'heading'>;

function Question({ view, t, actions }: Inner) {
  const { rule, title } = view.finding;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
    <div class="row" role="group" aria-label={title}>
      <button type="button" class="main" data-part="question-yes" onClick={() => actions.answer(rule, 'yes')}>
        {t.yes}
      </button>
      <button type="button" class="main" data-part="question-no" onClick={() => actions.answer(rule, 'no')}>
        {t.no}
      </button>
    </div>
  );
}

function Fixes({ view, t, actions, fixPart }: Inner & Pick<Props, 'fixPart'>) {
  const [trouble, setTrouble] = useState<{ fix: Fix; kind: 'refused' | 'changed' } | null>(null);
  const isBusy = useRef(false);
  const fixes = view.finding.fixes ?? [];
  if (fixes.length === 0) return null;

  const apply = async (index: number, fix: Fix) => {
    if (isBusy.current) return;
    isBusy.current = true;
    const outcome = await actions.fix(view.key, index);
    isBusy.current = false;
    setTrouble(outcome === 'replaced' ? null : { fix, kind: outcome });
  };
  return (
    <>
      <div class="row">
        {fixes.map((fix, index) => (
          <button
            type="button"
            key={`${fix.start}:${fix.text}`}
            class="main"
            data-part={fixPart}
            onClick={() => void apply(index, fix)}
          >
            {fixLabel(t, fix, view.excerpt, view.finding)}
          </button>
        ))}
      </div>
      {trouble ? (
        <div class="trouble" role="alert">
          <p>{trouble.kind === 'refused' ? t.refused : t.changedMeanwhile}</p>
          {trouble.kind === 'refused' && trouble.fix.text ? (
            <Copy text={trouble.fix.text} t={t} actions={actions} />
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function Copy({ text, t, actions }: { text: string; t: Texts; actions: Actions }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div class="row">
      <code>{text}</code>
      <button type="button" data-part="copy" onClick={() => void actions.copy(text).then(setCopied)}>
        {isCopied ? t.copied : t.copy}
      </button>
    </div>
  );
}

function Origin({ view, t }: Pick<Props, 'view' | 't'>) {
  const { section, owner, source, url, note = '' } = view.finding;
  const facts = [
    section ? t.section(section) : '',
    owner ? `${t.owner}: ${owner}` : '',
    source ? `${t.source}: ${source}` : '',
    note,
  ].filter(Boolean);
  if (facts.length === 0 && !url) return null;
  return (
    <ul class="origin">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
      {url ? (
        <li>
          <a href={url} target="_blank" rel="noopener noreferrer">
            {t.more}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

function Wrong({ view, t, actions }: Inner) {
  const [state, setState] = useState<'closed' | 'open' | 'saved' | 'failed'>('closed');
  const note = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === 'open') note.current?.focus();
  }, [state]);
  if (state === 'saved') {
    return (
      <p class="saved" role="status">
        {t.wrongSaved}
      </p>
    );
  }
  if (state === 'closed') {
    return (
      <button type="button" class="plain" data-part="wrong" onClick={() => setState('open')}>
        {t.wrong}
      </button>
    );
  }
  const save = async () => {
    const isKept = await actions.reportWrong(view.key, note.current?.value.trim() ?? '');
    setState(isKept ? 'saved' : 'failed');
  };
  return (
    <div class="wrong">
      <label>
        {t.wrongLabel}
        <textarea ref={note} rows={2} maxLength={1000} data-part="wrong-note" />
      </label>
      <p class="reason">{t.wrongHint}</p>
      {state === 'failed' ? <p role="alert">{t.wrongFailed}</p> : null}
      <div class="row">
        <button type="button" class="main" data-part="wrong-save" onClick={() => void save()}>
          {t.wrongSave}
        </button>
        <button type="button" data-part="wrong-cancel" onClick={() => setState('closed')}>
          {t.cancel}
        </button>
      </div>
    </div>
  );
}

function shortened(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
