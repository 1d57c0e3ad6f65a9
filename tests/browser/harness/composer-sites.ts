// The demo pages that stand for the social sites: real editors, the sites' DOM shapes, a strict policy.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, sitesFolder } from './paths';
import { answer, languageOf, notFound, type SiteAnswer } from './site-answer';

/** Bundled scripts and style sheets by file name. */
export type Assets = Map<string, { type: string; body: string }>;

const labels = {
  'www.linkedin.com': { de: 'Demo-Seite, nicht LinkedIn', en: 'Demo page, not LinkedIn' },
  'x.com': { de: 'Demo-Seite, nicht X', en: 'Demo page, not X' },
} as const;

const titles = { 'www.linkedin.com': 'Demo feed (not LinkedIn)', 'x.com': 'Demo timeline (not X)' } as const;
const styleSheets = {
  'www.linkedin.com': ['page.css', 'quill.css'],
  'x.com': ['page.css', 'draft.css', 'x.css'],
} as const;

/** What the page's script starts from: LinkedIn's outlet for the modal, X's root for React. */
const bodies = {
  'www.linkedin.com': '<div id="interop-outlet" data-testid="interop-shadowdom"></div><main></main>',
  'x.com': '<div id="react-root"></div>',
} as const;

const pages = { 'www.linkedin.com': 'linkedin', 'x.com': 'x' } as const;
export type ComposerHost = keyof typeof pages;
export const composerHosts = Object.keys(pages) as ComposerHost[];

export async function bundleAssets(): Promise<Assets> {
  const bundled = await build({
    entryPoints: { linkedin: join(sitesFolder, 'linkedin/main.js'), x: join(sitesFolder, 'x/main.jsx') },
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
  styleSheet('quill.core.css', 'node_modules/quill/dist/quill.core.css');
  styleSheet('draft.css', 'node_modules/draft-js/dist/Draft.css');
  return assets;
}

/** No inline script or style, nothing evaluated, nothing from elsewhere: at least as strict as what the sites send. */
function contentSecurityPolicy(nonce: string): string {
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
    "frame-ancestors 'none'",
  ].join('; ');
}

function composerDocument(host: ComposerHost, lang: 'de' | 'en', nonce: string): string {
  const links = styleSheets[host].map((name) => `<link rel="stylesheet" href="/assets/${name}">`).join('');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titles[host]}</title>
${links}
<link rel="icon" href="data:,">
</head>
<body>
<p class="demo-label">${labels[host][lang]}</p>
${bodies[host]}
<script nonce="${nonce}" src="/assets/${pages[host]}.js"></script>
</body>
</html>`;
}

/** The same document answers every address of a host; its script reads the address. */
export function composerPage(host: ComposerHost, url: URL, acceptLanguage: string, assets: Assets): SiteAnswer {
  if (url.pathname.startsWith('/assets/')) {
    const asset = assets.get(url.pathname.slice('/assets/'.length));
    return asset ? answer(asset.type, asset.body) : notFound;
  }
  const lang = languageOf(url, acceptLanguage);
  const nonce = randomBytes(16).toString('base64');
  const html = composerDocument(host, lang, nonce);
  return answer('text/html', html, { 'content-security-policy': contentSecurityPolicy(nonce) });
}
