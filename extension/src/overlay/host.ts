/**
 * The one element of ours in the page. Its closed shadow root keeps the page's styles out and ours in; what happens in
 * it is none of the page's business, so that a click in our parts can never submit, and typing triggers no shortcuts.
 */
import { render, type VNode } from 'preact';
import toneCss from '../ui/tone.css?inline';
import css from './overlay.css?inline';

export interface Host {
  element: HTMLElement;
  shadow: ShadowRoot;
  render(node: VNode): void;
  remove(): void;
}

/** These need not reach our own elements: what they do by default still happens, and keys are handled here. */
const stoppedOnTheWay = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'paste',
  'cut',
  'copy',
  'focusin',
  'focusout',
  'focus',
  'blur',
  'compositionstart',
  'compositionupdate',
  'compositionend',
] as const;

/** These must reach our own elements, and go no further. */
const stoppedAfterwards = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'wheel',
  'change',
  'submit',
] as const;

/**
 * @param onKey takes keys pressed in our parts
 * @param isModal whether the focus has to stay with us: then the page does not learn that it went to us, because sites
 *   that keep the focus in their own dialogs would take it back
 * @param what of our parts it is for
 */
export function createHost(
  onKey: (event: KeyboardEvent) => void,
  isModal: () => boolean,
  signal: AbortSignal,
  { name, styles }: { name: string; styles: string } = { name: 'overlay', styles: `${css}${toneCss}` },
): Host {
  const element = document.createElement('div');
  element.dataset.botschaft = name;
  const shadow = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  const container = document.createElement('div');
  shadow.append(container);

  // Through the style object: a strict page policy forbids style attributes, not this.
  const own = { all: 'initial', position: 'fixed', inset: '0 auto auto 0', 'z-index': '2147483647' };
  for (const [name, value] of Object.entries(own)) element.style.setProperty(name, value, 'important');

  for (const type of stoppedOnTheWay) {
    const stop = (event: Event) => {
      const isLeavingForUs = event instanceof FocusEvent && event.relatedTarget === element && isModal();
      if (event.target !== element && !isLeavingForUs) return;
      event.stopImmediatePropagation();
      if (event instanceof KeyboardEvent && event.type === 'keydown') onKey(event);
    };
    window.addEventListener(type, stop, { capture: true, signal });
  }
  for (const type of stoppedAfterwards) {
    element.addEventListener(type, (event) => event.stopPropagation(), { passive: true, signal });
  }
  // The editor keeps focus and selection when one of our buttons is clicked.
  container.addEventListener('mousedown', (event) => {
    const target = event.target;
    if (target instanceof Element && !target.closest('textarea, input, label, summary, .scroll'))
      event.preventDefault();
  });

  return {
    element,
    shadow,
    render(node) {
      // Sites that render the whole document throw out what they do not know.
      if (!element.isConnected) document.documentElement.append(element);
      render(node, container);
    },
    remove() {
      render(null, container);
      element.remove();
    },
  };
}
