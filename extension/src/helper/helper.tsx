/**
 * The helper on the company's own pages: a button at the article, or why there is none; a button at selected words. It
 * follows the address, because many sites change their page without loading a new one.
 */
import type { SuggestAnswer } from '../generated/protocol';
import type { HelperState, UiLanguage } from '../messages';
import { createHost, type Host } from '../overlay/host';
import { themeAround } from '../overlay/theme';
import { send } from '../send';
import css from './helper.css?inline';
import { findArticle, type PageWords, quoted, readWords, selectedQuote } from './page';
import { HelperView } from './view';

const addressEvery = 400;
/** Pixels: what the button needs in its longer language. */
const roomBeside = 220;

export class Helper {
  private readonly ending = new AbortController();
  private readonly host: Host;
  private page: PageWords | null = null;
  private answer: SuggestAnswer | null = null;
  private open = false;
  private quote: string | null = null;
  private selected: { text: string; at: DOMRect } | null = null;
  private address = '';
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(
    private state: HelperState,
    private readonly language: UiLanguage,
  ) {
    const { signal } = this.ending;
    this.host = createHost(
      (event) => {
        if (event.key === 'Escape' && this.open) this.close();
      },
      () => false,
      signal,
      { name: 'helper', styles: css },
    );
    document.addEventListener('selectionchange', () => this.select(), { signal });
    const again = () => this.draw();
    window.addEventListener('resize', again, { signal });
    window.addEventListener('scroll', () => this.selected && this.select(), { signal, passive: true });
    this.timer = setInterval(() => {
      if (this.bare() !== this.address) void this.arrive();
      // Sites that draw themselves anew throw out what they do not know.
      else if (!this.host.element.isConnected || this.state.position !== 'corner') this.draw();
    }, addressEvery);
    void this.arrive();
  }

  end(): void {
    this.ending.abort();
    clearInterval(this.timer);
    this.host.remove();
  }

  change(state: HelperState): void {
    this.state = state;
    void this.arrive();
  }

  /** Opens the panel, as the button does; with words to quote where there are some. */
  share(words: string | null): void {
    if (!this.page || this.answer?.page?.state !== 'open') {
      this.draw();
      return;
    }
    this.quote = words === null ? null : quoted(words, this.page.lang ?? this.language);
    this.open = true;
    this.selected = null;
    this.draw();
  }

  private bare(): string {
    return location.href.split('#')[0] ?? '';
  }

  /** At a page: what may be shared of it. An answer for a page that was left meanwhile is dropped. */
  private async arrive(): Promise<void> {
    const address = this.bare();
    this.address = address;
    this.open = false;
    this.selected = null;
    this.answer = null;
    this.draw();
    // The site needs a moment to put the new page's title in place.
    await new Promise((done) => setTimeout(done, 150));
    const page = readWords();
    const { url, title, description } = page;
    const answer = await send('suggest', { page: { url, title, description }, limit: 3 }).catch(() => null);
    if (this.bare() !== address || this.ending.signal.aborted) return;
    this.page = page;
    this.answer = answer?.ok ? answer : null;
    this.draw();
  }

  private select(): void {
    const found = this.open || this.answer?.page?.state !== 'open' ? null : selectedQuote();
    if (!found && !this.selected) return;
    this.selected = found;
    this.draw();
  }

  private close(): void {
    this.open = false;
    this.draw();
  }

  private draw(): void {
    const article = this.state.position === 'corner' ? null : findArticle(this.state.article);
    const around = article?.getBoundingClientRect();
    // Beside the article, where nothing is read; without room there, in the window's corner.
    const rect = around && document.documentElement.clientWidth - around.right >= roomBeside ? around : null;
    this.host.element.style.setProperty('position', rect ? 'absolute' : 'fixed', 'important');
    const corner =
      rect === null
        ? null
        : { left: rect.right + scrollX, top: (this.state.position === 'start' ? rect.top : rect.bottom) + scrollY };
    this.host.render(
      <HelperView
        language={this.language}
        theme={themeAround(article ?? document.body)}
        corner={corner}
        fromBelow={this.state.position === 'end'}
        page={this.page}
        answer={this.answer}
        open={this.open}
        quote={this.quote}
        selected={this.selected}
        share={(words: string | null) => this.share(words)}
        close={() => this.close()}
      />,
    );
  }
}
