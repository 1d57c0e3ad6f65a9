/** Is this page ready to be shared? The score, what helps most, the cards, and every check with the tag to paste. */
import { useEffect, useState } from 'preact/hooks';
import type { AuditAnswer, PageCheck, PageFinding } from '../generated/protocol';
import { copyText } from '../ui/clipboard';
import { CopyIcon, LevelIcon } from '../ui/icons';
import { useWords } from '../ui/language';
import { ProblemList } from '../ui/problem-list';
import './audit.css';
import { Cards } from './cards';
import { auditTab, type PageAudit } from './run-audit';

function Tag({ finding, check }: { finding: PageFinding; check: PageCheck }) {
  const { t } = useWords();
  const [state, setState] = useState<'copied' | 'copyFailed' | null>(null);
  if (finding.tag === undefined) return null;
  const copy = async () => setState((await copyText(finding.tag ?? '')) ? 'copied' : 'copyFailed');
  return (
    <div class="tag">
      <pre>
        <code>{finding.tag}</code>
      </pre>
      <div class="row">
        <button type="button" onClick={copy} aria-label={t('audit.copyTag', { check: check.title })}>
          <CopyIcon />
          {t('common.copy')}
        </button>
        <span class="low">{finding.toFill ? t('audit.toFill') : ''}</span>
        <span role="status">{state ? t(`common.${state}`) : ''}</span>
      </div>
    </div>
  );
}

function Check({ check }: { check: PageCheck }) {
  const { t } = useWords();
  const level = check.level === 'good' ? 'clean' : check.level;
  return (
    <li class={`check ${level}`} id={`check-${check.id}`} tabIndex={-1}>
      <span class="sign">
        <LevelIcon level={level} />
        <span class="visually-hidden">{t(`level.${level}`)}</span>
      </span>
      <div class="stack tight">
        <h3>{check.title}</h3>
        {(check.findings ?? []).map((finding) => (
          <div class="stack tight" key={finding.message}>
            <p>{finding.message}</p>
            <Tag finding={finding} check={check} />
          </div>
        ))}
        {check.findings ? (
          <p class="low">
            {check.reason}{' '}
            <a href={check.url} target="_blank" rel="noreferrer">
              {check.source}
            </a>
          </p>
        ) : null}
      </div>
    </li>
  );
}

function Steps({ answer }: { answer: AuditAnswer }) {
  const { t } = useWords();
  const steps = answer.nextSteps.flatMap((id) => answer.checks.filter((check) => check.id === id));
  const go = (event: Event, id: string) => {
    event.preventDefault();
    const target = document.getElementById(`check-${id}`);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  };
  if (steps.length === 0) return <p class="notice good">{t('audit.ready')}</p>;
  return (
    <section class="stack tight" aria-labelledby="audit-next">
      <h2 id="audit-next">{t('audit.next')}</h2>
      <ol class="steps">
        {steps.map((check) => (
          <li key={check.id}>
            <a href={`#check-${check.id}`} onClick={(event) => go(event, check.id)}>
              {check.title}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Result({ audit }: { audit: PageAudit }) {
  const { t } = useWords();
  const { answer } = audit;
  if (!answer.ok) return <ProblemList problems={answer.problems} />;
  const bad = answer.checks.filter((check) => check.level !== 'good');
  const good = answer.checks.filter((check) => check.level === 'good');
  return (
    <div class="stack audit">
      <p class="low address">{audit.url}</p>
      <div class="score" data-verdict={answer.verdict}>
        <strong>{answer.score}</strong>
        <span>{t('audit.of100')}</span>
        <progress max={100} value={answer.score} aria-label={t('audit.score')} />
      </div>
      {audit.sent ? null : <p class="notice warn">{t('audit.notSent')}</p>}
      <Steps answer={answer} />
      <section class="stack tight" aria-labelledby="audit-cards">
        <h2 id="audit-cards">{t('audit.cards')}</h2>
        <Cards cards={answer.cards} />
      </section>
      {bad.length > 0 ? (
        <section class="stack tight" aria-labelledby="audit-bad">
          <h2 id="audit-bad">{t('audit.bad')}</h2>
          <ul class="checks">
            {bad.map((check) => (
              <Check key={check.id} check={check} />
            ))}
          </ul>
        </section>
      ) : null}
      {good.length > 0 ? (
        <section class="stack tight" aria-labelledby="audit-good">
          <h2 id="audit-good">{t('audit.good')}</h2>
          <ul class="checks">
            {good.map((check) => (
              <Check key={check.id} check={check} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

export function AuditView({ tab }: { tab: number }) {
  const { t, language } = useWords();
  const [audit, setAudit] = useState<PageAudit | 'running' | 'refused'>('running');
  useEffect(() => {
    let current = true;
    setAudit('running');
    auditTab(tab, language).then(
      (result) => current && setAudit(result),
      (error: unknown) => {
        console.error('Botschaft:', error);
        if (current) setAudit('refused');
      },
    );
    return () => {
      current = false;
    };
  }, [tab, language]);
  return (
    <div aria-busy={audit === 'running'}>
      <p role="status" class={audit === 'running' ? 'low' : 'visually-hidden'}>
        {audit === 'running' ? t('audit.running') : audit === 'refused' ? '' : t('audit.done')}
      </p>
      {audit === 'refused' ? <p class="notice block">{t('audit.refused')}</p> : null}
      {typeof audit === 'object' ? <Result audit={audit} /> : null}
    </div>
  );
}
