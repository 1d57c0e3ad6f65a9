import { useEffect, useId, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Kind, Network } from '../../messages';
import { type Site, siteOfHost } from '../../sites/sites';
import { CheckedText } from '../../ui/checked-text';
import { copyText } from '../../ui/clipboard';
import { GuidelineLine, StatusNotices } from '../../ui/guideline-line';
import { CopyIcon, LibraryIcon, Mark, SettingsIcon } from '../../ui/icons';
import { useWords } from '../../ui/language';
import { networkName, offeredNetworks } from '../../ui/networks';
import { openLibrary } from '../../ui/open-library';
import type { PageState } from '../../ui/page';
import { Switch } from '../../ui/switch';
import './popup.css';

const kinds: readonly Kind[] = ['post', 'comment', 'reply'];

interface Place {
  host: string;
  site: Site;
}

export function Popup({ status, change }: PageState) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [network, setNetwork] = useState<Network>('linkedin');
  const [kind, setKind] = useState<Kind>('post');
  const [place, setPlace] = useState<Place | null>(null);
  const [copied, setCopied] = useState('');
  const id = useId();

  useEffect(() => {
    void activePlace().then((found) => {
      setPlace(found);
      if (found) setNetwork(found.site.network);
    });
  }, []);

  const copy = async () => setCopied(t((await copyText(text)) ? 'common.copied' : 'common.copyFailed'));

  return (
    <main class="popup stack">
      <header class="row spread">
        <div class="brand">
          <Mark />
          <h1>{t('check.title')}</h1>
        </div>
        <nav class="row">
          <button type="button" class="quiet" onClick={openLibrary}>
            <LibraryIcon />
            {t('common.openLibrary')}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={t('common.openOptions')}
            title={t('common.openOptions')}
            onClick={() => void browser.runtime.openOptionsPage()}
          >
            <SettingsIcon />
          </button>
        </nav>
      </header>

      <StatusNotices status={status} />

      <div class="selects">
        <div class="field">
          <label for={`${id}-network`}>{t('common.network')}</label>
          <select
            id={`${id}-network`}
            value={network}
            onChange={(event) => setNetwork(offeredNetworks[event.currentTarget.selectedIndex] ?? 'linkedin')}
          >
            {offeredNetworks.map((each) => (
              <option key={each} value={each}>
                {networkName(each)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${id}-kind`}>{t('check.kind')}</label>
          <select
            id={`${id}-kind`}
            value={kind}
            onChange={(event) => setKind(kinds[event.currentTarget.selectedIndex] ?? 'post')}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(`kind.${each}`)}
              </option>
            ))}
          </select>
        </div>
      </div>

      <CheckedText
        label={t('check.label')}
        placeholder={t('check.placeholder')}
        text={text}
        onText={(next) => {
          setText(next);
          setCopied('');
        }}
        network={network}
        kind={kind}
        version={status}
        heading="h2"
        whenEmpty={<p class="low empty">{t('check.empty')}</p>}
      />
      <div class="row">
        <button type="button" class="primary" disabled={text === ''} onClick={copy}>
          <CopyIcon />
          {t('common.copy')}
        </button>
        <span role="status">{copied}</span>
      </div>

      <footer class="stack tight">
        {place ? (
          <Switch
            on={status.settings.sites[place.host] !== 'off'}
            onChange={(on) =>
              void change('saveSettings', { sites: { ...status.settings.sites, [place.host]: on ? 'inline' : 'off' } })
            }
          >
            {t('site.label', { host: place.site.name })}
          </Switch>
        ) : (
          <p class="low">{t('site.otherPage')}</p>
        )}
        <GuidelineLine status={status} />
      </footer>
    </main>
  );
}

/** The known site in the active tab. Opening the popup is what lets us see that tab's address. */
async function activePlace(): Promise<Place | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (!tab?.url || !URL.canParse(tab.url)) return null;
  const host = new URL(tab.url).hostname;
  const site = siteOfHost(host);
  return site ? { host, site } : null;
}
