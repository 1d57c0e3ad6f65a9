// Builds everything, each part only when something it is made from changed:
//   build/native/botschaft        the command                build/wasm/botschaft.wasm     the core as a module
//                                                        build/wasm/patterns.wasm      its pattern engine
//                                                        build/wasm/site.wasm          its audit of web pages
//   build/extension/chrome/       the extension, Chromium    build/extension/firefox/      the extension, Firefox
//   build/widget/                 the website's widget
// Named parts only: node tools/build.mjs native|asan|fuzz|bench|wasm|types|widget|chrome|firefox …
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { whenChanged } from './lib/files.mjs';
import { commands, isMain, root, show } from './lib/run.mjs';

/** CMake and Ninja know what is out of date; configuring once is enough, they repeat it when a CMake file changes. */
function cmake(preset) {
  const isConfigured = existsSync(join(root, 'build', preset, 'build.ninja'));
  return (
    (isConfigured || show('cmake', ['--preset', preset])) &&
    show('cmake', ['--build', '--preset', preset, '-j', String(availableParallelism())])
  );
}

function types() {
  return whenChanged(
    {
      name: 'types',
      inputs: [
        'shared/schema',
        'shared/networks',
        'shared/share-targets',
        'tools/generate-types.mjs',
        'package-lock.json',
      ],
      output: 'extension/src/generated/protocol.ts',
    },
    () => show(process.execPath, ['tools/generate-types.mjs']),
  );
}

function widget() {
  return whenChanged(
    {
      name: 'widget',
      inputs: [
        'extension/widget',
        'extension/src/ui',
        'shared',
        'tools/build-widget.mjs',
        'package.json',
        'package-lock.json',
      ],
      output: 'build/widget/package.json',
    },
    () => show(process.execPath, ['tools/build-widget.mjs']),
  );
}

function extension(browser) {
  return whenChanged(
    {
      name: `extension-${browser}`,
      inputs: [
        'extension',
        'shared',
        'tools/generate-holidays.mjs',
        'tools/generate-lexicon.mjs',
        'tools/lexicon-choices.json',
        'build/wasm/botschaft.wasm',
        'build/wasm/patterns.wasm',
        'build/wasm/site.wasm',
        'package-lock.json',
      ],
      output: `build/extension/${browser}/manifest.json`,
    },
    () => {
      const forBrowser = ['build', 'extension', '-b', browser, '--mv3'];
      return show(process.execPath, [commands.wxt, ...forBrowser], { env: { WXT_TELEMETRY: '0' } });
    },
  );
}

const parts = {
  native: () => cmake('native'),
  asan: () => cmake('asan'),
  fuzz: () => cmake('fuzz'),
  bench: () => cmake('bench'),
  wasm: () => cmake('wasm'),
  types,
  widget,
  chrome: () => extension('chrome'),
  firefox: () => extension('firefox'),
};

/**
 * @param {string[]} names parts to build, in this order
 * @returns {boolean} whether all of them were built
 */
export function build(names = ['native', 'wasm', 'types', 'widget', 'chrome', 'firefox']) {
  for (const name of names) {
    const part = parts[name];
    if (!part) {
      console.error(`There is no part "${name}"; the parts are ${Object.keys(parts).join(', ')}.`);
      return false;
    }
    if (!part()) {
      console.error(`Building ${name} failed.`);
      return false;
    }
  }
  return true;
}

if (isMain(import.meta.url)) {
  const named = process.argv.slice(2);
  process.exit(build(named.length > 0 ? named : undefined) ? 0 : 1);
}
