import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** A file that goes into the extension as it is. */
interface BundledAsset {
  absoluteSrc: string;
  relativeDest: string;
}

const repository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Path in the repository → path in the extension → how to make it where it is missing. */
const copied = [
  [
    'build/wasm/botschaft.wasm',
    'botschaft.wasm',
    'Build the core first: npm run build, or cmake --workflow --preset module.',
  ],
  [
    'build/wasm/patterns.wasm',
    'patterns.wasm',
    'Build the core first: npm run build, or cmake --workflow --preset module.',
  ],
  ['build/wasm/site.wasm', 'site.wasm', 'Build the core first: npm run build, or cmake --workflow --preset module.'],
  ['shared/packs/starter.json', 'packs/starter.json', 'The file belongs to the repository: restore it.'],
  ['shared/packs/demo/pack.json', 'packs/demo/pack.json', 'The file belongs to the repository: restore it.'],
  ['shared/packs/demo/library.json', 'packs/demo/library.json', 'The file belongs to the repository: restore it.'],
  ['LICENSE', 'LICENSE', 'The file belongs to the repository: restore it.'],
  ['NOTICE', 'NOTICE', 'The file belongs to the repository: restore it.'],
] as const;

/** The same JSON without blanks, which the background would read at every start; in build/packs/. */
async function withoutBlanks(source: string, relativeDest: string): Promise<BundledAsset> {
  const path = repository(`build/${relativeDest}`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(JSON.parse(await readFile(source, 'utf8'))));
  return { absoluteSrc: path, relativeDest };
}

/** The words that the tone is told by, from shared/lexicons and packages, at lexicon.json. */
async function lexicon(): Promise<BundledAsset> {
  const folder = repository('build/lexicon');
  await promisify(execFile)(process.execPath, [repository('tools/generate-lexicon.mjs'), folder]);
  return { absoluteSrc: `${folder}/lexicon.json`, relativeDest: 'lexicon.json' };
}

/** Public holidays by region, at holidays.json. */
async function holidays(): Promise<BundledAsset> {
  const folder = repository('build/holidays');
  await promisify(execFile)(process.execPath, [repository('tools/generate-holidays.mjs'), folder]);
  return { absoluteSrc: `${folder}/holidays.json`, relativeDest: 'holidays.json' };
}

/** Every legal pack, at packs/legal/ID.json. */
async function legalPacks(): Promise<BundledAsset[]> {
  const files = (await readdir(repository('shared/packs/legal'))).filter((file) => file.endsWith('.json'));
  return Promise.all(
    files.map((file) => withoutBlanks(repository(`shared/packs/legal/${file}`), `packs/legal/${file}`)),
  );
}

/** Draws store-assets/icon.svg at each size into build/icons/ and returns the files. */
async function drawnIcons(sizes: readonly number[]): Promise<BundledAsset[]> {
  const svg = await readFile(repository('store-assets/icon.svg'), 'utf8');
  const renderer = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(renderer)).catch((error: unknown) => {
    // One process may build for two browsers; the renderer refuses to be set up twice.
    if (!String(error).includes('Already initialized')) throw error;
  });
  const icons: BundledAsset[] = [];
  for (const size of sizes) {
    const path = repository(`build/icons/${size}.png`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
    icons.push({ absoluteSrc: path, relativeDest: `icons/${size}.png` });
  }
  return icons;
}

/** The module, the packs that come with the extension, and the icons. Throws, naming the mend, where one is missing. */
export async function bundledAssets(iconSizes: readonly number[]): Promise<BundledAsset[]> {
  const assets: BundledAsset[] = [];
  for (const [source, destination, mend] of copied) {
    const path = repository(source);
    if (!(await stat(path).catch(() => null))?.isFile()) {
      // Lets the pages be worked on before there is a module; such a build says that its engine failed.
      if (process.env.BOTSCHAFT_PARTIAL === '1') continue;
      throw new Error(`${source} is missing, and the extension cannot be built without it. ${mend}`);
    }
    assets.push(
      destination.endsWith('.json')
        ? await withoutBlanks(path, destination)
        : { absoluteSrc: path, relativeDest: destination },
    );
  }
  return [...assets, await lexicon(), await holidays(), ...(await legalPacks()), ...(await drawnIcons(iconSizes))];
}
