/**
 * Signed approvals: what an approver said about a text, as a JSON Web Signature in compact form (RFC 7515) with EdDSA
 * over Ed25519 (RFC 8037). `botschaft approve` writes and reads the same (wasm/cli/approval_token.h). WebCrypto has
 * Ed25519 since Chromium 137 and Firefox 129.
 */
import type { Network } from '../messages';

export type Decision = 'approved' | 'changes' | 'refused';

export interface ApprovalClaims {
  /** Id of a person of the guideline. */
  iss: string;
  /** Seconds since 1970: issued, valid from, valid until (not included). */
  iat: number;
  nbf: number;
  exp: number;
  /** SHA-256 of the approved form of the text, in base64url. */
  textHash: string;
  network: Network;
  decision: Decision;
  note?: string;
  pack?: string;
  packVersion?: string;
}

export type ReadToken =
  | { ok: true; token: string; claims: ApprovalClaims }
  | { ok: false; code: 'token-truncated' | 'token-unreadable' };

const header = { alg: 'EdDSA', typ: 'botschaft-approval' } as const;
const signatureBytes = 64;
const longestNote = 2000;

export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Null for what is no base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

const encode = (text: string) => new TextEncoder().encode(text);

/** Of a text that is in its approved form already: what the core answers to approvalText. */
export async function hashOf(approvedForm: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', encode(approvedForm))));
}

/** The first token in a message, which may stand in any other words. Says nothing about its signature. */
export function readToken(message: string): ReadToken {
  const [whole, head, payload, signature] = /(eyJ[\w-]+)\.([\w-]+)(?:\.([\w-]*))?/.exec(message) ?? [];
  if (whole === undefined || head === undefined || payload === undefined) return { ok: false, code: 'token-truncated' };
  if (fromBase64Url(signature ?? '')?.length !== signatureBytes) return { ok: false, code: 'token-truncated' };
  const read = (part: string): Record<string, unknown> => {
    try {
      const value: unknown = JSON.parse(new TextDecoder().decode(fromBase64Url(part) ?? new Uint8Array()));
      return typeof value === 'object' && value !== null ? { ...value } : {};
    } catch {
      return {};
    }
  };
  // Whoever signs does not choose how it is verified (RFC 8725, 3.1).
  const { alg, typ } = read(head);
  const claims = read(payload);
  if (alg !== header.alg || typ !== header.typ || !isClaims(claims)) return { ok: false, code: 'token-unreadable' };
  if (claims.note !== undefined) claims.note = claims.note.slice(0, longestNote);
  return { ok: true, token: whole, claims };
}

function isClaims(value: Record<string, unknown>): value is Record<string, unknown> & ApprovalClaims {
  const isSecond = (entry: unknown) =>
    Number.isSafeInteger(entry) && (entry as number) >= 0 && (entry as number) <= 4e10;
  return (
    ['iss', 'textHash', 'network'].every((key) => typeof value[key] === 'string' && value[key] !== '') &&
    ['iat', 'nbf', 'exp'].every((key) => isSecond(value[key])) &&
    ['approved', 'changes', 'refused'].includes(String(value.decision)) &&
    ['note', 'pack', 'packVersion'].every((key) => value[key] === undefined || typeof value[key] === 'string')
  );
}

/** False also for a key that is none. Throws where the browser has no Ed25519: see `hasEd25519`. */
export async function isSignedBy(token: string, publicKey: string): Promise<boolean> {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const raw = fromBase64Url(publicKey);
  const signed = fromBase64Url(signature);
  if (raw?.length !== 32 || signed?.length !== signatureBytes) return false;
  const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'NotSupportedError') throw error;
    return null;
  });
  return key !== null && (await crypto.subtle.verify('Ed25519', key, signed, encode(`${head}.${payload}`)));
}

/** An approver's key as it is kept: a JSON Web Key, the same that `botschaft approve --new-key` writes. */
export interface SigningKey {
  kty: 'OKP';
  crv: 'Ed25519';
  kid: string;
  /** Public and private half, 32 bytes each in base64url. */
  x: string;
  d: string;
}

export async function makeKey(person: string): Promise<SigningKey> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const { x = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { kty: 'OKP', crv: 'Ed25519', kid: person, x, d };
}

export async function sign(claims: ApprovalClaims, { x, d }: SigningKey): Promise<string> {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x, d };
  const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']);
  const part = (value: object) => toBase64Url(encode(JSON.stringify(value)));
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${toBase64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', key, encode(signed))))}`;
}

/** Whether this browser can sign and verify approvals. */
export async function hasEd25519(): Promise<boolean> {
  return crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']).then(
    () => true,
    () => false,
  );
}
