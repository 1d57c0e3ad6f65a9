import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { bundledAssets } from './bundle/bundled-assets';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { version: string };

/** Sizes, in pixels, that the browsers show in toolbars, lists and stores. */
const iconSizes = [16, 32, 48, 128];

/**
 * Preact can set markup from a string, which nothing here does, and which the stores' checkers rightly ask about. So that it
 * cannot even by mistake, that one assignment sets text instead.
 */
const withoutMarkup = {
  name: 'without-markup',
  transform(code: string, id: string) {
    return /\/preact\/dist\/preact\./.test(id) ? code.replaceAll('.innerHTML=', '.textContent=') : undefined;
  },
};

export default defineConfig({
  root: here('.'),
  srcDir: 'src',
  publicDir: 'public',
  outDir: '../build/extension',
  outDirTemplate: '{{browser}}',
  manifestVersion: 3,
  // Every import is written out: a reader finds where a name comes from.
  imports: false,
  vite: () => ({
    plugins: [withoutMarkup],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: { modulePreload: { polyfill: false }, target: ['chrome125', 'firefox140'] },
  }),
  hooks: {
    'build:publicAssets': async (_wxt, files) => {
      files.push(...(await bundledAssets(iconSizes)));
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    version,
    default_locale: 'en',
    icons: Object.fromEntries(iconSizes.map((size) => [size, `icons/${size}.png`])),
    permissions: [
      'storage',
      'activeTab',
      'scripting',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Asked for when the person first wants to be reminded of a slot.
    optional_permissions: ['notifications'],
    // Asked for one origin at a time: when the person enters the URL of a guideline or a library, switches on the helper on
    // the company's pages, or switches on a site that can live on any host (a Mastodon server, the company's intranet).
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    // Role, department and modes of sites can be set by the company's policy; Firefox takes the same keys from its own.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    action: { default_title: '__MSG_name__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+B' }, description: '__MSG_openPopup__' },
      'share-page': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_sharePage__' },
      ...(browser === 'firefox'
        ? {
            _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_openPanel__' },
          }
        : { 'open-panel': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_openPanel__' } }),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'botschaft@botschaft.example',
              // The first that knows data_collection_permissions on every system.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '125' }),
  }),
});
