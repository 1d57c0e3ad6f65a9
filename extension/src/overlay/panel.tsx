/** Everything known about the draft: when to post, how long it is, and each finding. */
import { useState } from 'preact/hooks';
import { ToneSection } from '../ui/tone-view';
import { DutiesView } from './duties';
import { FindingItem } from './finding-item';
import { Clock, CloseIcon } from './icons';
import { nextTime, type Texts, texts } from './texts';
import type { Actions, NoticeId, View } from './view';

export function Panel({ view, actions }: { view: View; actions: Actions }) {
  const t = texts[view.language];
  return (
    <section class="panel" data-part="panel" role="dialog" aria-label={`Botschaft: ${t.panelTitle}`} tabIndex={-1}>
      <header>
        <h2>{view.findings.length > 0 ? t.count(view.findings.length) : t.panelTitle}</h2>
        <button type="button" class="icon" data-part="close" aria-label={t.close} onClick={actions.closePanel}>
          <CloseIcon />
        </button>
      </header>
      <div class="scroll">
        <Notices view={view} t={t} actions={actions} />
        {view.coreNotices.map(({ code, reason, mend }) => (
          <p key={code} class="notice" data-part="core-notice" role="status">
            {reason} {mend}
          </p>
        ))}
        <Facts view={view} t={t} />
        {view.duties ? <DutiesView duties={view.duties} t={t} actions={actions} /> : null}
        {view.state === 'ready' && view.findings.length === 0 && view.duties?.level === undefined ? (
          <p class="nothing">{t.nothingFound}</p>
        ) : null}
        {view.findings.map((finding) => (
          <FindingItem key={finding.key} view={finding} t={t} actions={actions} fixPart="fix" />
        ))}
        {view.state === 'ready' ? (
          <ToneSection language={view.language} tell={actions.tone} version={view.revision} />
        ) : null}
      </div>
      {view.findings.some((finding) => finding.hasPlace) ? <footer>{t.shortcut}</footer> : null}
    </section>
  );
}

function Facts({ view, t }: { view: View; t: Texts }) {
  const { timing, length, language, topics } = view;
  const hasLimit = length?.limit !== undefined;
  if (!timing && !hasLimit && topics.length === 0) return null;
  return (
    <ul class="facts">
      {timing ? (
        <li>
          <Clock isGood={timing.good} />
          <span>
            {timing.good ? t.goodTime : timing.because?.length ? t.notNow(timing.because.join(', ')) : t.badTime}
            {!timing.good && timing.next ? (
              <>
                <br />
                {t.nextTime(nextTime(language, timing))}
              </>
            ) : null}
          </span>
        </li>
      ) : null}
      {length?.limit !== undefined ? <li>{t.lengthOf(length.used, length.limit)}</li> : null}
      {topics.length > 0 ? <li data-part="topics">{t.protectedTopics(topics.join(', '))}</li> : null}
    </ul>
  );
}

/** What went wrong on our side, said where it is seen. */
export function Notices({ view, t, actions }: { view: View; t: Texts; actions: Actions }) {
  const stays: readonly NoticeId[] = ['failed', 'gone', 'noButton'];
  return (
    <>
      {view.notices.map((notice) => (
        <div key={notice} class="notice" data-part="notice" data-notice={notice} role="status">
          <p>{t[notice]}</p>
          {notice === 'gone' ? <Reload t={t} actions={actions} /> : null}
          {stays.includes(notice) ? null : (
            <button type="button" class="icon" aria-label={t.close} onClick={() => actions.dismissNotice(notice)}>
              <CloseIcon />
            </button>
          )}
        </div>
      ))}
    </>
  );
}

/** Reloading loses the draft: copying it comes first. */
function Reload({ t, actions }: { t: Texts; actions: Actions }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div class="row">
      <button type="button" class="main" data-part="copy" onClick={() => void actions.copyDraft().then(setCopied)}>
        {isCopied ? t.copied : t.copyDraft}
      </button>
      <button type="button" data-part="reload" onClick={actions.reload}>
        {t.reload}
      </button>
    </div>
  );
}
