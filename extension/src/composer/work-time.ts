/**
 * Tells the background how long this page has been in front of the person: visible, in the window that has the focus.
 * What becomes of it, and whether it is counted at all, is for the background to know.
 */
import { SendFailed, send } from '../send';

/** Seconds between two looks. */
const step = 15;

/** Until `signal` is aborted; calls `used` when the day's time is used up. */
export function watchWorkTime(used: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
    send('worked', { seconds: step }).then(
      (answer) => answer.used && used(),
      (error: unknown) => {
        if (error instanceof SendFailed && error.kind === 'gone') clearInterval(timer);
      },
    );
  }, step * 1000);
  signal.addEventListener('abort', () => clearInterval(timer));
}
