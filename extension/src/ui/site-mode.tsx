import { useId } from 'preact/hooks';
import type { SiteMode } from '../messages';
import { useWords } from './language';

const modes: readonly SiteMode[] = ['inline', 'panel', 'off'];

interface SiteModeProps {
  /** Name of the site, read before the choice. */
  label: string;
  mode: SiteMode;
  onChange: (mode: SiteMode) => void;
  /** Set by the company's policy: shown, and not to be changed here. */
  isFixed?: boolean;
}

/** What happens on a site: findings in the page, on request only, or nothing. */
export function SiteModeChoice({ label, mode, onChange, isFixed = false }: SiteModeProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div class="switch">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={mode}
        disabled={isFixed}
        title={isFixed ? t('site.fixed') : ''}
        onChange={(event) => onChange(modes[event.currentTarget.selectedIndex] ?? 'inline')}
      >
        {modes.map((each) => (
          <option key={each} value={each}>
            {t(`site.mode.${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
