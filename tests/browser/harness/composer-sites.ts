// The demo pages that stand for the social sites: real editors, the sites' DOM shapes, a strict policy.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type DemoSite, demoSites, labelOf, scriptOf } from './demo-sites';
import { root } from './paths';
import { answer, languageOf, notFound, type SiteAnswer } from './site-answer';

/** Bundled scripts and style sheets by file name. */
export type Assets = Map<string, { type: string; body: string }>;

export async function bundleAssets(): Promise<Assets> {
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
  });
  const assets: Assets = new Map();
  for (const file of bundled.outputFiles) {
    assets.set(file.path.replace('/assets/', ''), { type: 'text/javascript', body: file.text });
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
