// The demo pages that stand for the sites: one folder below tests/browser/sites for each, described by its site.json.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { networks } from '../../../extension/src/generated/networks';
import type { Kind, Network } from '../../../extension/src/messages';
import { sitesFolder } from './paths';

/** One composer of a page: where it is, how it is opened, where its post button is. */
export interface ComposerShape {
  title: string;
  /** The name under which the page shows the editor to tests. */
  editor: string;
  /** From the host on. */
  path: string;
  /** What to press before the editor is there. */
  opener?: string;
  /** The editable element. Selectors go through open shadow roots. */
  editable: string;
  /** What leads to a second step that has the post button. */
  next?: string;
  submit: string;
  kind: Kind;
  /** Keys that post. */
  keys?: string[];
  /** Breaks a line, where that is not plain Enter. */
  lineBreak?: string;
  /** Posts with a form's submit event. */
  isForm?: boolean;
  /** The page can put a mention into the editor. */
  mentions?: boolean;
  /** Adds another part to the thread. */
  another?: string;
}

export interface DemoSite {
  id: string;
  network: Network;
  /** The real one, or one that stands for any. */
  host: string;
  title: string;
  styles: string[];
  /** What the page's script starts from. */
  body: string;
  /** The page shows itself in a frame. */
  framesItself?: boolean;
  composers: ComposerShape[];
}

export const demoSites: DemoSite[] = readdirSync(sitesFolder)
  .filter((id) => existsSync(join(sitesFolder, id, 'site.json')))
  .sort()
  .map((id) => ({ id, ...JSON.parse(readFileSync(join(sitesFolder, id, 'site.json'), 'utf8')) }) as DemoSite);

/** The page's script: React's pages are JSX. */
export function scriptOf(site: DemoSite): string {
  const names = ['main.js', 'main.jsx'].map((name) => join(sitesFolder, site.id, name));
  const found = names.find((name) => existsSync(name));
  if (!found) throw new Error(`tests/browser/sites/${site.id} has a site.json, but neither main.js nor main.jsx.`);
  return found;
}

export const labelOf = ({ network }: DemoSite, lang: 'de' | 'en') =>
  `${lang === 'de' ? 'Demo-Seite, nicht' : 'Demo page, not'} ${networks[network].name}`;
