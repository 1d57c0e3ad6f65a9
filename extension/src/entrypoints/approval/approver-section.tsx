/** For those who agree: a key of their own, the request as it was handed over, and the decision to send back. */
import { useState } from 'preact/hooks';
import { approvalLink } from '../../approval/link';
import { readRequestCode } from '../../approval/request';
import type { Decision } from '../../approval/token';
import type { Problem } from '../../generated/protocol';
import type { Network, Status } from '../../messages';
import { send } from '../../send';
import { copyText } from '../../ui/clipboard';
import { useWords } from '../../ui/language';
import { networkName } from '../../ui/networks';
import { ProblemList } from '../../ui/problem-list';
import { useCheck } from '../../ui/use-check';
import type { Approvals } from './approval';

interface ApproverProps {
  status: Status;
  approvals: Approvals;
  onChange: () => void;
}

export function ApproverSection({ status, approvals, onChange }: ApproverProps) {
  const { t } = useWords();
  const people = status.loadedPacks?.people ?? [];
  const [person, setPerson] = useState(people[0]?.id ?? '');
  const { approver, canSign } = approvals;
  if (people.length === 0) return null;
  const known = people.find(({ id }) => id === approver?.person);
  return (
    <details class="card" open={approver !== null}>
      <summary>
        <strong>{t('approval.approver')}</strong>
      </summary>
      <div class="stack">
        <p class="low">{t('approval.approverIntro')}</p>
        {canSign ? null : <p class="notice block">{t('problem.noEd25519.reason')}</p>}
        {approver === null ? (
          <div class="row">
            <label for="approver-person">{t('approval.approverWho')}</label>
            <select id="approver-person" value={person} onChange={(event) => setPerson(event.currentTarget.value)}>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <button
              type="button"
              disabled={!canSign}
              onClick={() => void send('becomeApprover', { person }).then(onChange, () => undefined)}
            >
              {t('approval.makeKey')}
            </button>
          </div>
        ) : (
          <>
            <p>
              {t('approval.keyOf', { name: known?.name ?? approver.person })} <code>{approver.publicKey}</code>
            </p>
            {known?.key === approver.publicKey ? null : <p class="notice warn">{t('approval.keyNotInPack')}</p>}
            <Decide status={status} />
          </>
        )}
      </div>
    </details>
  );
}

function Decide({ status }: { status: Status }) {
  const { t } = useWords();
  const [message, setMessage] = useState('');
  const [note, setNote] = useState('');
  const [days, setDays] = useState(14);
  const [token, setToken] = useState('');
  const [copied, setCopied] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const request = readRequestCode(message);
  const link = request && token !== '' ? approvalLink(request.network, token) : null;
  const decide = async (decision: Decision) => {
    if (!request) return;
    const { text, network } = request;
    const answer = await send('approve', { text, network, decision, note, days }).catch(() => null);
    setProblems(answer?.ok === false ? answer.problems : []);
    if (!answer?.ok) return;
    setToken(answer.token);
    setCopied(await copyText(answer.token));
  };
  return (
    <div class="stack">
      <div class="field">
        <label for="request">{t('approval.requestLabel')}</label>
        <textarea
          id="request"
          rows={3}
          value={message}
          onInput={(event) => {
            setMessage(event.currentTarget.value);
            setToken('');
          }}
        />
      </div>
      {message.trim() !== '' && !request ? <p class="notice block">{t('approval.noRequest')}</p> : null}
      {request ? (
        <>
          <h3>{networkName(request.network)}</h3>
          {/* The text that was asked about is what is agreed to: it is shown, not changed. */}
          <pre>{request.text}</pre>
          <RequestFindings text={request.text} network={request.network} status={status} />
          <div class="pair">
            <div class="field">
              <label for="decision-note">{t('approval.decisionNote')}</label>
              <input
                id="decision-note"
                maxLength={1000}
                value={note}
                onInput={(event) => setNote(event.currentTarget.value)}
              />
            </div>
            <div class="field">
              <label for="days">{t('approval.days')}</label>
              <input
                id="days"
                type="number"
                min={1}
                max={366}
                value={days}
                onInput={(event) =>
                  setDays(Math.min(366, Math.max(1, Math.round(event.currentTarget.valueAsNumber) || 1)))
                }
              />
            </div>
          </div>
          <div class="row">
            <button type="button" class="primary" onClick={() => void decide('approved')}>
              {t('approval.decide.approved')}
            </button>
            <button type="button" onClick={() => void decide('changes')}>
              {t('approval.decide.changes')}
            </button>
            <button type="button" class="danger" onClick={() => void decide('refused')}>
              {t('approval.decide.refused')}
            </button>
          </div>
        </>
      ) : null}
      <div role="status" class="stack tight">
        {problems.length > 0 ? <ProblemList problems={problems} /> : null}
        {token === '' ? null : (
          <>
            <p class="notice good">{t(copied ? 'approval.tokenCopied' : 'approval.tokenReady')}</p>
            <pre data-part="token">{token}</pre>
            {link === null ? null : (
              <>
                <p>{t('approval.orLink')}</p>
                <pre data-part="link">{link}</pre>
              </>
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** What the approver's own guideline says about the text. */
function RequestFindings({ text, network, status }: { text: string; network: Network; status: Status }) {
  const { t, count } = useWords();
  const { answer, problems } = useCheck({ text, network, kind: 'post' }, status);
  if (problems.length > 0) return <ProblemList problems={problems} />;
  if (!answer) return <p class="low">{t('common.loading')}</p>;
  return (
    <div class="stack tight">
      <p class="low">
        {answer.findings.length === 0 ? t('level.clean') : count('check.findings', answer.findings.length)}
      </p>
      <ul>
        {answer.findings.map(({ rule, title, message, start }) => (
          <li key={`${rule} ${start}`}>
            {title}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
