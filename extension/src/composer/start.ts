/** Starts and stops the composer part on a page, as the settings say, and answers the side panel. */
import { browser } from 'wxt/browser';
import { approvalInHash } from '../approval/link';
import type { SiteMode, TabMessages, UiLanguage } from '../messages';
import { send } from '../send';
import type { Site } from '../sites/sites';
import { Session } from './session';

type TabMessageType = keyof TabMessages;
type TabMessage = { [K in TabMessageType]: { type: K; body: TabMessages[K][0] } }[TabMessageType];

export function startComposer(site: Site): void {
  // Before the page's scripts run: whoever listens first on the window comes first when somebody presses Post.
  let session: Session | null = new Session(site, browserLanguage());

  const apply = (mode: SiteMode, language: UiLanguage, countTime: boolean) => {
    if (mode === 'off') {
      session?.end();
      session = null;
      return;
    }
    session ??= new Session(site, language);
    session.setLanguage(language);
    session.countTime(countTime);
    session.checkAgain();
  };

  const answer = async (message: TabMessage): Promise<unknown> => {
    switch (message.type) {
      case 'readDraft':
        return session?.readDraft() ?? null;
      case 'insertText':
        return { inserted: (await session?.insert(message.body.text)) ?? false };
      case 'sharePage':
        return undefined;
      case 'changed':
        apply(message.body.mode, message.body.uiLanguage, message.body.countTime);
        return undefined;
    }
  };

  browser.runtime.onMessage.addListener((message: TabMessage, _sender, reply: (answer: unknown) => void) => {
    answer(message).then(reply, (error: unknown) => {
      console.error('Botschaft:', error);
      reply(message.type === 'insertText' ? { inserted: false } : null);
    });
    return true;
  });

  const takeApproval = () => {
    const message = approvalInHash(location.hash);
    if (message === null) return;
    // The page has no business with it.
    history.replaceState(history.state, '', location.pathname + location.search);
    send('takeApproval', { message }).then(
      ({ ok }) => session?.say(ok ? 'approvalTaken' : 'approvalNotTaken'),
      () => session?.say('approvalNotTaken'),
    );
  };
  takeApproval();
  window.addEventListener('hashchange', takeApproval);

  send('status', {}).then(
    ({ settings, uiLanguage }) => apply(settings.sites[location.host] ?? 'inline', uiLanguage, settings.countTime),
    // Without an answer the site stays on; every check asks again, and the pill says when none can be had.
    () => undefined,
  );
}

function browserLanguage(): UiLanguage {
  return browser.i18n.getUILanguage().toLowerCase().startsWith('de') ? 'de' : 'en';
}
