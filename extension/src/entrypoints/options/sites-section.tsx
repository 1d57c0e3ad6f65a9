import { domainsOf } from '../../background/helpers';
import { networkIds, networks } from '../../generated/networks';
import { HelpersSwitch } from '../../ui/helpers-switch';
import { useWords } from '../../ui/language';
import type { PageState } from '../../ui/page';
import { Switch } from '../../ui/switch';
import { Section } from './section';

/** Every host with a composer of ours, as shared/networks names them. */
const hosts = networkIds.flatMap((network) => {
  const { composers, hosts: found, name } = networks[network];
  return composers ? found.map((host) => ({ host, name })) : [];
});

/** The company's own pages, as the guideline names their domains. */
export function WebsiteSection({ status }: PageState) {
  const { t } = useWords();
  const domains = domainsOf(status);
  return (
    <Section id="website" title={t('helpers.title')} intro={t('helpers.intro')}>
      {domains.length === 0 ? <p class="low">{t('helpers.none')}</p> : null}
      <ul class="stack tight">
        {domains.map((domain) => (
          <li key={domain}>
            <HelpersSwitch domain={domain} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function SitesSection({ status, change }: PageState) {
  const { t } = useWords();
  const { sites } = status.settings;
  return (
    <Section id="sites" title={t('options.sites')} intro={t('options.sitesIntro')}>
      <ul class="stack tight">
        {hosts.map(({ host, name }) => (
          <li key={host}>
            <Switch
              on={sites[host] !== 'off'}
              onChange={(on) => void change('saveSettings', { sites: { ...sites, [host]: on ? 'inline' : 'off' } })}
            >
              {name} <span class="low">{host}</span>
            </Switch>
          </li>
        ))}
      </ul>
    </Section>
  );
}
