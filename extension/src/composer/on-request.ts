/**
 * In a page where nothing of ours is to be (mode `panel`): the draft is looked for when the person asks for it, in the
 * side panel or the popup, and nothing is left behind.
 */
import type { Draft } from '../messages';
import type { Site } from '../sites/sites';
import { caretIn } from './caret';
import { deepActiveElement, isShown } from './dom';
import { countAttached, kindOf, type Place, placeOfEditor } from './find';
import { readText } from './read';
import { insertText } from './replace';

type Found = Place & { editor: HTMLElement };

export function draftOnRequest(site: Site): Draft | null {
  const found = find(site);
  return (
    found && {
      text: readText(found.editor).text,
      network: site.network,
      kind: kindOf(found),
      images: countAttached(found.root, found.facts.images),
      videos: countAttached(found.root, found.facts.videos),
    }
  );
}

export async function insertOnRequest(site: Site, text: string): Promise<boolean> {
  const found = find(site);
  return found !== null && (await insertText(found.editor, text, caretIn(found.editor))) === 'replaced';
}

/** Where the person is; else the first editor with a text, or the first. */
function find(site: Site): Found | null {
  const here = placeOfEditor(site, deepActiveElement());
  if (here) return here;
  const places = editorsIn(site, document).flatMap((editor) => placeOfEditor(site, editor) ?? []);
  return places.find(({ editor }) => readText(editor).text !== '') ?? places[0] ?? null;
}

function editorsIn(site: Site, root: Document | ShadowRoot): Element[] {
  const selectors = site.composers.flatMap((facts) => facts.editor).join(',');
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [...root.querySelectorAll(selectors)].filter(isShown).concat(inner.flatMap((each) => editorsIn(site, each)));
}
