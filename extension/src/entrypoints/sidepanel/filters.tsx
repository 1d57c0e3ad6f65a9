import { useId } from 'preact/hooks';
import type { Choice } from '../../generated/protocol';
import type { Status } from '../../messages';
import { useWords } from '../../ui/language';

export interface Wanted {
  query: string;
  topic: string;
  department: string;
  lang: '' | 'de' | 'en';
}

export const wantsEverything: Wanted = { query: '', topic: '', department: '', lang: '' };

interface FiltersProps {
  status: Status;
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
}

export function Filters({ status, wanted, onWanted }: FiltersProps) {
  const { t } = useWords();
  const id = useId();
  const { loadedLibrary, loadedPacks } = status;
  const topics = named(loadedLibrary?.topics ?? [], loadedPacks?.topics ?? []);
  const departments = named(loadedLibrary?.departments ?? [], loadedPacks?.departments ?? []);
  const languages: Choice[] = [
    { id: 'de', name: t('lang.de') },
    { id: 'en', name: t('lang.en') },
  ];
  const readLanguage = (value: string) => (value === 'de' || value === 'en' ? value : '');
  return (
    <search class="stack tight">
      <label for={`${id}-query`} class="visually-hidden">
        {t('panel.search')}
      </label>
      <input
        id={`${id}-query`}
        type="search"
        maxLength={300}
        placeholder={t('panel.search')}
        value={wanted.query}
        onInput={(event) => onWanted({ ...wanted, query: event.currentTarget.value })}
      />
      <fieldset class="filters">
        <legend class="visually-hidden">{t('panel.filters')}</legend>
        <Filter
          label={t('panel.topic')}
          value={wanted.topic}
          choices={topics}
          onValue={(topic) => onWanted({ ...wanted, topic })}
        />
        <Filter
          label={t('panel.department')}
          value={wanted.department}
          choices={departments}
          onValue={(department) => onWanted({ ...wanted, department })}
        />
        <Filter
          label={t('panel.language')}
          value={wanted.lang}
          choices={languages}
          onValue={(value) => onWanted({ ...wanted, lang: readLanguage(value) })}
        />
      </fieldset>
    </search>
  );
}

interface FilterProps {
  label: string;
  value: string;
  choices: readonly Choice[];
  onValue: (value: string) => void;
}

function Filter({ label, value, choices, onValue }: FilterProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        <option value="">{t('common.all')}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Ids that the library uses, with the names that the guideline gives them, by name. */
export function named(ids: readonly string[], choices: readonly Choice[]): Choice[] {
  const names = new Map(choices.map((choice) => [choice.id, choice.name]));
  return ids.map((id) => ({ id, name: names.get(id) ?? id })).sort((a, b) => a.name.localeCompare(b.name));
}
