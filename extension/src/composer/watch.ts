/** Tells when an editor has moved, changed its size or left the page: from events and observers, without polling. */

/** `moved` is called at most once per frame, until `signal` aborts. */
export function watchPlace(editor: HTMLElement, moved: () => void, signal: AbortSignal): void {
  let frame = 0;
  const soon = () => {
    if (frame === 0 && !signal.aborted) {
      frame = requestAnimationFrame(() => {
        frame = 0;
        moved();
        watchPosition();
      });
    }
  };

  const options = { capture: true, passive: true, signal };
  window.addEventListener('resize', soon, options);
  // Scrolling inside a shadow root is not heard outside it.
  for (const target of new Set<EventTarget>([window, editor.getRootNode()])) {
    for (const type of ['scroll', 'transitionend', 'animationend']) target.addEventListener(type, soon, options);
  }

  // Comes also when the element leaves the page.
  const sizes = new ResizeObserver(soon);
  sizes.observe(editor);

  // A margin that leaves exactly the editor's box: any movement changes how much of it is inside.
  let positions: IntersectionObserver | null = null;
  const watchPosition = () => {
    positions?.disconnect();
    positions = null;
    const box = editor.getBoundingClientRect();
    if (!editor.isConnected || box.width === 0 || box.height === 0) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const edges = [box.top, clientWidth - box.right, clientHeight - box.bottom, box.left];
    const rootMargin = edges.map((edge) => `${-Math.floor(edge)}px`).join(' ');
    let isFirst = true;
    positions = new IntersectionObserver(
      () => {
        // The first call only says how things are.
        if (!isFirst) soon();
        isFirst = false;
      },
      { rootMargin, threshold: [0, 0.25, 0.5, 0.75, 1] },
    );
    positions.observe(editor);
  };
  watchPosition();

  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    positions?.disconnect();
  });
}
