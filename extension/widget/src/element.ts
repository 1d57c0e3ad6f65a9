/**
 * <botschaft-share>: links that pass a page on, for a company's website. Until something is pressed it asks for nothing,
 * stores nothing and loads nothing. The attributes are described in the widget's README.
 */
import { addressOf, isTarget, nameOf, type Shared, type ShareTargetId, taggedUrl } from './address';
import { drawing, make } from './dom';
import { glyphs } from './glyphs';
import { pageTitle, pageUrl } from './page';
import { QuoteBar } from './quote';
import { style } from './style';
import { type Suggestion, suggestionsFor } from './suggestions';
import { type Words, words } from './words';

/** What was passed on, for the site's own analytics: the event's `detail`. Cancelling the event cancels the action. */
export interface PassedOn {
  /** A target's id, or `copy` or `system`. */
  network: string;
  url: string;
  text: string;
}

const usual = 'linkedin x mastodon bluesky mail copy';
const campaignTags = 'utm_source={network}&utm_medium=share&utm_campaign={campaign}';
const serverKey = 'botschaft:mastodon';

/** One sheet for all widgets of a page. Made at the first one: a server that renders the element has no style sheets. */
let sheet: CSSStyleSheet | undefined;
function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  return sheet;
}

/** The host in what people write: a host, an address, a handle like @anna@server.example; empty where there is none. */
function hostIn(entered: string): string {
  const address = `https://${entered.trim().replace(/^https?:\/\//i, '')}`;
  if (!URL.canParse(address)) return '';
  const { host } = new URL(address);
  return host.includes('.') ? host : '';
}

/** Empty where nothing is kept, and where storage is switched off. */
function withStorage(use: (storage: Storage) => string | null | undefined): string {
  try {
    return use(localStorage) ?? '';
  } catch {
    return '';
  }
}

/** A server that renders pages knows no elements; importing this there does no harm. */
const Base = globalThis.HTMLElement ?? class {};

