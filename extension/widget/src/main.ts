import { BotschaftShare } from './element';

// A page may load the file twice, once as a module and once as a classic script.
if (globalThis.customElements && !customElements.get('botschaft-share')) {
  customElements.define('botschaft-share', BotschaftShare);
}

export { BotschaftShare };
