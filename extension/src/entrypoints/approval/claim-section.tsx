/** "I am taking this one": tells the channel, so that two people do not do the same work. */
import { useEffect, useState } from 'preact/hooks';
import { claimMessage } from '../../approval/request';
import type { Suggestion } from '../../generated/protocol';
import type { Status } from '../../messages';
import { send } from '../../send';
import { useWords } from '../../ui/language';
import { ProblemList } from '../../ui/problem-list';
import type { Approvals } from './approval';
import { HandOver } from './hand-over';

export function ClaimSection({ item, status, approvals }: { item: string; status: Status; approvals: Approvals }) {
  const { t, time, language } = useWords();
  const [found, setFound] = useState<Suggestion | null>(null);
  const [who, setWho] = useState('');
  const [taken, setTaken] = useState(approvals.claims.find((claim) => claim.item === item)?.at);
  useEffect(() => {
    void send('suggest', { limit: 100 }).then((answer) => {
      if (answer.ok) setFound(answer.items.find((each) => each.item === item) ?? null);
    });
  }, [item]);
  if (!found) return null;
  const waiting = approvals.waitingClaims.flatMap(({ problems }) => problems);
  return (
    <section class="card stack" aria-labelledby="claim-title" data-part="claim">
      <h2 id="claim-title">{t('approval.claim.title', { title: found.title })}</h2>
      {waiting.length > 0 ? (
        <div class="notice warn">
          <ProblemList problems={waiting} />
        </div>
      ) : null}
      {taken === undefined ? (
        <>
          <div class="field">
            <label for="claim-who">{t('approval.claim.who')}</label>
            <input id="claim-who" maxLength={100} value={who} onInput={(event) => setWho(event.currentTarget.value)} />
          </div>
          <HandOver
            channels={status.loadedPacks?.channels ?? []}
            preferred={undefined}
            message={claimMessage(found, who.trim(), language)}
            trelloToken={approvals.trelloToken}
            what={{ item }}
            onDone={() => {
              void send('approvals', {}).then(({ claims }) =>
                setTaken(claims.find((claim) => claim.item === item)?.at),
              );
            }}
          />
        </>
      ) : (
        <p class="notice good">{t('approval.claim.taken', { time: time(taken) })}</p>
      )}
    </section>
  );
}
