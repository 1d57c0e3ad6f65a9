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

/** The smallest box around all of these. */
export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map(right)) - left;
  return { left, top, width, height: Math.max(...boxes.map(bottom)) - top };
}

/** Narrower than this, findings are hard to read. */
const leastPanelWidth = 300;

/**
 * Beside the composer (the editor and its post button) where there is room, else under or over it, else at the foot of
 * the screen. `size` is what the panel would like to have; the width in the answer may be less.
 */
export function placePanel(composer: Box, pill: Box, size: Size, screen: Size): Position & { width: number } {
  const roomRight = screen.width - right(composer) - 2 * gap;
  const roomLeft = composer.left - 2 * gap;
  const below = (left: number, width: number) => {
    const isUnderPill = pill.left < left + width && left < right(pill);
    const wanted = isUnderPill ? bottom(pill) + gap : composer.top;
    return clamp(wanted, gap, screen.height - size.height - gap);
  };
  if (roomRight >= leastPanelWidth) {
    const width = Math.min(size.width, roomRight);
    const left = right(composer) + gap;
    return { left, top: below(left, width), width };
  }
  if (roomLeft >= leastPanelWidth) {
    const width = Math.min(size.width, roomLeft);
    const left = composer.left - gap - width;
    return { left, top: below(left, width), width };
  }
  const { width } = size;
  const left = clamp(right(composer) - width, gap, screen.width - width - gap);
  const lowest = screen.height - size.height - gap;
  const under = Math.max(bottom(composer), bottom(pill)) + gap;
  const over = Math.min(composer.top, pill.top) - gap - size.height;
  return { left, top: under <= lowest || over < gap ? Math.min(under, Math.max(gap, lowest)) : over, width };
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
