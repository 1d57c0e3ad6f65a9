/** `botschaft approve`, as an approver and an author use it, and beside a JOSE implementation that is not ours. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, sign as signWith, verify as verifyWith } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../build/native/botschaft', import.meta.url));
const text = 'Unser Werk wächst.\nDie Zahlen sind gut.';
const at = '2026-11-25T09:00Z';
let folder = '';
let pack = '';
let key = '';

const run = (input: string, ...args: string[]) =>
  spawnSync(command, ['approve', '--ui', 'en', ...args], { encoding: 'utf8', input });

function writePack(people: object[]): string {
  const path = join(folder, 'pack.json');
  const name = { en: 'Works' };
  writeFileSync(path, JSON.stringify({ format: 1, id: 'works', version: '7', name, rules: [], people }));
  return path;
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'approve-'));
  key = join(folder, 'anna.key.json');
  const { stdout, status } = run('', '--new-key', key, '--by', 'anna');
  assert.equal(status, 0);
  const [, publicKey = ''] = /^"key": "([\w-]{43})"$/m.exec(stdout) ?? [];
  pack = writePack([
    { id: 'anna', name: 'Anna Berg', key: publicKey },
    { id: 'ben', name: 'Ben' },
  ]);
});
after(() => rmSync(folder, { recursive: true }));

const sign = (input = text, ...more: string[]) => trySign(input, ...more).stdout.trim();
const trySign = (input: string, ...more: string[]) => {
  const unless = (option: string, value: string) => (more.includes(option) ? [] : [option, value]);
  return run(input, '--pack', pack, ...unless('--key', key), '--network', 'linkedin', ...unless('--at', at), ...more);
};
// Without the guideline nobody looks whose key it is: what a forger does, and somebody who is not in it.
const signApart = (keyFile: string, by: string) =>
  run(text, '--key', keyFile, '--by', by, '--network', 'linkedin', '--at', at).stdout.trim();
const verify = (token: string, input = text, when = at, network = 'linkedin') =>
  run(input, '--pack', pack, '--verify', token, '--network', network, '--at', when);

test('a key file is for its owner only, and no file is overwritten', () => {
  assert.equal(statSync(key).mode & 0o777, 0o600);
  const before = readFileSync(key, 'utf8');
  const { status, stderr } = run('', '--new-key', key, '--by', 'anna');
  assert.equal(status, 2);
  assert.match(stderr, /anna\.key\.json: File exists\n {4}Name a new file/);
  assert.equal(readFileSync(key, 'utf8'), before);
});

test('an approval holds for its text, network and time, and says so otherwise', () => {
  const token = sign();
  assert.deepEqual([verify(token).status, verify(token).stdout], [0, 'Valid: Anna Berg has agreed to this text.\n']);
  assert.equal(verify(`Hi, here it is: ${token}. Best, Anna`).status, 0);
  const says = (result: ReturnType<typeof verify>, words: RegExp) => {
    assert.equal(result.status, 1);
    assert.match(result.stdout + result.stderr, words);
  };
  says(verify(token, `${text}!`), /^Not valid: the approval of Anna Berg is for another text\./);
  says(verify(token, text, at, 'x'), /^Not valid: the approval of Anna Berg is for another network\./);
  says(verify(token, text, '2026-12-09T09:00Z'), /^No longer valid/);
  assert.equal(verify(token, text, '2026-12-09T08:59Z').status, 0);
  says(verify(token, text, '2026-11-25T08:59Z'), /^Not valid yet/);
  says(verify(signApart(key, 'carl')), /^Not valid: the guideline does not know carl\./);
  says(verify(sign(text, '--decision', 'refused')), /^Anna Berg has refused\./);
  says(
    verify(sign(text, '--decision', 'changes', '--note', 'Bitte ohne Zahlen')),
    /^Anna Berg wants changes\.\n {4}Bitte ohne Zahlen\n/,
  );
});

test('an approval holds from the second it was given, to the second', () => {
  const token = sign(text, '--at', '2026-11-25T09:00:30Z');
  assert.match(verify(token, text, '2026-11-25T09:00:29Z').stdout, /^Not valid yet/);
  assert.equal(verify(token, text, '2026-11-25T09:00:30Z').status, 0);
  assert.equal(verify(token, text, '2026-12-09T09:00:29Z').status, 0);
  assert.match(verify(token, text, '2026-12-09T09:00:30Z').stdout, /^No longer valid/);
});

test('an approval holds as long as the shortest of the approval rules that the text falls under', () => {
  const rules = [
    { id: 'all', days: 9, by: ['anna'] },
    { id: 'figures', days: 3, topics: ['figures'], by: ['anna'] },
    { id: 'elsewhere', days: 1, by: ['anna'], where: { networks: ['x'] } },
  ];
  const title = { de: 'Freigabe', en: 'Approval' };
  const strict = join(folder, 'strict.json');
  writeFileSync(
    strict,
    JSON.stringify({
      ...(JSON.parse(readFileSync(pack, 'utf8')) as object),
      topics: [{ id: 'figures', name: { de: 'Zahlen', en: 'Figures' }, phrases: [{ text: 'Zahlen' }] }],
      approval: { rules: rules.map((rule) => ({ title, ...rule })) },
    }),
  );
  const days = (input: string, ...more: string[]) => {
    const args = ['--pack', strict, '--key', key, '--network', 'linkedin', '--at', at, ...more];
    const { stdout, stderr } = run(input, ...args);
    assert.equal(stderr, '');
    const claims = JSON.parse(Buffer.from(stdout.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      number
    >;
    return (Number(claims.exp) - Number(claims.nbf)) / (24 * 60 * 60);
  };
  assert.equal(days(text), 3);
  assert.equal(days('Unser Werk wächst.'), 9);
  assert.equal(days('Unser Werk wächst.', '--days', '20'), 20);
});

test('what nobody sees does not cost an approval: line ends, blank edges, composed letters', () => {
  const token = sign();
  assert.equal(verify(token, `\r\n${text.normalize('NFD').replace('\n', ' \r\n')}\u00a0\n\n`).status, 0);
});

test('a forged, damaged or truncated approval is refused in both languages', () => {
  const token = sign();
  const [head = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const forged = Buffer.from(JSON.stringify({ ...claims, exp: 2_000_000_000 })).toString('base64url');
  assert.match(verify(`${head}.${forged}.${signature}`).stderr, /^Forged or damaged: /);
  assert.equal(verify(`${head}.${forged}.${signature}`).status, 1);
  // Somebody else's key, and a person who has none.
  const other = join(folder, 'other.key.json');
  run('', '--new-key', other, '--by', 'anna');
  assert.match(verify(signApart(other, 'anna')).stderr, /^Forged or damaged: /);
  assert.match(verify(signApart(key, 'ben')).stderr, /^Forged or damaged: /);
  for (const cut of ['', 'eyJ', head, `${head}.${payload}`, `${head}.${payload}.`, token.slice(0, -3)]) {
    const { status, stderr } = verify(cut === '' ? ' ' : cut);
    assert.equal(status, 2, cut);
    assert.match(stderr, /^This is no complete approval\.\n {4}Paste the whole approval/, cut);
  }
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.${signature}`;
  assert.match(verify(none).stderr, /^This approval cannot be read\./);
  const german = spawnSync(command, ['approve', '--ui', 'de', '--pack', pack, '--verify', head], {
    encoding: 'utf8',
    input: text,
  });
  assert.match(german.stderr, /^Das ist keine vollständige Freigabe\./);
});

test('an approval that could never hold is not signed', () => {
  const stranger = join(folder, 'stranger.key.json');
  run('', '--new-key', stranger, '--by', 'anna');
  const refuses = (result: ReturnType<typeof run>, words: RegExp) => {
    assert.deepEqual([result.status, result.stdout], [2, '']);
    assert.match(result.stderr, words);
  };
  const inGerman = (...args: string[]) =>
    spawnSync(command, ['approve', '--ui', 'de', '--pack', pack, ...args], { encoding: 'utf8', input: text });
  refuses(
    trySign(text, '--key', stranger),
    /stranger\.key\.json: This is not the key that the guideline has for Anna Berg\.\n {4}Sign with the key whose /,
  );
  refuses(
    inGerman('--key', stranger),
    /stranger\.key\.json: Das ist nicht der Schlüssel, den die Leitlinie von Anna Berg hat\.\n {4}/,
  );
  refuses(trySign(text, '--by', 'ben'), /^--by: The guideline has no key of Ben\.\n {4}Write the line that /);
  refuses(inGerman('--key', key, '--by', 'ben'), /^--by: Die Leitlinie hat keinen Schlüssel von Ben\.\n {4}/);
  refuses(trySign(text, '--by', 'ana'), /^--by: The guideline does not know “ana”\.\n {4}Did you mean “anna”\?/);
  refuses(trySign(text, '--by', 'xaver'), /“xaver”\.\n {4}Give the id of a person under “people” in the pack\.\n/);
  refuses(
    inGerman('--key', key, '--by', 'ana'),
    /^--by: Die Leitlinie kennt „ana“ nicht\.\n {4}Gemeint ist wohl „anna“/,
  );
  const of = join(folder, 'carl.key.json');
  run('', '--new-key', of, '--by', 'carl');
  refuses(trySign(text, '--key', of), /carl\.key\.json: The guideline does not know “carl”\./);
  refuses(trySign(' \n\u00a0\n'), /^-: There is no text to agree to\.\n {4}/);
  writeFileSync(join(folder, 'empty.txt'), '');
  refuses(
    inGerman('--key', key, join(folder, 'empty.txt')),
    /empty\.txt: Hier steht kein Text, dem man zustimmen könnte\.\n {4}/,
  );
});

test('the token is a JWS that another implementation of Ed25519 verifies and makes', () => {
  const token = sign();
  const [head = '', payload = '', signature = ''] = token.split('.');
  assert.deepEqual(JSON.parse(Buffer.from(head, 'base64url').toString()), { alg: 'EdDSA', typ: 'botschaft-approval' });
  const jwk = JSON.parse(readFileSync(key, 'utf8')) as { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string };
  const publicKey = createPublicKey({ key: { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, format: 'jwk' });
  assert.ok(verifyWith(null, Buffer.from(`${head}.${payload}`), publicKey, Buffer.from(signature, 'base64url')));
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  assert.deepEqual([claims.iss, claims.pack, claims.packVersion], ['anna', 'works', '7']);
  assert.equal(Number(claims.exp) - Number(claims.nbf), 14 * 24 * 60 * 60);
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const changed = Buffer.from(JSON.stringify({ ...claims, network: 'x' })).toString('base64url');
  const made = signWith(null, Buffer.from(`${head}.${changed}`), privateKey).toString('base64url');
  assert.equal(verify(`${head}.${changed}.${made}`, text, at, 'x').status, 0);
});

test('bad usage is told', () => {
  assert.match(run(text).stderr, /^Give one of --new-key, --key and --verify\./);
  writeFileSync(join(folder, 'bad.json'), '{"kty":"OKP","crv":"Ed25519","d":"short"}');
  assert.match(
    run(text, '--pack', pack, '--key', join(folder, 'bad.json')).stderr,
    /bad\.json: This is no Ed25519 private key\./,
  );
  assert.match(run('', '--new-key', join(folder, 'x.json')).stderr, /^--by: say whose key it is\./);
  assert.equal(run(text, '--pack', pack, '--key', key, '--at', 'soon').status, 2);
});
