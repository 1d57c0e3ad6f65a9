import type { Network } from '../../messages';
import { useWords } from '../../ui/language';
import { networkName } from '../../ui/networks';
import type { Outcome } from './share-item';

interface OutcomeNoticeProps {
  outcome: Outcome;
  onAnyway: (network: Network) => void;
  /** Where the text is an approved one as it stands: the person may make it their own. */
  onOwnWords: ((network: Network) => void) | null;
}

export function OutcomeNotice({ outcome, onAnyway, onOwnWords }: OutcomeNoticeProps) {
  const { t } = useWords();
  const network = networkName(outcome.network);
  if (outcome.kind === 'held') {
    const { level, findings } = outcome;
    return (
      <div class={`notice ${level} stack tight`}>
        <p>
          <strong>{t(level === 'block' ? 'card.blocked' : 'card.warned', { network })}</strong>
        </p>
        {findings.map((finding) => (
          <p key={`${finding.rule} ${finding.start ?? ''}`}>
            {finding.title}: {finding.message}
          </p>
        ))}
        <div class="row">
          {onOwnWords ? (
            <button type="button" class="primary" onClick={() => onOwnWords(outcome.network)}>
              {t('card.edit')}
            </button>
          ) : null}
          <button type="button" onClick={() => onAnyway(outcome.network)}>
            {t('card.anyway')}
          </button>
        </div>
      </div>
    );
  }
  if (outcome.kind === 'failed') return <p class="notice block">{outcome.reason ?? t('common.noAnswer')}</p>;
  const good = outcome.kind === 'opened' || outcome.kind === 'inserted' || outcome.kind === 'copied';
  const texts = {
    opened: t('card.opened', { network }),
    openedPaste: t('card.openedPaste', { network }),
    inserted: t('card.inserted'),
    insertFailed: t('card.insertFailed'),
    copied: t('card.copied'),
    copyFailed: t('common.copyFailed'),
  };
  return <p class={good ? 'notice good' : 'notice'}>{texts[outcome.kind]}</p>;
}
