/** Walking a page whose parts may live in open shadow roots. */

/** The next node outwards: the parent, or the host where a shadow root ends. */
function outwards(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

/** The nearest ancestor that passes, `start` included, from the inside out and across shadow roots. */
export function ancestorAcross(start: Node | null, passes: (element: Element) => boolean): Element | null {
  for (let node = start; node; node = outwards(node)) {
    if (node instanceof Element && passes(node)) return node;
  }
  return null;
}

/** Whether `node` is `ancestor` or lies in it, shadow roots crossed. */
export function containsAcross(ancestor: Node, node: Node | null): boolean {
  for (let inner = node; inner; inner = outwards(inner)) {
    if (inner === ancestor) return true;
  }
  return false;
}

/** The focused element itself, not the host of the shadow root it is in. */
export function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The first node an event happened to, seen through open shadow roots. */
export function eventNode(event: Event): Node | null {
  const first = event.composedPath()[0];
  return first instanceof Node ? first : null;
}

/** Whether it is in the document and takes up room. */
export function isShown(element: Element): boolean {
  if (!element.isConnected) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** The page's innermost element at a point of the viewport, our own parts left out. */
export function elementAt(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  // The whole stack is dear, and ours is seldom on top.
  if (hit && isOurs(hit)) hit = document.elementsFromPoint(x, y).find((element) => !isOurs(element)) ?? null;
  while (hit?.shadowRoot) {
    const inner: Element | null = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

const isOurs = (element: Element) => element instanceof HTMLElement && element.dataset.botschaft !== undefined;
