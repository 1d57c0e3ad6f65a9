/** The small sign at the composer's edge: how many findings, and whether now is a good time. */
import { Badge, Clock } from './icons';
import { shortTime, texts, timingInWords } from './texts';
import type { Actions, View } from './view';

/** In words what the pill shows in signs. */
export function stateInWords(view: View): string {
  const t = texts[view.language];
  if (view.state === 'checking') return t.checking;
  if (view.state === 'failed') return t.failedShort;
  if (view.state === 'gone') return t.goneShort;
  const isHeld = view.duties?.level !== undefined;
  const found = view.findings.length > 0 ? t.count(view.findings.length) : isHeld ? t.heldShort : t.clean;
  if (!view.timing) return found;
  return `${found}, ${timingInWords(view.language, view.timing)}`;
}

export function Pill({ view, actions }: { view: View; actions: Actions }) {
  const t = texts[view.language];
  const inWords = stateInWords(view);
  const { state, findings, level, timing } = view;
  const isOut = state === 'failed' || state === 'gone';
  return (
    <>
      <button
        type="button"
        class={`pill ${isOut ? 'failed' : (level ?? 'clean')}`}
        data-part="pill"
        data-state={state}
        data-count={findings.length}
        aria-label={t.openPanel(inWords)}
        aria-expanded={view.panelIsOpen}
        title={inWords}
        onClick={actions.togglePanel}
      >
        {isOut ? <Badge level="failed" /> : <Badge level={level ?? 'clean'} />}
        {isOut ? <span>{inWords}</span> : null}
        {!isOut && state === 'checking' && findings.length === 0 ? <span class="busy">…</span> : null}
        {!isOut && findings.length > 0 ? <span class="number">{findings.length}</span> : null}
        {!isOut && timing ? <Clock isGood={timing.good} /> : null}
        {/* Without room for the zone's name, another zone's time would mislead: it is in the pill's own name. */}
        {!isOut && timing && !timing.good && timing.next && !timing.zone ? (
          <span class="next" data-part="next">
            {shortTime(view.language, timing.next)}
          </span>
        ) : null}
      </button>
      <div class="for-readers" role="status">
        {state === 'checking' ? '' : inWords}
      </div>
    </>
  );
}
