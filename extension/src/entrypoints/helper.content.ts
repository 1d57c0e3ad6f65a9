import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Helper } from '../helper/helper';
import type { TabMessages } from '../messages';
import { send } from '../send';

/** Where it is put in twice, at once and with the page, the second does nothing. */
const mark = 'botschaftHelper';

/** Not in the manifest: the background registers it for the company's domains, once the person has allowed them. */
export default defineContentScript({
  registration: 'runtime',
  main() {
    const world = globalThis as unknown as Record<string, boolean>;
    if (world[mark]) return;
    world[mark] = true;
    let helper: Helper | null = null;
    const settle = async () => {
      const state = await send('helperState', { host: location.host }).catch(() => null);
      if (!state?.on) {
        helper?.end();
        helper = null;
      } else if (helper) {
        helper.change(state);
      } else {
        helper = new Helper(state, state.uiLanguage);
      }
    };
    browser.runtime.onMessage.addListener((message: { type: string; body: unknown }) => {
      if (message.type === 'sharePage') helper?.share((message.body as TabMessages['sharePage'][0]).quote);
      if (message.type === 'changed') void settle();
    });
    void settle();
  },
});
