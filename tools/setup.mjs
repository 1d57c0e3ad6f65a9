// Finds what this machine lacks for building and testing, installs it where that is possible without asking (Debian
// and its relatives, as root or with passwordless sudo), and says exactly what to install everywhere else.
// Node built-ins only: it runs on a machine that has nothing but Node, CMake and a compiler.
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ask, isMain, root, show } from './lib/run.mjs';

const minimumNode = 20;

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.some((name) =>
    folders.some((folder) => {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }),
  );
}

const header = (path) => existsSync(join('/usr/include', path)) || existsSync(join('/usr/local/include', path));
const fontFolder = (name) => existsSync(join('/usr/share/fonts/truetype', name));

/** What `npm run bench` compares with; nothing else needs them. */
export const benchNeeds = [
  { what: 'RE2 for C++', package: 'libre2-dev', found: () => header('re2/set.h') },
  { what: 'Hyperscan', package: 'libhyperscan-dev', found: () => header('hs/hs.h') },
];

function clangHasFuzzer() {
  const { ok, output } = ask('clang', ['-print-runtime-dir']);
  if (!ok) return false;
  // The folder that clang names is its newer layout's; Debian's packages still use the folder beside it.
  return [output, join(output, '../linux')].some(
    (folder) => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('libclang_rt.fuzzer')),
  );
}

/** What is needed, the Debian package that brings it, and how to see that it is there. */
const needs = [
  { what: 'CMake 3.25 or newer', package: 'cmake', found: () => onPath('cmake') },
  { what: 'Ninja', package: 'ninja-build', found: () => onPath('ninja') },
  { what: 'a C++20 compiler (g++ 12 or newer)', package: 'g++', found: () => onPath('g++', 'c++') },
  { what: 'Emscripten 3.1.6 or newer (emcc)', package: 'emscripten', found: () => onPath('emcc') },
  { what: 'nlohmann JSON for C++', package: 'nlohmann-json3-dev', found: () => header('nlohmann/json.hpp') },
  { what: 'libcsv for C', package: 'libcsv-dev', found: () => header('csv.h') },
  { what: 'libexif for C', package: 'libexif-dev', found: () => header('libexif/exif-data.h') },
  { what: 'Gumbo (HTML parser for C)', package: 'libgumbo-dev', found: () => header('gumbo.h') },
  { what: 'OpenSSL for C (signed approvals)', package: 'libssl-dev', found: () => header('openssl/evp.h') },
  { what: 'yaml-cpp', package: 'libyaml-cpp-dev', found: () => header('yaml-cpp/yaml.h') },
  { what: 'CLI11 for C++', package: 'libcli11-dev', found: () => header('CLI/CLI.hpp') },
  { what: 'Catch2', package: 'catch2', found: () => header('catch2/catch.hpp') || header('catch2/catch_all.hpp') },
  { what: 'Chromium', package: 'chromium', found: () => existsSync('/usr/bin/chromium') },
  { what: 'Firefox ESR', package: 'firefox-esr', found: () => existsSync('/usr/bin/firefox-esr') },
  {
    what: "Unicode's data files",
    package: 'unicode-data',
    found: () => existsSync('/usr/share/unicode/UnicodeData.txt'),
  },
  {
    what: 'the public suffix list',
    package: 'publicsuffix',
    found: () => existsSync('/usr/share/publicsuffix/public_suffix_list.dat'),
  },
  {
    what: 'the time zone database',
    package: 'tzdata',
    found: () => existsSync('/usr/share/zoneinfo/Europe/Berlin'),
  },
  { what: 'OpenSSL (certificates of the test sites)', package: 'openssl', found: () => onPath('openssl') },
  { what: 'clang-format', package: 'clang-format', found: () => onPath('clang-format') },
  { what: 'clang-tidy', package: 'clang-tidy', found: () => onPath('clang-tidy') },
  { what: 'Clang (fuzz targets)', package: 'clang', found: () => onPath('clang') && onPath('clang++') },
  { what: "Clang's libFuzzer and sanitizers", package: 'libclang-rt-dev', found: clangHasFuzzer },
  { what: 'text fonts for screenshots', package: 'fonts-liberation', found: () => fontFolder('liberation') },
  {
    what: 'emoji for screenshots',
    package: 'fonts-noto-color-emoji',
    found: () => fontFolder('noto/NotoColorEmoji.ttf'),
  },
];

/** How to run apt-get without being asked for a password, or null. */
function rightToInstall() {
  if (!onPath('apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return onPath('sudo') && ask('sudo', ['-n', 'true']).ok ? ['sudo', '-n'] : null;
}

function aptGet(prefix, args) {
  const command = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-y', '-q', ...args];
  return show(command[0], command.slice(1));
}

function installPackages(wanted) {
  const missing = wanted.filter((need) => !need.found());
  if (missing.length === 0) return true;
  const packages = missing.map((need) => need.package).join(' ');
  const prefix = rightToInstall();
  if (prefix === null) {
    console.error('Missing on this machine:');
    for (const need of missing) console.error(`  ${need.what} (Debian package ${need.package})`);
    console.error(`On Debian or Ubuntu: sudo apt-get install ${packages}`);
    return false;
  }
  console.log(`Installing ${packages}`);
  const installed =
    aptGet(prefix, ['update']) && aptGet(prefix, ['install', '--no-install-recommends', ...packages.split(' ')]);
  const stillMissing = wanted.filter((need) => !need.found());
  for (const need of stillMissing) console.error(`Still missing: ${need.what} (Debian package ${need.package})`);
  return installed && stillMissing.length === 0;
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/** npm writes what it installed into node_modules; that has to be what the lock file asks for. */
function packagesAreCurrent() {
  const wanted = readLock('package-lock.json');
  const installed = readLock('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

/**
 * @param {typeof needs} more what is needed besides what building and testing need
 * @returns {boolean} whether everything is there now
 */
export function setUp(more = []) {
  const nodeVersion = Number(process.versions.node.split('.')[0]);
  if (nodeVersion < minimumNode) {
    console.error(`Node ${minimumNode} or newer is needed; this is ${process.versions.node}.`);
    return false;
  }
  if (!installPackages([...needs, ...more])) return false;
  if (packagesAreCurrent()) return true;
  console.log('Installing the npm packages of package-lock.json');
  // Not `npm ci`: it refuses a lock file that leaves out packages for other systems, which a mirror may not carry. The
  // versions are the lock file's all the same, and the file is not touched.
  return show('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']);
}

if (isMain(import.meta.url)) process.exit(setUp() ? 0 : 1);
