/** The foot of the popup: what we do on the site in the tab, and what is amiss there. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type NetworkId, networkIds, networks } from '../../generated/networks';
import type { ComposerReport } from '../../messages';
import { siteOfHost, siteOfNetwork } from '../../sites/sites';
import { copyText } from '../../ui/clipboard';
import { roamingSiteOn, switchHostOff, switchHostOn } from '../../ui/host-access';
import { useWords } from '../../ui/language';
import { networkName } from '../../ui/networks';
import type { PageState } from '../../ui/page';
import { SiteModeChoice } from '../../ui/site-mode';

/** The page in the tab. `offered`: it could be switched on. */
export interface TabPlace {
  tab: number;
  host: string;
  /** Null: no site of ours. */
  network: NetworkId | null;
  isOffered: boolean;
}

/** What we know of the page in the tab; opening the popup is what lets us see its address. */
export async function placeInTab({ status }: Pick<PageState, 'status'>): Promise<TabPlace | null> {
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  if (active?.id === undefined || !active.url || !URL.canParse(active.url)) return null;
  const { host, protocol } = new URL(active.url);
  const known = siteOfHost(host)?.network ?? status.settings.hosts[host];
  if (known) return { tab: active.id, host, network: known, isOffered: false };
  const unknown = { tab: active.id, host, network: null, isOffered: false };
  if (protocol !== 'https:') return unknown;
  const network = await roamingSiteOn(active.id, host, status.loadedPacks?.intranet ?? []);
  return network ? { ...unknown, network, isOffered: true } : unknown;
}

export function SiteLine({ place, status, change }: PageState & { place: TabPlace | null }) {
  const { t, language } = useWords();
  const { settings } = status;
  if (!place?.network) return <p class="low">{t('site.otherPage', { hosts: knownSites(language) })}</p>;
  const { host, network, tab } = place;
  const isSwitchedOn = siteOfHost(host) !== null || host in settings.hosts;
  if (!isSwitchedOn) {
    return (
      <div class="stack tight">
        <p class="low">{t('site.offer', { host, network: networkName(network) })}</p>
        <div>
          <button
            type="button"
            class="primary"
            onClick={() => void switchHostOn({ host, network, tab }, settings, change)}
          >
            {t('site.switchOn', { host })}
          </button>
        </div>
      </div>
    );
  }
  return (
    <>
      <SiteModeChoice
        label={t('site.label', { host: siteOfHost(host) ? networkName(network) : host })}
        mode={settings.sites[host] ?? 'inline'}
        isFixed={host in (status.managed.sites ?? {})}
        onChange={(mode) =>
          void (host in settings.hosts && mode === 'off'
            ? switchHostOff(host, settings, change)
            : change('saveSettings', { sites: { ...settings.sites, [host]: mode } }))
        }
      />
      <Trouble tab={tab} />
    </>
  );
}

/** Said where a composer is known and its post button is not: nothing is held there. */
function Trouble({ tab }: { tab: number }) {
  const { t } = useWords();
  const [report, setReport] = useState<ComposerReport | null>(null);
  const [copied, setCopied] = useState('');
  useEffect(() => {
    browser.tabs.sendMessage(tab, { type: 'report', body: {} }).then(
      (answer: ComposerReport | null) => setReport(answer),
      // No content script of ours in that tab.
      () => undefined,
    );
  }, [tab]);
  if (!report || report.hasButton) return null;
  return (
    <div class="notice stack tight" role="status">
      <p>{t('site.noButton')}</p>
      <div class="row">
        <button
          type="button"
          onClick={async () => setCopied(t((await copyText(report.text)) ? 'common.copied' : 'common.copyFailed'))}
        >
          {t('site.copyReport')}
        </button>
        <span>{copied}</span>
      </div>
    </div>
  );
}

/** The networks with a composer of ours, as a sentence has them. */
function knownSites(language: string): string {
  const names = networkIds.filter((network) => siteOfNetwork(network) && networks[network].hosts.length > 0);
  return new Intl.ListFormat(language).format(names.map(networkName));
}
