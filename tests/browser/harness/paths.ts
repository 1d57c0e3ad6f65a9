import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const sitesFolder = join(root, 'tests/browser/sites');
export const chromeExtension = join(root, 'build/extension/chrome');
export const firefoxExtension = join(root, 'build/extension/firefox');
export const demoPack = join(root, 'shared/packs/demo/pack.json');
export const demoLibrary = join(root, 'shared/packs/demo/library.json');
