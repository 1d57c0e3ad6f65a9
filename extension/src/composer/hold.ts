/**
 * Sees every event that posts before the site does: capture listeners on the window, registered before the page's own
 * scripts run, come first in light and shadow DOM.
 */
import type { Site } from '../sites/sites';
import { eventNode } from './dom';
import { isDisabled, isSubmitKey, type Place, placeOfButton, placeOfEditor, submitButton } from './find';

/**
 * `holds` says whether this press must not reach the site.
 * @returns what makes it hear the forms of a shadow root too
 */
export function installHold(
  site: Site,
  holds: (place: Place, byPerson: boolean) => boolean,
  signal: AbortSignal,
): (root: ShadowRoot) => void {
  const options = { capture: true, signal };

  const guard = (event: Event, find: () => Place | null) => {
    try {
      const place = find();
      if (!place || !holds(place, event.isTrusted && event.type !== 'submit')) return;
    } catch (error) {
      // A fault of ours must not keep anybody from posting.
      console.error('Botschaft:', error);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  window.addEventListener(
    'click',
    (event) => {
      guard(event, () => {
        const place = placeOfButton(site, event.composedPath());
        return place && !isDisabled(place.button) ? place : null;
      });
    },
    options,
  );
  window.addEventListener(
    'keydown',
    (event) => {
      // 229: a key that belongs to an input method, in browsers that do not set isComposing for it.
      if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
      guard(event, () => {
        const place = placeOfEditor(site, eventNode(event));
        if (!place || !isSubmitKey(place.facts, event) || choosesFromList(place.editor, event)) return null;
        const button = submitButton(place);
        return button && isDisabled(button) ? null : place;
      });
    },
    options,
  );
  installSubmitHold(window);
  return installSubmitHold;

  /** A form's own event is not heard outside the shadow root it is in. */
  function installSubmitHold(target: Window | ShadowRoot): void {
    target.addEventListener(
      'submit',
      (event) => {
        guard(event, () => {
          const form = eventNode(event);
          if (!(form instanceof Element)) return null;
          const selectors = site.composers.flatMap((facts) => facts.editor).join(',');
          return placeOfEditor(site, form.querySelector(selectors));
        });
      },
      options,
    );
  }
}

/** With a list of names or tags open, plain Enter takes one of them. */
function choosesFromList(editor: Element, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  return editor.hasAttribute('aria-activedescendant') || editor.getAttribute('aria-expanded') === 'true';
}
