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
      if (root && (facts.keepsText || editorsOf(site, { facts, root }).length > 0))
        return { facts, root, button: target };
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
  const buttons = buttonsIn(facts, root);
  return buttons.find((button) => isShown(button) && !isDisabled(button)) ?? buttons.find(isShown) ?? null;
}

/** Whether the post button can be pressed now or comes in a later step: false means that nothing would be held. */
export function knowsButton(place: Place): boolean {
  if (submitButton(place)) return true;
  const { labelled = [], nextLabels } = place.facts;
  if (!nextLabels || labelled.length === 0) return false;
  const candidates = [...place.root.querySelectorAll(anyOf(labelled))].filter(isShown);
  return candidates.some((each) => isOneOf(nextLabels, [each.textContent, each.getAttribute('aria-label')]));
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
  const holdsSubmit = (element: Element) => isRoot(element) && buttonsIn(facts, element).length > 0;
  return ancestorAcross(inner, holdsSubmit) ?? ancestorAcross(inner, isRoot);
}

function isSubmit(facts: ComposerFacts, element: HTMLElement): boolean {
  const { submit, labelled = [], submitLabels } = facts;
  const names = [
    element instanceof HTMLInputElement ? element.value : element.textContent,
    element.getAttribute('aria-label'),
  ];
  if (submit.length > 0 && element.matches(anyOf(submit))) {
    if (!submitLabels || labelled.length > 0) return true;
    return carriesLabel(submitLabels, names, document.documentElement.lang);
  }
  return labelled.length > 0 && element.matches(anyOf(labelled)) && isOneOf(submitLabels ?? {}, names);
}

function buttonsIn(facts: ComposerFacts, root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(submitCandidates(facts))].filter((button) => isSubmit(facts, button));
}

/** Selectors of everything that may turn out to be the post button. */
const submitCandidates = ({ submit, labelled = [] }: ComposerFacts) => anyOf([...submit, ...labelled]);

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
  return isOneOf(labels, names);
}

function isOneOf(labels: Record<string, string[]>, names: readonly (string | null)[]): boolean {
  const known = Object.values(labels).flat();
  return names.some((name) => name !== null && known.includes(name.trim().replace(/\s+/g, ' ')));
}

/** The most that this very host takes, where it says so in its page. */
export function limitOfHost({ ownLimit }: Site): number | null {
  if (!ownLimit) return null;
  try {
    const stated: unknown = JSON.parse(document.querySelector(ownLimit.in)?.textContent ?? '{}');
    const limit = (stated as Record<string, unknown> | null)?.[ownLimit.key];
    return typeof limit === 'number' && Number.isInteger(limit) && limit > 0 && limit <= 1_000_000 ? limit : null;
  } catch {
    return null;
  }
}
