/** How much of each cap of the guideline is used, and of the day's time. */
import { useEffect, useState } from 'preact/hooks';
import type { Cap } from '../generated/protocol';
import type { Kind, Network, Status } from '../messages';
import { send } from '../send';
import { useWords } from './language';
import { usePlan } from './use-plan';

const usedKey = { day: 'plan.usedDay', week: 'plan.usedWeek', month: 'plan.usedMonth' } as const;

export function Caps({ caps }: { caps: readonly Cap[] }) {
  const { t } = useWords();
  if (caps.length === 0) return <p class="low">{t('plan.noCaps')}</p>;
  return (
    <ul class="caps" data-part="caps">
      {caps.map(({ rule, title, per, used, max }) => (
        <li key={`${rule} ${per}`}>
          <meter min={0} max={max} value={Math.min(used, max)} aria-hidden="true" />
          <span class={used >= max ? 'full' : undefined}>{t(usedKey[per], { title, used, max })}</span>
        </li>
      ))}
    </ul>
  );
}

/** For the popup: today's counts for the network that is looked at. */
export function Usage({ network, kind, status }: { network: Network; kind: Kind; status: Status }) {
  const { t } = useWords();
  const plan = usePlan({ network, kind, count: 1 }, status);
  const [time, setTime] = useState<{ minutes: number; budget: number | null } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the status comes anew when something was counted.
  useEffect(() => {
    send('workTime', {}).then(setTime, () => undefined);
  }, [status]);
  if (!plan) return null;
  return (
    <section class="stack tight usage" aria-label={t('plan.usage')}>
      <Caps caps={plan.caps} />
      {time ? (
        <p class="low" data-part="work-time">
          {time.budget === null
            ? t('time.counted', { minutes: time.minutes })
            : t('time.ofBudget', { minutes: time.minutes, budget: time.budget })}
        </p>
      ) : null}
    </section>
  );
}
