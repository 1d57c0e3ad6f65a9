/** Puts the overlay's parts on the screen, at the right place, and takes care of keys and focus in them. */

import { ancestorAcross, elementAt } from '../composer/dom';
import { Card } from './card';
import { around, type Box, type Position, placeCard, placePanel, placePill } from './geometry';
import { HoldDialog } from './hold-dialog';
import { createHost } from './host';
import { Notices, Panel } from './panel';
import { Pill } from './pill';
import { texts } from './texts';
import type { Actions, View } from './view';

type PartName = 'pill' | 'panel' | 'card' | 'dialog';

export interface Overlay {
  /** What page events see as the target of everything that happens in our parts. */
  element: HTMLElement;
  show(view: View): void;
  /** The page has moved: follow. */
  follow(): void;
  focus(part: PartName): void;
  hasFocus(): boolean;
  remove(): void;
}

const canBeClicked =
  'a,button,input,select,textarea,label,summary,[role="button"],[role="link"],[role="tab"],[role="menuitem"]';

export function createOverlay(actions: Actions, onKey: (event: KeyboardEvent) => void, signal: AbortSignal): Overlay {
  const host = createHost(
    (event) => {
      if (event.key === 'Tab' && (trapTab(event) || leavesByTab(event))) return;
      onKey(event);
    },
    () => view?.dialog != null,
    signal,
  );
  let view: View | null = null;

  const find = (part: PartName) => host.shadow.querySelector<HTMLElement>(`[data-part="${part}"]`);

  const move = (element: HTMLElement | null, position: Position | null) => {
    if (!element) return;
    element.classList.toggle('unplaced', position === null);
    if (!position) return;
    element.style.left = `${Math.round(position.left)}px`;
    element.style.top = `${Math.round(position.top)}px`;
  };

  const place = () => {
    if (!view) return;
    const screen = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const editor = view.editor?.isConnected ? view.editor.getBoundingClientRect() : null;
    const pill = find('pill');
    if (editor && pill) {
      const { lines, button } = view.taken();
      const taken = button ? [...lines, button] : lines;
      const isFreeHere = (box: Box) => isFree(box, view?.editor ?? null);
      move(pill, placePill(boxOf(editor), sizeOf(pill), screen, taken, isFreeHere));
      const panel = find('panel');
      if (panel) {
        const composer = around(button ? [boxOf(editor), button] : [boxOf(editor)]);
        panel.style.width = '';
        const place = placePanel(composer, boxOf(pill.getBoundingClientRect()), sizeOf(panel), screen);
        panel.style.width = `${place.width}px`;
        move(panel, place);
      }
    }
    const card = find('card');
    const words = view.card?.words.getClientRects()[0];
    if (card) move(card, words ? placeCard(boxOf(words), sizeOf(card), screen) : null);
  };

  /** Whether the page shows nothing that can be clicked or read in this box. */
  const isFree = (box: Box, editor: HTMLElement | null) => {
    const xs = [box.left + 1, box.left + box.width / 2, box.left + box.width - 1];
    const ys = [box.top + 1, box.top + box.height - 1];
    return xs.every((x) =>
      ys.every((y) => {
        const hit = elementAt(x, y);
        if (!hit || hit === editor) return true;
        if (ancestorAcross(hit, (element) => element.matches(canBeClicked))) return false;
        return editor?.contains(hit) || ![...hit.childNodes].some((node) => node instanceof Text && node.data.trim());
      }),
    );
  };

  const focusables = (inside: Element) =>
    [
      ...inside.querySelectorAll<HTMLElement>('button:not(:disabled), a[href], textarea, input, select, summary'),
    ].filter((element) => element.getClientRects().length > 0);

  /** Keeps the focus in the dialog while a press is held. */
  const trapTab = (event: KeyboardEvent): boolean => {
    const dialog = find('dialog');
    if (!dialog) return false;
    const elements = focusables(dialog);
    const current = elements.indexOf(host.shadow.activeElement as HTMLElement);
    const step = event.shiftKey ? -1 : 1;
    const isInside = current >= 0 && current + step >= 0 && current + step < elements.length;
    if (isInside) return true;
    event.preventDefault();
    elements[event.shiftKey ? elements.length - 1 : 0]?.focus();
    return true;
  };

  /** Tab past the last of ours, or back past the first, leads to the text: behind us the page may have nothing at all. */
  const leavesByTab = (event: KeyboardEvent): boolean => {
    const current = host.shadow.activeElement as HTMLElement | null;
    const part = current?.closest('[data-part="panel"], [data-part="card"]');
    if (!current || !part) return false;
    const elements = focusables(part);
    const next = elements.indexOf(current) + (event.shiftKey ? -1 : 1);
    if (next >= 0 && next < elements.length) return false;
    event.preventDefault();
    actions.backToText();
    return true;
  };

  // A site's own focus trap may pull the focus out of our dialog: pull it back, but do not fight for ever.
  let pulls: number[] = [];
  window.addEventListener(
    'focusin',
    (event) => {
      const dialog = find('dialog');
      if (!dialog || isMending || event.target === host.element) return;
      const now = performance.now();
      pulls = pulls.filter((at) => now - at < 1000);
      if (pulls.length >= 5) return;
      pulls.push(now);
      queueMicrotask(() => dialog.focus({ preventScroll: true }));
    },
    { capture: true, signal },
  );

  /** A fix from the dialog works in the editor, which needs the focus for that. */
  let isMending = false;
  const own: Actions = {
    ...actions,
    async fix(key, index) {
      isMending = true;
      try {
        return await actions.fix(key, index);
      } finally {
        isMending = false;
        find('dialog')?.focus({ preventScroll: true });
      }
    },
  };

  return {
    element: host.element,
    show(next) {
      view = next;
      const hadFocus = host.shadow.activeElement !== null;
      host.render(<App view={next} actions={own} />);
      place();
      // The button that was pressed may be gone with its finding: the focus stays near.
      if (hadFocus && host.shadow.activeElement === null) (find('dialog') ?? find('panel'))?.focus();
    },
    follow: place,
    focus(part) {
      const element = find(part);
      const first = element && part === 'card' ? focusables(element)[0] : null;
      (first ?? element)?.focus({ preventScroll: true });
    },
    hasFocus: () => host.shadow.activeElement !== null,
    remove: () => host.remove(),
  };
}

function App({ view, actions }: { view: View; actions: Actions }) {
  const isWithEditor = view.editor !== null;
  return (
    <div class={`app ${view.theme}`} lang={view.language}>
      {isWithEditor ? <Pill view={view} actions={actions} /> : null}
      {isWithEditor && view.panelIsOpen ? <Panel view={view} actions={actions} /> : null}
      {view.card && !view.dialog ? <Card view={view} actions={actions} /> : null}
      {!view.panelIsOpen && view.floating.length > 0 ? (
        <div class="floating">
          <Notices view={{ ...view, notices: view.floating }} t={texts[view.language]} actions={actions} />
        </div>
      ) : null}
      {view.dialog ? <HoldDialog view={view} actions={actions} /> : null}
    </div>
  );
}

const sizeOf = (element: HTMLElement) => ({ width: element.offsetWidth, height: element.offsetHeight });
const boxOf = ({ left, top, width, height }: DOMRect): Box => ({ left, top, width, height });
