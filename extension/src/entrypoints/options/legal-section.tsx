import { useState } from 'preact/hooks';
import { legalPacks } from '../../generated/legal-packs';
import { useWords } from '../../ui/language';
import type { PageState } from '../../ui/page';
import { ProblemList } from '../../ui/problem-list';
import { Section } from './section';

/** Which legal packs lie between the starter guideline and the company's. */
export function LegalSection({ status, change }: PageState) {
  const { t } = useWords();
  const [result, setResult] = useState<'' | 'options.saved' | 'common.unsaved'>('');
  const { chosen, problems } = status.legal;

  const choose = async (id: string, on: boolean) => {
    setResult('');
    const ids = on ? [...chosen, id] : chosen.filter((other) => other !== id);
    const after = await change('chooseLegal', { ids }).catch(() => null);
    setResult(after && after.legal.problems.length === 0 ? 'options.saved' : 'common.unsaved');
  };

  return (
    <Section
      id="legal"
      title={t('options.legal')}
      intro={t('options.legalIntro')}
      result={result === '' ? '' : t(result)}
    >
      <fieldset class="stack tight">
        <legend class="visually-hidden">{t('options.legal')}</legend>
        {legalPacks.map(({ id, name }) => (
          <label class="choice" key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => void choose(id, event.currentTarget.checked)}
            />
            {name[status.uiLanguage]}
          </label>
        ))}
      </fieldset>
      {problems.length > 0 ? (
        <div class="notice block stack tight">
          <p>
            <strong>{t('options.legalFailed')}</strong>
          </p>
          <ProblemList problems={problems} />
        </div>
      ) : null}
    </Section>
  );
}
