// Starts a site: npm run new:site NAME [host]
// Writes shared/networks/NAME.json (or only its composers, where the network is known already) and a page for the tests in
// tests/browser/sites/NAME. What is still to be filled in says so; tests/extension/new-sites.test.ts names it too.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, root } from './lib/run.mjs';

const todo = 'TO BE FILLED IN';

const composer = {
  id: 'post',
  kind: 'post',
  editor: ['[contenteditable="true"]'],
  root: ['[role="dialog"]'],
  submit: [],
  labelled: ['button', '[role="button"]'],
  submitLabels: { de: ['Posten'], en: ['Post'] },
  submitKeys: ['Ctrl+Enter'],
};

const newNetwork = (name, host) => ({
  $schema: '../schema/network.schema.json',
  name,
  hosts: [host],
  length: { unit: 'utf16', post: 3000, source: todo },
  entities: { hashtags: 'word', mentions: 'displayName', links: 'any', source: todo },
  composers: [composer],
});

const newPage = (id, host) => ({
  network: id,
  host,
  title: `Demo page (not ${id})`,
  styles: ['page.css'],
  body: '<main></main>',
  composers: [
    {
      title: `${id} post (${todo}: which editor)`,
      editor: 'post',
      path: '/',
      opener: '[data-demo="open"]',
      editable: '[role="dialog"] .ProseMirror',
      submit: '[role="dialog"] button.primary',
      kind: 'post',
    },
  ],
});

const script = `// ${todo}: the page in the site's DOM shape, with the editor library that the site uses.
import { publish } from '../common/demo-state.js';
import { openDialog } from '../common/dialog.js';
import { element } from '../common/elements.js';
import { tiptapEditor } from '../common/tiptap-editor.js';

const feed = element('section', { class: 'feed' });

function open() {
  const holder = element('div', { class: 'editor-frame' });
  const submit = element('button', { type: 'button', class: 'primary' }, 'Post');
  const { close } = openDialog('New post', {}, holder, submit);
  const { model, text } = tiptapEditor({ holder, label: 'Text' });
  window.editors.post = model;
  submit.addEventListener('click', (event) => {
    publish({ kind: 'post', text: text() }, event, feed);
    close();
  });
}

document
  .querySelector('main')
  .append(element('button', { type: 'button', 'data-demo': 'open', onclick: open }, 'New post'), feed);
document.documentElement.dataset.ready = 'true';
`;

/**
 * @param {string} id lower-case letters and digits
 * @param {string} host where the site lives
 * @param {string} folder the repository's root
 * @returns {string[]} what was written, and what to do next
 */
export function startSite(id, host, folder = root) {
  if (!/^[a-z][a-z0-9]*$/.test(id)) {
    throw new Error(`"${id}" is no name for a site: it takes lower-case letters and digits, a letter first.`);
  }
  const network = join(folder, 'shared/networks', `${id}.json`);
  const page = join(folder, 'tests/browser/sites', id);
  if (existsSync(page)) throw new Error(`tests/browser/sites/${id} is there already.`);
  const json = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
  const said = [];
  if (!existsSync(network)) {
    json(network, newNetwork(id, host));
    said.push(
      `shared/networks/${id}.json: written. A network of its own has more places: CONTRIBUTING.md, "Add a network".`,
    );
  } else {
    const facts = JSON.parse(readFileSync(network, 'utf8'));
    if (!facts.composers) json(network, { ...facts, composers: [composer] });
    said.push(`shared/networks/${id}.json: ${facts.composers ? 'left as it is' : 'has a composer now'}.`);
  }
  mkdirSync(page, { recursive: true });
  json(join(page, 'site.json'), newPage(id, host));
  writeFileSync(join(page, 'main.js'), script);
  said.push(`tests/browser/sites/${id}: written.`);
  said.push(`Fill in what says "${todo}", then: npm test -- extension browser-chromium browser-firefox`);
  return said;
}

if (isMain(import.meta.url)) {
  const [id, host] = process.argv.slice(2);
  if (!id) {
    console.error('Usage: npm run new:site NAME [host], for example: npm run new:site example www.example.com');
    process.exit(2);
  }
  try {
    for (const line of startSite(id, host ?? `www.${id}.com`)) console.log(line);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
