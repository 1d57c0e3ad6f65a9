/**
 * Reads the page of a tab: once more as the server sends it to somebody without cookies, which is what crawlers get, and as
 * scripts have left it. Needs activeTab only: the person has just asked about this tab.
 */
import { browser } from 'wxt/browser';
import type { AuditRequest, CardImage } from '../generated/protocol';
import { decodePage } from './decode-page';
import { factsOf, tagsOf } from './page-facts';

interface Sent {
  bytes: number[];
  contentType: string;
  robotsHeader: string;
}

interface Read {
  url: string;
  /** Null where the server did not give the page once more. */
  sent: Sent | null;
  live: string;
  robotsTxt: string | null;
}

/** Runs in the page, on its own: nothing from outside of it is there. */
async function readPage(): Promise<Read> {
  const most = 4 << 20;
  const ask = async (url: string): Promise<Response | null> => {
    try {
      const response = await fetch(url, {
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(10_000),
      });
      return response.ok ? response : null;
    } catch {
      return null;
    }
  };
  const url = location.href.split('#')[0] ?? location.href;
  const [page, robots] = await Promise.all([ask(url), ask(new URL('/robots.txt', url).href)]);
  const buffer = page ? await page.arrayBuffer() : null;
  // Not a part of a larger array: Firefox refuses to make one of what the page's own fetch has given.
  const bytes = buffer ? new Uint8Array(buffer, 0, Math.min(buffer.byteLength, most)) : null;
  // A site that answers every address with its start page has no robots.txt.
  const isText = robots?.headers.get('content-type')?.startsWith('text/plain') ?? false;
  return {
    url,
    sent:
      page && bytes
        ? {
            bytes: Array.from(bytes),
            contentType: page.headers.get('content-type') ?? '',
            robotsHeader: page.headers.get('x-robots-tag') ?? '',
          }
        : null,
    live: document.documentElement.outerHTML.slice(0, most),
    robotsTxt: robots && isText ? (await robots.text()).slice(0, 500_000) : null,
  };
}

/** Size and type of a picture on the page's own host. Runs in the page. */
async function readPicture(url: string): Promise<{ bytes: number; type: string } | null> {
  try {
    const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(10_000) });
    if (!response.ok) return null;
    const { size, type } = await response.blob();
    return { bytes: size, type };
  } catch {
    return null;
  }
}

async function inTab<A extends unknown[], R>(tab: number, func: (...args: A) => R, args: A): Promise<Awaited<R>> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId: tab }, func, args });
  return frame?.result as Awaited<R>;
}

/** Everything about the page but its picture. Rejects where the browser lets nobody look, as at its own pages. */
export async function readTab(tab: number): Promise<{ request: Omit<AuditRequest, 'op'>; sent: boolean }> {
  const read = await inTab(tab, readPage, []);
  const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
  const html = read.sent ? decodePage(new Uint8Array(read.sent.bytes), read.sent.contentType) : read.live;
  return {
    sent: read.sent !== null,
    request: {
      page: factsOf(read.url, parse(html), html),
      ...(read.sent ? { live: tagsOf(parse(read.live)), robotsHeader: read.sent.robotsHeader.slice(0, 20_000) } : {}),
      ...(read.robotsTxt === null ? {} : { robotsTxt: read.robotsTxt }),
    },
  };
}

/** The card's picture, as a page of the extension can see it; size in bytes and type only where the page's host has it. */
export async function lookAtPicture(tab: number, page: string, address: string): Promise<CardImage> {
  const picture = new Image();
  picture.referrerPolicy = 'no-referrer';
  const loaded = await new Promise<boolean>((done) => {
    picture.onload = () => done(true);
    picture.onerror = () => done(false);
    setTimeout(() => done(false), 15_000);
    picture.src = address;
  });
  if (!loaded) return { loaded };
  const sameHost = new URL(address).origin === new URL(page).origin;
  const file = sameHost ? await inTab(tab, readPicture, [address]) : null;
  return {
    loaded,
    width: Math.min(picture.naturalWidth, 100_000),
    height: Math.min(picture.naturalHeight, 100_000),
    ...(file ? { bytes: file.bytes, type: file.type.slice(0, 100) } : {}),
  };
}
