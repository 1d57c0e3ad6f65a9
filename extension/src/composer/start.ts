/** Starts and stops the composer part on a page, as the settings say, and answers the side panel. */
import { browser } from 'wxt/browser';
import { approvalInHash } from '../approval/link';
import type { Network, SiteMode, TabMessages, UiLanguage } from '../messages';
import { send } from '../send';
import { type Site, siteOfNetwork } from '../sites/sites';
import { draftOnRequest, insertOnRequest } from './on-request';
import { Session } from './session';

type TabMessageType = keyof TabMessages;
type TabMessage = { [K in TabMessageType]: { type: K; body: TabMessages[K][0] } }[TabMessageType];

/** On a host that the person switched on for this network. */
export function startOnAnyHost(network: Network): void {
  const site = siteOfNetwork(network);
  if (site) startComposer(site);
}

export function startComposer(site: Site): void {
  // Switching a host on puts us into its open tab; the next page has us from its start.
  const marked = globalThis as { botschaftIsHere?: true };
  if (marked.botschaftIsHere) return;
  marked.botschaftIsHere = true;

  // Before the page's scripts run: whoever listens first on the window comes first when somebody presses Post.
  let session: Session | null = new Session(site, browserLanguage());

  let isOff = false;

  const apply = (mode: SiteMode, language: UiLanguage, countTime: boolean) => {
    isOff = mode === 'off';
    if (mode !== 'inline') {
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
        return session ? session.readDraft() : isOff ? null : draftOnRequest(site);
      case 'report':
        return session?.report() ?? null;
      case 'insertText': {
        const { text } = message.body;
        const insert = session ? session.insert(text) : isOff ? false : insertOnRequest(site, text);
        return { inserted: await insert };
      }
      case 'sharePage':
        return undefined;
      case 'changed':
        apply(message.body.mode, message.body.uiLanguage, message.body.countTime);
        return undefined;
    }
  };

  browser.runtime.onMessage.addListener((message: TabMessage, _sender, reply: (answer: unknown) => void) => {
    // Of a page and its frames, the one where the person writes answers.
    const isForAll = message.type === 'changed';
    if (window !== top && !isForAll && !session?.hasComposer) return false;
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
      (answer) => {
        const caveat = answer.ok ? answer.caveat : undefined;
        // Asked about for another network, too; it came by a link to this one.
        const isForHere = caveat?.why === 'other-network' && caveat.network === site.network;
        session?.say(answer.ok && (!caveat || isForHere) ? 'approvalTaken' : 'approvalNotTaken');
      },
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
