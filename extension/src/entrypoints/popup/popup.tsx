import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { AuditView } from '../../audit/audit-view';
import { domainOf } from '../../background/helpers';
import type { Kind, Network } from '../../messages';
import { CheckedText } from '../../ui/checked-text';
import { copyText } from '../../ui/clipboard';
import { GuidelineLine, StatusNotices } from '../../ui/guideline-line';
import { HelpersSwitch } from '../../ui/helpers-switch';
import { BackIcon, CopyIcon, LibraryIcon, Mark, PageIcon, SettingsIcon, TabIcon } from '../../ui/icons';
import { useWords } from '../../ui/language';
import { NetworkSelect } from '../../ui/network-select';
import { openLibrary } from '../../ui/open-library';
import type { PageState } from '../../ui/page';
import { readSurroundings } from '../../ui/surroundings';
import { Usage } from '../../ui/usage';
import '../../ui/plan.css';
import { placeInTab, SiteLine, type TabPlace } from './site-line';
import './popup.css';

const kinds: readonly Kind[] = ['post', 'comment', 'reply'];

/** Checks a text, or the page behind the popup. What was typed stays while the page is looked at. */
export function Popup(state: PageState) {
  const [audited, setAudited] = useState<number | null>(null);
  const auditButton = useRef<HTMLButtonElement>(null);
  const audit = () => void activeTab().then((tab) => tab?.id !== undefined && setAudited(tab.id));
  const back = () => {
    setAudited(null);
    requestAnimationFrame(() => auditButton.current?.focus());
  };
  return (
    <>
      <TextCheck {...state} audit={audit} auditButton={auditButton} hidden={audited !== null} />
      {audited === null ? null : <PageAudit tab={audited} back={back} />}
    </>
  );
}

function PageAudit({ tab, back }: { tab: number; back: () => void }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="popup stack">
      <header class="stack tight">
        <div class="row spread">
          <button type="button" class="quiet" onClick={back}>
            <BackIcon />
            {t('audit.back')}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              void browser.tabs.create({ url: browser.runtime.getURL(`/audit.html?tab=${tab}`) });
              window.close();
            }}
          >
            <TabIcon />
            {t('audit.inTab')}
          </button>
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {t('audit.title')}
        </h1>
        <p class="low">{t('audit.how')}</p>
      </header>
      <AuditView tab={tab} />
    </main>
  );
}

interface TextCheckProps extends PageState {
  audit: () => void;
  auditButton: RefObject<HTMLButtonElement | null>;
  hidden: boolean;
}

function TextCheck({ status, change, audit, auditButton, hidden }: TextCheckProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [network, setNetwork] = useState<Network>('linkedin');
  const [kind, setKind] = useState<Kind>('post');
  const [place, setPlace] = useState<TabPlace | null>(null);
  const [copied, setCopied] = useState('');
  const id = useId();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the tab the popup was opened on
  useEffect(() => {
    void placeInTab({ status }).then((found) => {
      setPlace(found);
      if (found?.network && !found.isOffered) setNetwork(found.network);
    });
  }, []);

  const domain = place && domainOf(status, place.host);

  const copy = async () => setCopied(t((await copyText(text)) ? 'common.copied' : 'common.copyFailed'));

  const readDraft = async () => {
    const { draft } = await readSurroundings();
    if (draft && draft.text !== '') {
      setText(draft.text);
      setNetwork(draft.network);
      setKind(draft.kind);
      setCopied('');
    } else setCopied(t('check.noDraft'));
  };

  return (
    <main class="popup stack" hidden={hidden}>
      <header class="row spread">
        <div class="brand">
          <Mark />
          <h1>{t('check.title')}</h1>
        </div>
        <nav class="row">
          <button type="button" class="quiet" onClick={() => openLibrary()}>
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
        <NetworkSelect value={network} onChange={setNetwork} />
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
        <button type="button" data-action="read-draft" onClick={() => void readDraft()}>
          {t('check.readDraft')}
        </button>
        <span role="status">{copied}</span>
      </div>

      <Usage network={network} kind={kind} status={status} />
      <footer class="stack tight">
        <div>
          <button type="button" ref={auditButton} onClick={audit}>
            <PageIcon />
            {t('audit.open')}
          </button>
        </div>
        <SiteLine place={place} status={status} change={change} />
        {domain ? <HelpersSwitch domain={domain} /> : null}
        <GuidelineLine status={status} />
      </footer>
    </main>
  );
}

/** Opening the popup is what lets us see this tab, its address and its page. */
async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
