/**
 * Opens once, after the extension was installed: what it does, and the choices that checking depends on. They are those of
 * the settings, and what the company's policy has set is shown as set. Nothing here needs a permission.
 */
import { networkIds, networks } from '../../generated/networks';
import { StatusNotices } from '../../ui/guideline-line';
import { Mark } from '../../ui/icons';
import { useWords } from '../../ui/language';
import { openLibrary } from '../../ui/open-library';
import type { PageState } from '../../ui/page';
import '../options/options.css';
import { Section } from '../options/section';
import { SourceSection } from '../options/source-section';
import { YouSection } from '../options/you-section';
import './onboarding.css';

const sites = networkIds.flatMap((network) => {
  const { name, hosts, composers } = networks[network];
  return composers && hosts.length > 0 ? [name] : [];
});

export function Onboarding(state: PageState) {
  const { t, language } = useWords();
  const { status } = state;
  const names = new Intl.ListFormat(language).format(sites);
  return (
    <div class="onboarding stack">
      <header class="stack tight">
        <div class="brand">
          <Mark />
          <h1>{t('onboarding.welcome')}</h1>
        </div>
        <p>{t('onboarding.intro', { sites: names })}</p>
        <p>{t('onboarding.privacy')}</p>
      </header>
      <main class="stack">
        {status.engine === 'ready' ? null : <StatusNotices status={status} />}
        <SourceSection part="pack" {...state} />
        <YouSection {...state} />
        <Section id="begin" title={t('onboarding.begin')}>
          <ul class="stack tight">
            <li>{t('onboarding.write')}</li>
            <li>{t('onboarding.toolbar')}</li>
            {import.meta.env.FIREFOX ? <li>{t('onboarding.firefox')}</li> : null}
          </ul>
          <div class="row">
            <button type="button" class="primary" onClick={() => openLibrary(() => undefined)}>
              {t('common.openLibrary')}
            </button>
            <a class="button" href="/options.html">
              {t('onboarding.allSettings')}
            </a>
          </div>
        </Section>
      </main>
    </div>
  );
}
