import { useId, useState } from 'preact/hooks';
import type { Settings } from '../../messages';
import { useWords } from '../../ui/language';
import type { PageState } from '../../ui/page';
import { Switch } from '../../ui/switch';
import { Section } from './section';

/** Whether, and against which number, the time on the networks' sites is counted. */
export function TimeSection({ status, change }: PageState) {
  const { t } = useWords();
  const id = useId();
  const [result, setResult] = useState<'' | 'options.saved' | 'common.unsaved'>('');
  const { settings, loadedPacks } = status;
  const save = async (part: Partial<Settings>) => {
    setResult('');
    const saved = await change('saveSettings', part).catch(() => null);
    setResult(saved ? 'options.saved' : 'common.unsaved');
  };
  const ofGuideline = loadedPacks?.workingMinutes;
  return (
    <Section id="time" title={t('time.title')} intro={t('time.intro')} result={result === '' ? '' : t(result)}>
      <Switch on={settings.countTime} onChange={(countTime) => void save({ countTime })}>
        {t('time.switch')}
      </Switch>
      {settings.countTime ? (
        <div class="field">
          <label for={`${id}-minutes`}>{t('time.minutes')}</label>
          <input
            id={`${id}-minutes`}
            type="number"
            min={1}
            max={1440}
            value={settings.workMinutes === 0 ? '' : settings.workMinutes}
            aria-describedby={`${id}-hint`}
            onChange={(event) => void save({ workMinutes: Number(event.currentTarget.value) || 0 })}
          />
          <p class="low" id={`${id}-hint`}>
            {ofGuideline === undefined ? t('time.noGuideline') : t('time.fromGuideline', { minutes: ofGuideline })}
          </p>
        </div>
      ) : null}
    </Section>
  );
}
