/** Asking for approval, seeing what came of it, and, for approvers, giving it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../generated/protocol';
import type { Messages } from '../../messages';
import { send } from '../../send';
import { Mark } from '../../ui/icons';
import { useWords } from '../../ui/language';
import { networkName } from '../../ui/networks';
import type { PageState } from '../../ui/page';
import { ProblemList } from '../../ui/problem-list';
import './approval.css';
import { ApproverSection } from './approver-section';
import { ClaimSection } from './claim-section';
import { RequestCard } from './request-card';

export type Approvals = Messages['approvals'][1];

export function Approval({ status }: PageState) {
  const { t } = useWords();
  const [approvals, setApprovals] = useState<Approvals | null>(null);
  const parameters = new URLSearchParams(location.search);
  const chosen = parameters.get('id');
  const claimed = parameters.get('claim');

  const load = useCallback(() => send('approvals', {}).then(setApprovals, () => undefined), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new status may mean that something was sent or came in.
  useEffect(() => void load(), [load, status]);

  const entries = approvals?.entries ?? [];
  const first = entries.find(({ record }) => record.id === chosen);
  const ordered = first ? [first, ...entries.filter((entry) => entry !== first)] : entries;
  return (
    <div class="approval">
      <header class="brand">
        <Mark />
        <h1>
          {t('app.name')} <span class="low">{t('approval.title')}</span>
        </h1>
      </header>
      <main class="stack">
        {claimed && approvals ? <ClaimSection item={claimed} status={status} approvals={approvals} /> : null}
        <TokenSection onTaken={load} />
        {approvals && entries.length === 0 ? <p class="low">{t('approval.none')}</p> : null}
        {ordered.map((entry) => (
          <RequestCard
            key={entry.record.id}
            entry={entry}
            status={status}
            trelloToken={approvals?.trelloToken ?? ''}
            isOpen={entry.record.id === chosen}
            onChange={load}
          />
        ))}
        {approvals ? <ApproverSection status={status} approvals={approvals} onChange={load} /> : null}
      </main>
    </div>
  );
}

/** Where an approval that came by mail or chat goes in. */
function TokenSection({ onTaken }: { onTaken: () => void }) {
  const { t, time } = useWords();
  const inWords = ({ by, decision, record, caveat }: Messages['takeApproval'][1] & { ok: true }): string => {
    if (caveat?.why === 'not-yet') return t('approval.taken.notYet', { by, time: time(caveat.from) });
    if (caveat?.why === 'other-network')
      return t('approval.taken.otherNetwork', { by, network: networkName(caveat.network) });
    if (caveat) return t(`approval.taken.${caveat.why}`, { by });
    return t(record === null ? 'approval.tokenOther' : `approval.taken.${decision}`, { by });
  };
  const [message, setMessage] = useState('');
  const [said, setSaid] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const take = async () => {
    setSaid('');
    setProblems([]);
    const answer = await send('takeApproval', { message }).catch(() => null);
    if (answer === null) return setSaid(t('common.noAnswer'));
    if (!answer.ok) return setProblems(answer.problems);
    setMessage('');
    setSaid(inWords(answer));
    onTaken();
  };
  return (
    <section class="card stack" aria-labelledby="token-title">
      <h2 id="token-title">{t('approval.tokenTitle')}</h2>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <label for="token">{t('approval.tokenLabel')}</label>
        <textarea id="token" rows={3} value={message} onInput={(event) => setMessage(event.currentTarget.value)} />
        <div class="row">
          <button type="submit" disabled={message.trim() === ''}>
            {t('approval.tokenTake')}
          </button>
        </div>
      </form>
      <div role="status" class="stack tight">
        {said === '' ? null : <p class="notice">{said}</p>}
        {problems.length > 0 ? (
          <div class="notice block">
            <ProblemList problems={problems} />
          </div>
        ) : null}
      </div>
    </section>
  );
}