export class BotschaftShare extends Base {
  readonly #root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  readonly #status = make('p', { role: 'status', part: 'status' });
  readonly #observer = new MutationObserver(() => this.#render());
  readonly #quoteBar = new QuoteBar((quote) => this.#list(quote));
  #suggestions: Suggestion[] | undefined;
  #chosen: Suggestion | undefined;

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [sharedSheet()];
    this.#observer.observe(this, { attributes: true });
    this.#render();
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
    this.#quoteBar.stop();
  }

  #text(name: string): string {
    return this.getAttribute(name) ?? this.getAttribute(`data-${name}`) ?? '';
  }

  get #language(): 'de' | 'en' {
    const lang = this.closest('[lang]')?.getAttribute('lang') || navigator.language;
    return /^de\b/i.test(lang) ? 'de' : 'en';
  }

  #word(key: keyof Words): string {
    return this.getAttribute(`label-${key}`) ?? words[this.#language][key];
  }

  #wordsFor(network: string): string {
    if (this.#chosen && (!this.#chosen.network || this.#chosen.network === network)) return this.#chosen.text;
    return this.#text('text');
  }

  #shared(network: string, quote = ''): Shared {
    const campaign = this.#text('campaign');
    const tags = this.#text('tags') || (campaign && campaignTags);
    return {
      url: taggedUrl(pageUrl(this.#text('url')), tags, network, campaign),
      text: quote || this.#wordsFor(network),
      title: this.#text('headline') || pageTitle(),
      hashtags: this.#text('hashtags')
        .split(/[\s,#]+/)
        .filter(Boolean),
      via: this.#text('via').replace(/^@/, ''),
    };
  }

  /** Tells the site; answers whether to go on. */
  #announce(network: string, { url, text }: Shared): boolean {
    const detail: PassedOn = { network, url, text };
    return this.dispatchEvent(
      new CustomEvent('botschaft:share', { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }

  #render(): void {
    const focused = (this.#root.activeElement as HTMLElement | null)?.dataset.id;
    const label = this.#word('list');
    const texts = this.#text('content');
    const choose = make('button', { type: 'button', part: 'choose', 'data-id': 'texts' }, this.#word('texts'));
    choose.setAttribute('aria-expanded', String(this.#suggestions !== undefined));
    choose.onclick = () => void this.#toggleSuggestions();
    this.#root.replaceChildren(
      make('slot', { name: 'heading' }),
      ...(texts ? [choose, ...this.#suggestionList()] : []),
      make('div', { part: 'bar', role: 'group', 'aria-label': label }, this.#list()),
      this.#status,
      this.#quoteBar.element,
      make('p', { part: 'print' }, `${label}: ${this.#shared('print').url}`),
    );
    this.#quoteBar.watch(
      this.#text('quote') || (this.hasAttribute('quote') ? 'article,main' : ''),
      this.#word('quote'),
    );
    if (focused) this.#root.querySelector<HTMLElement>(`[data-id="${focused}"]`)?.focus();
  }

  #list(quote = ''): HTMLElement {
    const networks = (this.#text('networks') || usual).split(/[\s,]+/);
    const items = networks.flatMap((network) => {
      const control = this.#control(network, quote);
      return control ? [make('li', { part: 'item' }, control)] : [];
    });
    return make('ul', { part: 'list', role: 'list' }, ...items);
  }

  #control(network: string, quote: string): HTMLElement | null {
    if (network === 'copy') return this.#button(network, this.#word('copy'), () => this.#copy(quote));
    if (network === 'system') {
      return 'share' in navigator ? this.#button(network, this.#word('system'), () => this.#openSheet(quote)) : null;
    }
    return isTarget(network) ? this.#link(network, quote) : null;
  }

  #dressed<Control extends HTMLElement>(control: Control, network: string, label: string): Control {
    const icon = make('slot', { name: `icon-${network}` });
    icon.append(drawing(glyphs[network] ?? ''));
    control.part.add('link', `link-${network}`);
    control.dataset.id = network;
    control.append(icon, make('span', { part: 'label' }, label));
    return control;
  }

  #button(network: string, label: string, press: () => void): HTMLElement {
    const button = this.#dressed(make('button', { type: 'button' }), network, label);
    button.onclick = press;
    return button;
  }

  #link(network: ShareTargetId, quote: string): HTMLElement {
    const shared = this.#shared(network, quote);
    // On phones LinkedIn's composer cannot be opened with words; its page for links can.
    const isPhone = network === 'linkedin' && matchMedia('(pointer: coarse)').matches;
    const label = this.getAttribute(`label-${network}`) ?? (network === 'mail' ? this.#word('mail') : nameOf(network));
    const href = addressOf(network, isPhone ? { ...shared, text: '' } : shared);
    const link = this.#dressed(make('a', { href, target: '_blank', rel: 'noopener noreferrer' }), network, label);
    if (network !== 'mail') link.setAttribute('aria-label', this.#word('to').replace('{name}', label));
    link.onclick = (event) => {
      const goesOn = this.#announce(network, shared);
      const asks = network === 'mastodon' && this.#text('mastodon') === 'ask';
      if (!goesOn || asks) event.preventDefault();
      if (goesOn && asks) this.#askForServer(shared);
    };
    return link;
  }

  async #copy(quote: string): Promise<void> {
    const shared = this.#shared('copy', quote);
    if (!this.#announce('copy', shared)) return;
    const text = quote ? `${quote}\n${shared.url}` : shared.url;
    // Without the clipboard (a page over http, a browser that refuses) the link is at least shown.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    this.#status.textContent = done ? this.#word('copied') : this.#word('failed') + text;
  }

  #openSheet(quote: string): void {
    const { url, text, title, ...rest } = this.#shared('system', quote);
    if (!this.#announce('system', { url, text, title, ...rest })) return;
    // Closing the sheet is no fault.
    void navigator.share({ url, title, ...(text ? { text } : {}) }).catch(() => {});
  }

  #askForServer(shared: Shared): void {
    const known = hostIn(withStorage((storage) => storage.getItem(serverKey)));
    const server = make('input', { type: 'text', value: known, inputmode: 'url', autocomplete: 'off', required: true });
    const tick = make('input', { type: 'checkbox', checked: known !== '' });
    const form = make(
      'form',
      { part: 'server' },
      make('label', {}, this.#word('server'), server),
      make('label', {}, tick, this.#word('remember')),
      make('button', { type: 'submit' }, this.#word('open')),
    );
    form.noValidate = true;
    form.onsubmit = (event) => {
      event.preventDefault();
      const host = hostIn(server.value);
      server.setAttribute('aria-invalid', String(!host));
      if (!host) return server.focus();
      withStorage((storage) => {
        if (tick.checked) storage.setItem(serverKey, host);
        else storage.removeItem(serverKey);
        return '';
      });
      open(addressOf('mastodon', shared, host), '_blank', 'noopener,noreferrer');
      form.remove();
    };
    this.#root.querySelector('form')?.remove();
    this.#status.before(form);
    server.focus();
  }

  async #toggleSuggestions(): Promise<void> {
    this.#status.textContent = '';
    if (this.#suggestions) {
      this.#suggestions = undefined;
      return this.#render();
    }
    try {
      this.#suggestions = await suggestionsFor(this.#text('content'), pageUrl(this.#text('url')), this.#language);
      if (this.#suggestions.length === 0) this.#status.textContent = this.#word('none');
    } catch (error) {
      console.warn('botschaft-share:', error);
      this.#status.textContent = this.#word('unavailable');
    }
    this.#render();
  }

  #suggestionList(): HTMLElement[] {
    if (!this.#suggestions?.length) return [];
    const choices = [undefined, ...this.#suggestions];
    const items = choices.map((choice, at) => {
      const name = choice?.network && isTarget(choice.network) ? `${nameOf(choice.network)}: ` : '';
      const label = choice ? name + choice.text : this.#word('own');
      const button = make('button', { type: 'button', part: 'text', 'data-id': `text-${at}` }, label);
      button.setAttribute('aria-pressed', String(choice === this.#chosen));
      button.onclick = () => {
        this.#chosen = choice;
        this.#render();
      };
      return make('li', {}, button);
    });
    return [make('ul', { part: 'texts', role: 'list' }, ...items)];
  }
}
