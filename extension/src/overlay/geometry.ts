/** Where things of ours go on the screen. All in CSS pixels of the viewport. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Position {
  left: number;
  top: number;
}

const gap = 8;

export const right = (box: Box) => box.left + box.width;
export const bottom = (box: Box) => box.top + box.height;

export function overlaps(a: Box, b: Box): boolean {
  return a.left < right(b) && b.left < right(a) && a.top < bottom(b) && b.top < bottom(a);
}

function isOnScreen(box: Box, screen: Size): boolean {
  return box.left >= 0 && box.top >= 0 && right(box) <= screen.width && bottom(box) <= screen.height;
}

/**
 * Places for the pill at an editor's edge, best first: beside it, so that the pill does not move while the text grows;
 * then in its corners; then above and below.
 */
function pillPlaces(editor: Box, pill: Size): Position[] {
  const insideRight = right(editor) - pill.width;
  const insideBottom = bottom(editor) - pill.height;
  return [
    { left: right(editor) + gap, top: editor.top },
    { left: insideRight, top: insideBottom },
    { left: insideRight, top: editor.top },
    { left: insideRight, top: editor.top - pill.height - gap },
    { left: editor.left, top: editor.top - pill.height - gap },
    { left: insideRight, top: bottom(editor) + gap },
    { left: editor.left - pill.width - gap, top: editor.top },
  ];
}

/**
 * The pill's position; null when the editor is not on the screen.
 * @param taken what must not be covered: the lines of text, the post button
 * @param isFree whether the page shows nothing there that can be clicked
 */
export function placePill(
  editor: Box,
  pill: Size,
  screen: Size,
  taken: readonly Box[],
  isFree: (box: Box) => boolean,
): Position | null {
  if (!overlaps(editor, { left: 0, top: 0, ...screen })) return null;
  // Of an editor that is larger than the screen only what is visible counts.
  const top = Math.max(editor.top, 0);
  const visible = { ...editor, top, height: Math.min(bottom(editor), screen.height) - top };
  const fits = (place: Position) => {
    const box = { ...place, ...pill };
    return isOnScreen(box, screen) && !taken.some((other) => overlaps(box, other));
  };
  const places = pillPlaces(visible, pill).filter(fits);
  const corner = { left: screen.width - pill.width - gap, top: screen.height - pill.height - gap };
  return places.find((place) => isFree({ ...place, ...pill })) ?? places[0] ?? corner;
}

/** Beside the editor where there is room, otherwise the corner of the screen that is farthest from the text. */
export function placePanel(editor: Box, pill: Box, panel: Size, screen: Size): Position {
  const top = clamp(Math.min(editor.top, pill.top), gap, screen.height - panel.height - gap);
  const beside = Math.max(right(editor), right(pill)) + gap;
  if (beside + panel.width + gap <= screen.width) return { left: beside, top };
  const before = Math.min(editor.left, pill.left) - gap - panel.width;
  if (before >= gap) return { left: before, top };
  const left = clamp(right(pill) - panel.width, gap, screen.width - panel.width - gap);
  const under = Math.max(bottom(pill), bottom(editor)) + gap;
  if (under + panel.height + gap <= screen.height) return { left, top: under };
  const over = Math.min(pill.top, editor.top) - gap - panel.height;
  return { left, top: over >= gap ? over : Math.max(gap, screen.height - panel.height - gap) };
}

/** Under the words, or over them where there is no room below. */
export function placeCard(words: Box, card: Size, screen: Size): Position {
  const under = bottom(words) + gap;
  const over = words.top - gap - card.height;
  const hasRoomBelow = under + card.height + gap <= screen.height;
  return {
    left: clamp(words.left, gap, screen.width - card.width - gap),
    top: hasRoomBelow || over < gap ? clamp(under, gap, screen.height - card.height - gap) : over,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
