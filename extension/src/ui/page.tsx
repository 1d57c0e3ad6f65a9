import { type ComponentChildren, render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { translate } from '../i18n';
import type { Messages, MessageType, Status, UiLanguage } from '../messages';
import { send } from '../send';
import { LanguageContext } from './language';
import './page.css';

type StatusMessage = { [T in MessageType]: Messages[T][1] extends Status ? T : never }[MessageType];

export interface PageState {
  status: Status;
  /** Sends a message that answers with the status, and shows the page accordingly. Rejects with SendFailed. */
  change: <T extends StatusMessage>(type: T, body: Messages[T][0]) => Promise<Status>;
}

const titles = {
  options: 'options.title',
  panel: 'panel.title',
  popup: 'check.title',
  audit: 'audit.title',
  approval: 'approval.title',
  onboarding: 'onboarding.title',
} as const;
type PageName = keyof typeof titles;

function browserLanguage(): UiLanguage {
  return browser.i18n.getUILanguage().startsWith('de') ? 'de' : 'en';
}

/** Loads the status, shows the page in its language, and keeps both true when another page changes something. */
function Page({ title, children }: { title: PageName; children: (state: PageState) => ComponentChildren }) {
  const [status, setStatus] = useState<Status | null>(null);
  const [failed, setFailed] = useState(false);
  const language = status?.uiLanguage ?? browserLanguage();

  const change = useCallback(async <T extends StatusMessage>(type: T, body: Messages[T][0]) => {
    // Every message of StatusMessage answers with a Status.
    const next = (await send(type, body)) as Status;
    setStatus(next);
    return next;
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () =>
      change('status', {}).then(
        () => setFailed(false),
        () => setFailed(true),
      );
    const reload = (changes: Record<string, unknown>) => {
      // Which tabs we run in is no business of a page.
      if (Object.keys(changes).every((key) => key === 'tabHosts')) return;
      clearTimeout(timer);
      timer = setTimeout(load, 60);
    };
    void load();
    browser.storage.onChanged.addListener(reload);
    return () => {
      clearTimeout(timer);
      browser.storage.onChanged.removeListener(reload);
    };
  }, [change]);

  useEffect(() => {
    document.documentElement.lang = language;
    const name = translate(language, 'app.name');
    document.title = `${translate(language, titles[title])} – ${name}`;
  }, [language, title]);

  if (!status) {
    return (
      <main class="waiting" aria-busy={!failed}>
        {failed ? <p class="notice block">{translate(language, 'common.noAnswer')}</p> : null}
      </main>
    );
  }
  return <LanguageContext.Provider value={language}>{children({ status, change })}</LanguageContext.Provider>;
}

export function showPage(title: PageName, children: (state: PageState) => ComponentChildren): void {
  const root = document.getElementById('root');
  if (root) render(<Page title={title}>{children}</Page>, root);
}
