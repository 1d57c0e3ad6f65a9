// The pictures of the stores' listings, from the product at work: 1280 by 800 in German and English, and the small tile of
// 440 by 280. They are written to build/store.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { startChromium } from '../harness/chromium';
import { root } from '../harness/paths';
import { startSiteServer } from '../harness/site-server';
import { tell } from './headless';

const out = join(root, 'build/store');
const stories = join(out, 'pages');

interface Listing {
  name: string;
  summary: string;
}

const dataUrl = (type: string, file: string) => `data:${type};base64,${readFileSync(file).toString('base64')}`;
const icon = dataUrl('image/svg+xml', join(root, 'store-assets/icon.svg'));

/** What each picture shows; narrow pages are set beside a sentence. */
const scenes = {
  de: [
    ['linkedin-panel', 'light', ''],
    ['linkedin-dialog-block', 'light', ''],
    ['side-panel', 'light', 'Freigegebene Inhalte, sortiert für dich. Nimm einen Text, mach ihn zu deinem, teile ihn.'],
    ['popup', 'dark', 'Jeden Text prüfen, für acht Netzwerke. Auf deinem Rechner, ohne Konto.'],
    ['x-dialog', 'light', ''],
  ],
  en: [
    ['linkedin-panel', 'light', ''],
    ['linkedin-dialog-block', 'light', ''],
    ['side-panel', 'light', 'Approved content, ranked for you. Pick a text, make it yours, share it.'],
    ['popup', 'dark', 'Check any text, for eight networks. On your machine, with no account.'],
    ['x-dialog', 'light', ''],
  ],
} as const;

const frame = `
  * { margin: 0; box-sizing: border-box }
  body { width: 100vw; height: 100vh; display: flex; align-items: center; justify-content: center; gap: 72px; color: #191d33;
    background: linear-gradient(135deg, #eef1ff, #dfe6ff); font: 40px/1.3 system-ui, "Liberation Sans", sans-serif }
  .shown { height: 720px; border-radius: 16px; box-shadow: 0 12px 48px #1a1f3640 }
  p { max-width: 560px; text-wrap: balance }
`;

async function draw(page: Page, width: number, height: number, body: string, path: string): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${frame}</style>${body}`);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await page.screenshot({ path });
}

async function drawListing(page: Page, lang: 'de' | 'en'): Promise<void> {
  const listing = JSON.parse(readFileSync(join(root, `store-assets/listing/${lang}.json`), 'utf8')) as Listing;
  let number = 0;
  for (const [scene, scheme, sentence] of scenes[lang]) {
    const picture = dataUrl('image/png', join(stories, `${scene}-${lang}-${scheme}.png`));
    const whole = `<img src="${picture}" alt="" width="1280" height="800">`;
    const beside = `<img class="shown" src="${picture}" alt=""><p>${sentence}</p>`;
    await draw(page, 1280, 800, sentence ? beside : whole, join(out, `${lang}-${++number}-${scene}.png`));
  }
  const mark = `<img src="${icon}" alt="" width="112" height="112">`;
  const tile = `<div style="display:grid;gap:14px;justify-items:center">${mark}<p style="font-weight:700">${listing.name}</p></div>`;
  await draw(page, 440, 280, tile, join(out, `${lang}-tile.png`));
}

rmSync(out, { recursive: true, force: true });
mkdirSync(stories, { recursive: true });
for (const lang of ['de', 'en'] as const) {
  for (const scheme of ['light', 'dark'] as const) await tell({ lang, scheme }, () => undefined, stories);
}
const server = await startSiteServer();
const chromium = await startChromium({ server, extension: null });
try {
  const page = await chromium.context.newPage();
  for (const lang of ['de', 'en'] as const) await drawListing(page, lang);
  rmSync(stories, { recursive: true });
} finally {
  await chromium.close();
  await server.close();
}
console.log(`Pictures for the listings, in German and English: ${relative(root, out)}/`);
