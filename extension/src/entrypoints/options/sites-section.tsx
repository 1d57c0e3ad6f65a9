import { domainsOf } from '../../background/helpers';
import { networkIds, networks } from '../../generated/networks';
import { HelpersSwitch } from '../../ui/helpers-switch';
import { switchHostOff } from '../../ui/host-access';
import { useWords } from '../../ui/language';
import type { PageState } from '../../ui/page';
import { SiteModeChoice } from '../../ui/site-mode';
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
  const { settings, managed } = status;
  const own = Object.entries(settings.hosts).map(([host, network]) => ({ host, name: networks[network].name }));
  return (
    <Section id="sites" title={t('options.sites')} intro={t('options.sitesIntro')}>
      <ul class="stack tight">
        {[...hosts, ...own].map(({ host, name }) => (
          <li key={host}>
            <SiteModeChoice
              label={`${name} ${host}`}
              mode={settings.sites[host] ?? 'inline'}
              isFixed={host in (managed.sites ?? {})}
              onChange={(mode) =>
                void (host in settings.hosts && mode === 'off'
                  ? switchHostOff(host, settings, change)
                  : change('saveSettings', { sites: { ...settings.sites, [host]: mode } }))
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
