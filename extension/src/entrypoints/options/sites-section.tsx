import { networkIds, networks } from '../../generated/networks';
import { useWords } from '../../ui/language';
import type { PageState } from '../../ui/page';
import { Switch } from '../../ui/switch';
import { Section } from './section';

/** Every host with a composer of ours, as shared/networks names them. */
const hosts = networkIds.flatMap((network) => {
  const { composers, hosts: found, name } = networks[network];
  return composers ? found.map((host) => ({ host, name })) : [];
});

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
