/** The next good slots: why they are good, a reminder for each, all of them as a calendar file. */
import { useEffect, useId, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Slot, SlotReason } from '../generated/protocol';
import type { Network, Reminder, Status } from '../messages';
import { send } from '../send';
import { saveFile } from './clipboard';
import { useWords } from './language';
import { NetworkSelect } from './network-select';
import { networkName } from './networks';
import './plan.css';
import { Caps } from './usage';
import { usePlan } from './use-plan';

const alarmMinutes = 10;
const countKey = { day: 'plan.countDay', week: 'plan.countWeek', month: 'plan.countMonth' } as const;

/** `text`: the open draft, for rules that hold for some drafts only. */
export function PlanSection({ status, draft }: { status: Status; draft: { network: Network; text: string } | null }) {
  const { t } = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="card plan" data-part="plan" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary id={`${id}-title`}>{t('plan.title')}</summary>
      {isOpen ? <Slots status={status} draft={draft} /> : null}
    </details>
  );
}

function Slots({ status, draft }: { status: Status; draft: { network: Network; text: string } | null }) {
  const { t, wallTime } = useWords();
  const [network, setNetwork] = useState<Network>(draft?.network ?? 'linkedin');
  const [spread, setSpread] = useState(false);
  const [reminders, setReminders] = useState<readonly Reminder[]>([]);
  const [refused, setRefused] = useState(false);
  const summary = t('plan.entry', { network: networkName(network) });
  const plan = usePlan(
    {
      network,
      spread,
      count: spread ? 3 : 5,
      ...(draft && draft.network === network && draft.text.trim() !== '' ? { text: draft.text } : {}),
      calendar: { summary, alarmMinutes },
    },
    status,
  );
  useEffect(() => {
    send('reminders', {}).then(
      (answer) => setReminders(answer.reminders),
      () => undefined,
    );
  }, []);

  const remind = async ({ utc, at }: Slot, on: boolean) => {
    // Straight after the click, or the browser does not ask.
    const allowed = !on || (await browser.permissions.request({ permissions: ['notifications'] }).catch(() => false));
    setRefused(!allowed);
    if (!allowed) return;
    const answer = await send('remind', { reminder: { network, utc, at }, on }).catch(() => null);
    if (answer) setReminders(answer.reminders);
  };

  return (
    <div class="stack">
      <p class="low">{t('plan.intro')}</p>
      <div class="row spread">
        <NetworkSelect value={network} onChange={setNetwork} />
        <label class="choice">
          <input type="checkbox" checked={spread} onChange={(event) => setSpread(event.currentTarget.checked)} />
          {t('plan.spread')}
        </label>
      </div>
      {plan ? (
        <>
          <p role="status" data-part="plan-now">
            {plan.good ? t('plan.now') : t('plan.notNow', { why: (plan.because ?? []).join(', ') })}
          </p>
          {plan.slots.length === 0 ? <p>{t('plan.none')}</p> : null}
          <ol class="slots">
            {plan.slots.map((slot) => {
              const time = wallTime(slot.at, plan.zone);
              const on = reminders.some((each) => each.utc === slot.utc && each.network === network);
              return (
                <li key={slot.utc} data-part="slot" data-utc={slot.utc}>
                  <div class="row spread">
                    <strong>{time}</strong>
                    <button
                      type="button"
                      class="quiet"
                      aria-pressed={on}
                      aria-label={t(on ? 'plan.remindOff' : 'plan.remind', { time })}
                      onClick={() => void remind(slot, !on)}
                    >
                      {t(on ? 'plan.reminded' : 'plan.remindShort')}
                    </button>
                  </div>
                  <Why reasons={slot.because} />
                </li>
              );
            })}
          </ol>
          {refused ? (
            <p class="notice warn" role="alert">
              {t('plan.remindRefused')}
            </p>
          ) : null}
          {plan.slots.length > 0 && plan.ics ? (
            <div class="row">
              <button type="button" onClick={() => saveFile('botschaft.ics', plan.ics ?? '', 'text/calendar')}>
                {t('plan.calendar')}
              </button>
            </div>
          ) : null}
          <Caps caps={plan.caps} />
        </>
      ) : null}
    </div>
  );
}

function Why({ reasons }: { reasons: readonly SlotReason[] }) {
  const { t } = useWords();
  const words = (reason: SlotReason) => {
    switch (reason.reason) {
      case 'window':
        return t('plan.window', { from: reason.from ?? '', to: reason.to ?? '' });
      case 'count':
        return t(countKey[reason.per ?? 'day'], { count: reason.count ?? 0, max: reason.max ?? 0 });
      case 'after':
        return t('plan.after', { name: reason.name ?? reason.title ?? '' });
      case 'turn':
        // Said once, above.
        return '';
      case 'free':
        return t('plan.free');
    }
  };
  return (
    <p class="low">
      {reasons
        .map(words)
        .filter((each) => each !== '')
        .join(' · ')}
    </p>
  );
}
