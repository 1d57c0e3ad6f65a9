import { useId } from 'preact/hooks';
import type { Network } from '../messages';
import { useWords } from './language';
import { networkName, offeredNetworks } from './networks';

/** Which network a text is for, as a labelled field. */
export function NetworkSelect({ value, onChange }: { value: Network; onChange: (network: Network) => void }) {
  const { t } = useWords();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t('common.network')}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(offeredNetworks[event.currentTarget.selectedIndex] ?? 'linkedin')}
      >
        {offeredNetworks.map((each) => (
          <option key={each} value={each}>
            {networkName(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
