/** One finding, next to the words it is about. */
import { FindingItem } from './finding-item';
import { CloseIcon } from './icons';
import { texts } from './texts';
import type { Actions, View } from './view';

export function Card({ view, actions }: { view: View; actions: Actions }) {
  const t = texts[view.language];
  if (!view.card) return null;
  const { finding } = view.card;
  return (
    <section class="card" data-part="card" role="dialog" aria-label={finding.finding.title} tabIndex={-1}>
      <FindingItem key={finding.key} view={finding} t={t} actions={actions} fixPart="fix" isBrief heading="h2" />
      <button type="button" class="plain" data-part="all" onClick={actions.openPanel}>
        {t.allFindings(view.findings.length)}
      </button>
      <button type="button" class="icon" data-part="close" aria-label={t.close} onClick={actions.closeCard}>
        <CloseIcon />
      </button>
    </section>
  );
}
