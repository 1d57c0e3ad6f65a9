/** Shown when a press of the post button is held: why, what would mend it, and the person's own decision. */
import { useState } from 'preact/hooks';
import { isSerious } from '../composer/gate';
import { DutiesView } from './duties';
import { FindingItem } from './finding-item';
import { Badge, Clock } from './icons';
import { nextTime, texts } from './texts';
import type { Actions, View } from './view';

const order = { block: 0, warn: 1, ask: 2, hint: 3 } as const;

export function HoldDialog({ view, actions }: { view: View; actions: Actions }) {
  const [isConfirmed, setConfirmed] = useState(false);
  if (!view.dialog) return null;
  const t = texts[view.language];
  const { verdict } = view.dialog;
  const serious = view.findings
    .filter(({ finding }) => isSerious(finding.level))
    .sort((a, b) => order[a.finding.level] - order[b.finding.level]);
  const held = view.duties?.level;
  /** Nothing in the words is wrong: it is the approval, or the role. */
  const onlyHeld = serious.length === 0 && held !== undefined;
  const levels = [serious[0]?.finding.level, held].filter((level) => level !== undefined);
  const worst = levels.sort((a, b) => order[a] - order[b])[0];
  const kind = worst && worst !== 'hint' ? worst : 'clear';
  const mustConfirm = kind === 'block';
  const { timing, language } = view;

  return (
    <div class="backdrop">
      <section
        class={`dialog ${kind}`}
        data-part="dialog"
        data-verdict={verdict ?? 'checking'}
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="dialog-title"
        aria-describedby="dialog-intro"
        tabIndex={-1}
      >
        <header>
          <Badge level={kind === 'clear' ? 'clean' : kind} />
          <h2 id="dialog-title">{onlyHeld ? t.heldTitle : t.dialogTitle[kind]}</h2>
        </header>
        <div class="scroll">
          <p id="dialog-intro">{verdict === null ? t.stillChecking : onlyHeld ? t.dialogHeld : t.dialogIntro[kind]}</p>
          {held && view.duties ? <DutiesView duties={view.duties} t={t} actions={actions} /> : null}
          {serious.map((finding) => (
            <FindingItem key={finding.key} view={finding} t={t} actions={actions} fixPart="dialog-fix" isBrief />
          ))}
          {timing && !timing.good && timing.next ? (
            <p class="next-time">
              <Clock isGood={false} /> {t.nextTime(nextTime(language, timing))}
            </p>
          ) : null}
        </div>
        <footer>
          {mustConfirm ? (
            <label class="confirm">
              <input
                type="checkbox"
                data-part="dialog-confirm"
                checked={isConfirmed}
                onChange={(event) => setConfirmed(event.currentTarget.checked)}
              />
              <span>{onlyHeld ? t.confirmHeld : t.confirmBlocked}</span>
            </label>
          ) : null}
          <div class="row end">
            <button
              type="button"
              class={kind === 'clear' ? 'main' : ''}
              data-part="dialog-post"
              disabled={verdict === null || (mustConfirm && !isConfirmed)}
              onClick={actions.post}
            >
              {kind === 'clear' ? t.postNow : t.postAnyway}
            </button>
            <button
              type="button"
              class={kind === 'clear' ? '' : 'main'}
              data-part="dialog-edit"
              onClick={actions.backToEditing}
            >
              {t.backToEditing}
            </button>
          </div>
        </footer>
      </section>
    </div>
  );
}
