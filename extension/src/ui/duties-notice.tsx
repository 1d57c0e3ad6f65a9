/** In the extension's own pages: what the role may not do, whose approval is missing, and the way to ask for it. */
import { useState } from 'preact/hooks';
import type { Duties } from '../generated/protocol';
import type { Draft } from '../messages';
import { send } from '../send';
import { useWords } from './language';

export function DutiesNotice({ duties, draft }: { duties: Duties; draft: Draft }) {
  const { t } = useWords();
  const [failed, setFailed] = useState(false);
  const needed = (duties.approvals ?? []).filter(({ state }) => state === 'needed');
  const given = (duties.approvals ?? []).filter(({ state }) => state === 'given');
  const isBarred = duties.role?.may === false;
  if (needed.length === 0 && given.length === 0 && !isBarred) return null;
  const ask = () =>
    send('askApproval', draft).then(
      ({ ok }) => setFailed(!ok),
      () => setFailed(true),
    );
  return (
    <div class={duties.level === undefined ? 'notice good stack tight' : 'notice warn stack tight'} data-part="duties">
      {isBarred ? <p>{t('check.roleMayNot', { role: duties.role?.name ?? '' })}</p> : null}
      {needed.map(({ id, title, by }) => (
        <p key={id}>{t('check.needsApproval', { title, by: by.map(({ name }) => name).join(', ') })}</p>
      ))}
      {given.map(({ id, title }) => (
        <p key={id}>{t('check.hasApproval', { title })}</p>
      ))}
      {needed.length > 0 ? (
        <div class="row">
          <button type="button" onClick={() => void ask()}>
            {t('approval.ask')}
          </button>
        </div>
      ) : null}
      {failed ? <p role="status">{t('common.noAnswer')}</p> : null}
    </div>
  );
}
