import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';

const shared = fileURLToPath(new URL('../../shared/', import.meta.url));
const readJson = (path: string): Record<string, unknown> => JSON.parse(readFileSync(shared + path, 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, validateFormats: false });

function assertValid(schema: string, path: string): void {
  const validate = ajv.getSchema(schemaIds[schema] ?? '') ?? ajv.compile(readJson(`schema/${schema}.schema.json`));
  const valid = validate(readJson(path));
  assert.ok(
    valid,
    `${path} does not follow ${schema}.schema.json: ${ajv.errorsText(validate.errors, { separator: '\n' })}`,
  );
}

const schemaIds: Record<string, string> = Object.fromEntries(
  ['pack', 'library', 'lexicon', 'holidays', 'network', 'share-target', 'protocol'].map((name) => [
    name,
    String(readJson(`schema/${name}.schema.json`).$id),
  ]),
);

test('every pack that comes with the extension follows the pack schema', () => {
  assertValid('pack', 'packs/starter.json');
  assertValid('pack', 'packs/demo/pack.json');
});

test('the demo company’s library follows the library schema', () => {
  assertValid('library', 'packs/demo/library.json');
});

test('the table of public holidays follows its schema', () => {
  assertValid('holidays', '../build/holidays/holidays.json');
});

test('every list of words follows the lexicon schema', () => {
  const files = readdirSync(`${shared}lexicons`);
  assert.ok(files.length >= 10);
  for (const file of files) assertValid('lexicon', `lexicons/${file}`);
});

test('the facts of every network follow the network schema', () => {
  const files = readdirSync(`${shared}networks`).filter((file) => file.endsWith('.json'));
  assert.ok(files.length >= 8);
  for (const file of files) assertValid('network', `networks/${file}`);
});

test('the facts of every share target follow their schema', () => {
  ajv.getSchema(schemaIds.network ?? '') ?? ajv.compile(readJson('schema/network.schema.json'));
  const files = readdirSync(`${shared}share-targets`);
  assert.ok(files.length >= 6);
  for (const file of files) assertValid('share-target', `share-targets/${file}`);
});

test('the protocol knows exactly the networks of shared/networks', () => {
  const ids = readdirSync(`${shared}networks`)
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
  const { definitions } = readJson('schema/protocol.schema.json') as { definitions: { Network: { enum: string[] } } };
  assert.deepEqual([...definitions.Network.enum].sort(), ids, 'add the new network to the schemas as well');
});
