// Every composer of the demo pages, and how a test comes to it.
import type { Page } from 'playwright-core';
import type { Network } from '../../../extension/src/messages';
import type { Chromium } from './chromium';
import { demoSites, type ComposerShape as Shape } from './demo-sites';

export interface ComposerShape extends Shape {
  network: Network;
  url: string;
}

export const everyComposer: ComposerShape[] = demoSites.flatMap(({ network, host, composers }) =>
  composers.map((shape) => ({ ...shape, network, url: `https://${host}${shape.path}` })),
);

/** The two sites that every test of a behaviour in detail runs on; the matrix runs on all. */
export const composers = everyComposer.filter(({ network }) => network === 'linkedin' || network === 'x');

export function composerCalled(part: string): ComposerShape {
  const found = everyComposer.find((composer) => composer.title.startsWith(part));
  if (!found) throw new Error(`There is no composer called ${part}.`);
  return found;
}

/** Opens the page, the composer in it, and puts the caret into its editor with the mouse. */
export async function openComposer(chromium: Chromium, shape: ComposerShape): Promise<Page> {
  const page = await chromium.open(shape.url);
  if (shape.opener) await page.click(shape.opener);
  await page.click(shape.editable);
  return page;
}
