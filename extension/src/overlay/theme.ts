/** Whether the page around an element is light or dark, whatever the system prefers: our parts stand on the page. */
import { ancestorAcross } from '../composer/dom';

export type Theme = 'light' | 'dark';

export function themeAround(element: Element): Theme {
  const behind = ancestorAcross(element, (candidate) => colourOf(candidate) !== null);
  const colour = behind && colourOf(behind);
  if (!colour) return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return luminance(colour) < 0.4 ? 'dark' : 'light';
}

/** Red, green, blue from 0 to 255; null for a background that lets through most of what is behind it. */
function colourOf(element: Element): [number, number, number] | null {
  const { backgroundColor } = getComputedStyle(element);
  const [red, green, blue, alpha = 1] = (backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
  if (!backgroundColor.startsWith('rgb') || red === undefined || green === undefined || blue === undefined) return null;
  return alpha < 0.5 ? null : [red, green, blue];
}

/** WCAG 2.2, relative luminance. */
export function luminance(colour: readonly [number, number, number]): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
