// Writes what the browsers' stores take into build/packages: the extension for Chromium and for Firefox, Firefox's sources,
// and the widget; and into build/store the pictures of the listings. The same input gives the same bytes.
// --verify builds the module from the sources archive in an empty folder and compares it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { build } from './build.mjs';
import { filesBelow } from './lib/files.mjs';
import { ask, isMain, root, show } from './lib/run.mjs';

const out = join(root, 'build/packages');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Local time, as archives have it; a fixed one, so that an archive does not change with the day it is made on. */
const date = new Date(2026, 0, 1);

/** @param {Record<string, string>} files absolute path by path in the archive */
function writeArchive(name, files) {
  const entries = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  const content = Object.fromEntries(entries.map(([path, file]) => [path, new Uint8Array(readFileSync(file))]));
  const archive = zipSync(content, { level: 9, mtime: date });
  writeFileSync(join(out, name), archive);
  console.log(`${relative(root, join(out, name))}  ${entries.length} files, ${(archive.length / 1000).toFixed(0)} kB`);
}

const below = (folder) => Object.fromEntries(filesBelow(folder).map((file) => [relative(folder, file), file]));

/** What is in git or would be; without git (an unpacked archive), everything but what is built. */
function sources() {
  const listed = ask('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  const paths = listed.ok ? listed.output.split('\n') : filesBelow(root).map((file) => relative(root, file));
  return Object.fromEntries(paths.filter((path) => !path.startsWith('.git/')).map((path) => [path, join(root, path)]));
}

const sourcesName = `botschaft-${version}-sources.zip`;

/** @returns {boolean} whether everything was written */
export function writePackages() {
  if (!build(['wasm', 'types', 'widget', 'chrome', 'firefox'])) return false;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const browser of ['chrome', 'firefox']) {
    writeArchive(`botschaft-${version}-${browser}.zip`, below(join(root, 'build/extension', browser)));
  }
  writeArchive(sourcesName, sources());
  writeArchive(`botschaft-widget-${version}.zip`, below(join(root, 'build/widget')));
  return true;
}

/** @returns {boolean} whether the module built from the archive of the sources is the one in the packages */
export function verifySources() {
  const folder = mkdtempSync(join(tmpdir(), 'botschaft-sources-'));
  try {
    for (const [path, content] of Object.entries(unzipSync(readFileSync(join(out, sourcesName))))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    // The packages of the lock file are here already.
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    if (!show(process.execPath, ['tools/build.mjs', 'wasm'], { cwd: folder })) return false;
    const module = 'build/wasm/botschaft.wasm';
    const isSame = readFileSync(join(folder, module)).equals(readFileSync(join(root, module)));
    console.log(isSame ? 'The sources build the same module, byte for byte.' : 'The sources build another module.');
    return isSame;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lintForFirefox() {
  const command = join(root, 'node_modules/web-ext/bin/web-ext.js');
  return show(process.execPath, [command, 'lint', '--source-dir', 'build/extension/firefox', '--warnings-as-errors']);
}

const pictures = () => show(process.execPath, ['--import', 'tsx', 'tests/browser/demo/store.ts']);

if (isMain(import.meta.url)) {
  const isGood =
    writePackages() && lintForFirefox() && pictures() && (!process.argv.includes('--verify') || verifySources());
  process.exit(isGood ? 0 : 1);
}
