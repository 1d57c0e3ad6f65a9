/**
 * Which composer an event belongs to. A composer is an editor (a thread has several) together with the root its post
 * button is in. Found from where the person is, never by searching the page.
 */
import type { ComposerFacts } from '../generated/network';
import type { Kind } from '../messages';
import type { Site } from '../sites/sites';
import { ancestorAcross, isShown } from './dom';

export interface Place {
  facts: ComposerFacts;
  root: Element;
}

const anyOf = (selectors: readonly string[]) => selectors.join(',');

/** The composer around an editor, given any node in it; null where the node is in no known editor. */
export function placeOfEditor(site: Site, node: Node | null): (Place & { editor: HTMLElement }) | null {
  for (const facts of site.composers) {
    const editor = ancestorAcross(node, (element) => element.matches(anyOf(facts.editor)));
    const root = editor && rootAround(facts, editor);
    if (editor instanceof HTMLElement && root) return { facts, root, editor };
  }
  return null;
}

/** The composer whose post button an event went through; null where it went through none. */
export function placeOfButton(site: Site, path: readonly EventTarget[]): (Place & { button: HTMLElement }) | null {
  for (const target of path) {
    if (!(target instanceof HTMLElement)) continue;
    for (const facts of site.composers) {
      if (!isSubmit(facts, target)) continue;
      const root = rootAround(facts, target);
      if (root && editorsOf(site, { facts, root }).length > 0) return { facts, root, button: target };
    }
  }
  return null;
}

/** The editors of a composer in the order of the page: several where a thread is written. */
export function editorsOf(site: Site, place: Place): HTMLElement[] {
  const editors = [...place.root.querySelectorAll<HTMLElement>(anyOf(place.facts.editor))];
  return editors.filter((editor) => {
    const own = placeOfEditor(site, editor);
    return own?.root === place.root && own.facts === place.facts;
  });
}

/** The button that posts; null where the site shows none that we know. */
export function submitButton({ facts, root }: Place): HTMLElement | null {
  const buttons = [...root.querySelectorAll<HTMLElement>(anyOf(facts.submit))].filter((b) => isSubmit(facts, b));
  return buttons.find((button) => isShown(button) && !isDisabled(button)) ?? buttons.find(isShown) ?? null;
}

export function isDisabled(button: Element): boolean {
  return button.matches(':disabled') || button.getAttribute('aria-disabled') === 'true';
}

/** Whether this key posts, as the site has it. */
export function isSubmitKey(facts: ComposerFacts, event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
  const pressed = event.ctrlKey || event.metaKey ? 'Ctrl+Enter' : 'Enter';
  return facts.submitKeys?.includes(pressed) ?? false;
}

export function kindOf({ facts, root }: Place): Kind {
  return facts.pageIsReply && root.querySelector(anyOf(facts.pageIsReply)) ? 'reply' : facts.kind;
}

/** Attached pictures or videos; the core takes at most 100. */
export function countAttached(root: Element, selectors: readonly string[] | undefined): number {
  return selectors ? Math.min(root.querySelectorAll(anyOf(selectors)).length, 100) : 0;
}

/** Where roots nest, the innermost that holds a post button, because sites split their composers differently. */
function rootAround(facts: ComposerFacts, inner: Element): Element | null {
  const isRoot = (element: Element) => element.matches(anyOf(facts.root));
  const holdsSubmit = (element: Element) => isRoot(element) && element.querySelector(anyOf(facts.submit)) !== null;
  return ancestorAcross(inner, holdsSubmit) ?? ancestorAcross(inner, isRoot);
}

function isSubmit(facts: ComposerFacts, element: HTMLElement): boolean {
  if (!element.matches(anyOf(facts.submit))) return false;
  const names = [element.textContent, element.getAttribute('aria-label')];
  return facts.submitLabels ? carriesLabel(facts.submitLabels, names, document.documentElement.lang) : true;
}

/**
 * Whether a button's name is one of the labels. In a page language for which no labels are known the selector alone
 * decides: rather one prompt too many than a post that slips through.
 */
export function carriesLabel(
  labels: Record<string, string[]>,
  names: readonly (string | null)[],
  pageLanguage: string,
): boolean {
  const language = pageLanguage.toLowerCase().split('-')[0] ?? '';
  if (language && !(language in labels)) return true;
  const known = Object.values(labels).flat();
  return names.some((name) => name !== null && known.includes(name.trim().replace(/\s+/g, ' ')));
}
