/** One request: the text, who has to agree, where it stands, and what can be done next. */
import { useState } from 'preact/hooks';
import { receiptOf } from '../../approval/record';
import { approvalMessage } from '../../approval/request';
import type { ApprovalEntry, Status } from '../../messages';
import { send } from '../../send';
import { saveFile } from '../../ui/clipboard';
import { useWords } from '../../ui/language';
import { networkName } from '../../ui/networks';
import { ProblemList } from '../../ui/problem-list';
import { HandOver } from './hand-over';

interface RequestCardProps {
  entry: ApprovalEntry;
  status: Status;
  trelloToken: string;
  isOpen: boolean;
  onChange: () => void;
}

export function RequestCard({ entry, status, trelloToken, isOpen, onChange }: RequestCardProps) {
  const { t, time, language } = useWords();
  const { record, state, waiting } = entry;
  const [note, setNote] = useState('');
  const [open, setOpen] = useState(isOpen && state === 'draft');
  const names = new Map((status.loadedPacks?.people ?? []).map(({ id, name }) => [id, name]));
  const channels = status.loadedPacks?.channels ?? [];
  const title = `${record.id}-title`;
  const channelName = (id: string) => channels.find((channel) => channel.id === id)?.name ?? id;
  const act = async (type: 'approvalRetry' | 'approvalDiscard', id: string) => {
    await send(type, { id }).catch(() => null);
    onChange();
  };
  return (
    <article class="card stack" aria-labelledby={title} data-part="request" data-state={state}>
      <div class="row spread">
        <h2 id={title}>{networkName(record.network)}</h2>
        <strong class={`state-${state}`}>{t(`approval.state.${state}`)}</strong>
      </div>
      <pre>{record.text}</pre>
      {record.needed.map(({ id, title, by }) => (
        <p key={id}>
          {title}: {by.map(({ name }) => name).join(', ')}
        </p>
      ))}
      <ul class="steps low">
        {record.steps.map((step) => (
          <li key={`${step.at} ${step.what}`}>
            {time(step.at)}: {t(`approval.step.${step.what}`)}
            {'channel' in step ? ` (${channelName(step.channel)})` : ''}
            {'by' in step ? ` (${names.get(step.by) ?? step.by})` : ''}
            {'note' in step && step.note ? ` – ${step.note}` : ''}
            {'until' in step && step.what === 'approved' ? `, ${t('approval.until', { time: time(step.until) })}` : ''}
          </li>
        ))}
      </ul>
      {waiting.map(({ id, problems, isFinal, notBefore }) => (
        <div class={isFinal ? 'notice block stack tight' : 'notice warn stack tight'} key={id} data-part="waiting">
          {problems.length > 0 ? <ProblemList problems={problems} /> : <p>{t('approval.onItsWay')}</p>}
          {isFinal || problems.length === 0 ? null : <p>{t('approval.nextTry', { time: time(notBefore) })}</p>}
          <div class="row">
            <button type="button" onClick={() => void act('approvalRetry', id)}>
              {t('approval.tryNow')}
            </button>
            <button type="button" onClick={() => void act('approvalDiscard', id)}>
              {t('approval.doNotSend')}
            </button>
          </div>
        </div>
      ))}
      {open && state !== 'approved' ? (
        <>
          <div class="field">
            <label for={`${record.id}-note`}>{t('approval.note')}</label>
            <textarea
              id={`${record.id}-note`}
              rows={2}
              maxLength={1000}
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          </div>
          <HandOver
            channels={channels}
            preferred={record.channel ?? channels[0]?.id}
            message={approvalMessage(record, note, language)}
            trelloToken={trelloToken}
            what={{ record: record.id }}
            onDone={() => {
              setOpen(false);
              onChange();
            }}
          />
        </>
      ) : null}
      <div class="row">
        {state === 'approved' ? null : (
          <button type="button" class="toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('approval.ask')}
          </button>
        )}
        <button
          type="button"
          onClick={() =>
            saveFile(
              `approval-${record.textHash.slice(0, 8)}.json`,
              receiptOf(record, state, Date.now()),
              'application/json',
            )
          }
        >
          {t('approval.receipt')}
        </button>
        <button type="button" class="danger" onClick={() => void act('approvalDiscard', record.id)}>
          {t('approval.forget')}
        </button>
      </div>
    </article>
  );
}
