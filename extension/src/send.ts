/**
 * One message to the background, one answer back, typed by messages.ts. Used by content scripts and by the extension's
 * own pages. Sending wakes a background that the browser has put to sleep.
 */
import { browser } from 'wxt/browser';
import type { Messages, MessageType } from './messages';

/**
 * `gone`: the extension was updated or removed under this page; only reloading the page helps.
 * `silent`: nobody answered; asking again may help.
 */
export class SendFailed extends Error {
  override readonly name = 'SendFailed';
  constructor(
    readonly kind: 'gone' | 'silent',
    cause: unknown,
  ) {
    super(`background ${kind}`, { cause });
  }
}

/** Rejects with SendFailed, never with anything else. */
export async function send<T extends MessageType>(type: T, body: Messages[T][0]): Promise<Messages[T][1]> {
  let answer: unknown;
  try {
    // The id disappears when the extension's context is invalidated; sendMessage then throws or is not there at all.
    if (!browser.runtime?.id) throw new Error('no extension context');
    answer = await browser.runtime.sendMessage({ type, body });
  } catch (error) {
    throw new SendFailed(extensionIsGone(error) ? 'gone' : 'silent', error);
  }
  if (answer === undefined || answer === null) throw new SendFailed('silent', 'no answer');
  return answer as Messages[T][1];
}

function extensionIsGone(error: unknown): boolean {
  if (!browser.runtime?.id) return true;
  return error instanceof Error && /context invalidated/i.test(error.message);
}
