import { useId, useState } from 'preact/hooks';
import type { Choice } from '../../generated/protocol';
import type { Settings } from '../../messages';
import { useWords } from '../../ui/language';
import type { PageState } from '../../ui/page';
import { Section } from './section';

export function YouSection({ status, change }: PageState) {
  const { t } = useWords();
  const id = useId();
  const [result, setResult] = useState<'' | 'options.saved' | 'common.unsaved'>('');
  const { settings, loadedPacks, managed } = status;

  const save = async (part: Partial<Settings>) => {
    setResult('');
    const saved = await change('saveSettings', part).catch(() => null);
    setResult(saved ? 'options.saved' : 'common.unsaved');
  };

  const chosen = new Set(settings.topics);
  const topics = loadedPacks?.topics ?? [];
  return (
    <Section id="you" title={t('options.you')} result={result === '' ? '' : t(result)}>
      <div class="field">
        <label for={`${id}-language`}>{t('options.language')}</label>
        <select
          id={`${id}-language`}
          value={settings.uiLanguage}
          onChange={(event) => {
            const { value } = event.currentTarget;
            void save({ uiLanguage: value === 'de' || value === 'en' ? value : 'auto' });
          }}
        >
          <option value="auto">{t('options.languageAuto')}</option>
          <option value="de" lang="de">
            Deutsch
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
      </div>
      <div class="pair">
        <Pick
          label={t('options.role')}
          hint={t('options.roleHint')}
          none={t('options.roleNone')}
          value={settings.role}
          isManaged={managed.role !== undefined}
          choices={loadedPacks?.roles ?? []}
          onValue={(role) => void save({ role })}
        />
        <Pick
          label={t('options.department')}
          hint={t('options.departmentHint')}
          none={t('options.departmentNone')}
          value={settings.department}
          isManaged={managed.department !== undefined}
          choices={loadedPacks?.departments ?? []}
          onValue={(department) => void save({ department })}
        />
      </div>
      <fieldset class="stack tight">
        <legend class="label">{t('options.topics')}</legend>
        <p class="low">{topics.length > 0 ? t('options.topicsHint') : t('options.noChoices')}</p>
        <div class="topics">
          {topics.map((topic) => (
            <label class="choice" key={topic.id}>
              <input
                type="checkbox"
                checked={chosen.has(topic.id)}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.currentTarget.checked) next.add(topic.id);
                  else next.delete(topic.id);
                  void save({ topics: [...next] });
                }}
              />
              {topic.name}
            </label>
          ))}
        </div>
      </fieldset>
    </Section>
  );
}

interface PickProps {
  label: string;
  hint: string;
  none: string;
  value: string;
  isManaged: boolean;
  choices: readonly Choice[];
  onValue: (value: string) => void;
}

function Pick({ label, hint, none, value, isManaged, choices, onValue }: PickProps) {
  const { t } = useWords();
  const id = useId();
  // A choice made under another guideline stays visible instead of silently becoming "none".
  const known = value === '' || choices.some((choice) => choice.id === value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={isManaged || (choices.length === 0 && known)}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        <option value="">{none}</option>
        {known ? null : <option value={value}>{t('options.notHere', { name: value })}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
      <p class="low" id={`${id}-hint`}>
        {isManaged ? t('options.managed') : choices.length === 0 ? t('options.noChoices') : hint}
      </p>
    </div>
  );
}
