// The demo pages that stand for the social sites: real editors, the sites' DOM shapes, a strict policy.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type DemoSite, demoSites, labelOf, scriptOf } from './demo-sites';
import { root } from './paths';
import { answer, languageOf, notFound, type SiteAnswer } from './site-answer';

/** Bundled scripts and style sheets by file name. */
export type Assets = Map<string, { type: string; body: string }>;

/** What was bundled last, for the next of the many processes that tests run in. */
const kept = join(root, 'build/test-assets.json');

interface Kept {
  /** Modification times of everything that went into it, by path. */
  inputs: Record<string, number>;
  scripts: Record<string, string>;
}

const changedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN;

function keptScripts(sources: string[]): Record<string, string> | null {
  if (!existsSync(kept)) return null;
  const { inputs, scripts }: Kept = JSON.parse(readFileSync(kept, 'utf8'));
  const isCurrent = Object.entries(inputs).every(([path, time]) => changedAt(path) === time);
  return isCurrent && sources.every((path) => path in inputs) ? scripts : null;
}

async function bundleScripts(): Promise<Record<string, string>> {
  const sources = demoSites.map(scriptOf);
  const known = keptScripts(sources);
  if (known) return known;
  const bundled = await build({
    entryPoints: Object.fromEntries(demoSites.map((site) => [site.id, scriptOf(site)])),
    bundle: true,
    write: false,
    minify: true,
    outdir: '/assets',
    format: 'iife',
    target: ['chrome120', 'firefox140'],
    jsx: 'automatic',
    jsxImportSource: 'react',
    // The project's own JSX is Preact's; these pages run React, as the site does.
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    logLevel: 'warning',
    metafile: true,
  });
  const scripts = Object.fromEntries(bundled.outputFiles.map(({ path, text }) => [path.replace('/assets/', ''), text]));
  // How they are bundled stands here, and which versions in the lock file.
  const decisive = [import.meta.filename, join(root, 'package-lock.json')];
  const inputs = [...Object.keys(bundled.metafile.inputs).map((path) => resolve(path)), ...sources, ...decisive];
  const next: Kept = { inputs: Object.fromEntries(inputs.map((path) => [path, changedAt(path)])), scripts };
  // Another process may be writing it, too.
  const own = `${kept}.${process.pid}`;
  writeFileSync(own, JSON.stringify(next));
  renameSync(own, kept);
  return scripts;
}

export async function bundleAssets(): Promise<Assets> {
  const assets: Assets = new Map();
  for (const [name, body] of Object.entries(await bundleScripts())) {
    assets.set(name, { type: 'text/javascript', body });
  }
  const styleSheet = (name: string, path: string) =>
    assets.set(name, { type: 'text/css', body: readFileSync(join(root, path), 'utf8') });
  styleSheet('page.css', 'tests/browser/sites/common/page.css');
  styleSheet('quill.css', 'tests/browser/sites/linkedin/quill.css');
  styleSheet('x.css', 'tests/browser/sites/x/x.css');
  styleSheet('fields.css', 'tests/browser/sites/common/fields.css');
  styleSheet('mastodon.css', 'tests/browser/sites/mastodon/mastodon.css');
  styleSheet('quill.core.css', 'node_modules/quill/dist/quill.core.css');
  styleSheet('draft.css', 'node_modules/draft-js/dist/Draft.css');
  return assets;
}

/** No inline script or style, nothing evaluated, nothing from elsewhere: at least as strict as what the sites send. */
function contentSecurityPolicy(site: DemoSite, nonce: string): string {
  const frames = site.framesItself ? "'self'" : "'none'";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    // Quill 1 sets style attributes while it starts.
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-src ${frames}`,
    `frame-ancestors ${frames}`,
  ].join('; ');
}

function composerDocument(site: DemoSite, lang: 'de' | 'en', nonce: string): string {
  const links = site.styles.map((name) => `<link rel="stylesheet" href="/assets/${name}">`).join('');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${site.title}</title>
${links}
<link rel="icon" href="data:,">
</head>
<body>
<p class="demo-label">${labelOf(site, lang)}</p>
${site.body}
<script nonce="${nonce}" src="/assets/${site.id}.js"></script>
</body>
</html>`;
}

/** The same document answers every address of a host; its script reads the address. */
export function composerPage(site: DemoSite, url: URL, acceptLanguage: string, assets: Assets): SiteAnswer {
  if (url.pathname.startsWith('/assets/')) {
    const asset = assets.get(url.pathname.slice('/assets/'.length));
    return asset ? answer(asset.type, asset.body) : notFound;
  }
  const lang = languageOf(url, acceptLanguage);
  const nonce = randomBytes(16).toString('base64');
  const html = composerDocument(site, lang, nonce);
  return answer('text/html', html, { 'content-security-policy': contentSecurityPolicy(site, nonce) });
}
