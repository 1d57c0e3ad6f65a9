/** Fetches a pack or a library from a URL. */
import type { ProblemCode } from '../engine/problems';

export type Fetched = { ok: true; json: string } | { ok: false; code: ProblemCode; detail: string };

/** Storage holds 10 MB in all; a guideline of 200,000 phrases stays well below this many characters. */
const mostCharacters = 4_000_000;
const timeoutMilliseconds = 15_000;

/** https, or http on this very machine, where pack authors try things out. */
export function isAllowedUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1'));
}

/** Never throws. No cookies, no referrer: the host learns that somebody fetched the file, and nothing else. */
export async function fetchDocument(url: string): Promise<Fetched> {
  if (!isAllowedUrl(url)) return { ok: false, code: 'bad-url', detail: url };
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    if (!response.ok) return { ok: false, code: 'http-status', detail: String(response.status) };
    return readDocument(await response.text());
  } catch (error) {
    return { ok: false, code: 'unreachable', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether a text can be handed to the core as a pack or library: JSON, an object, not too large. */
export function readDocument(json: string): Fetched {
  if (json.length > mostCharacters) return { ok: false, code: 'too-large', detail: String(mostCharacters) };
  const parsed = parseObject(json);
  return parsed.ok ? { ok: true, json } : { ok: false, code: 'not-json', detail: parsed.detail };
}

/** The JSON object in a text; a byte order mark, which editors on Windows write, is fine. */
export function parseObject(
  json: string,
): { ok: true; value: Record<string, unknown> } | { ok: false; detail: string } {
  try {
    const value: unknown = JSON.parse(json.replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { ok: false, detail: typeof value };
    return { ok: true, value: { ...value } };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}
