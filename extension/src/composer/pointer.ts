/** Notices when the pointer rests on marked words, or clicks them. Nothing is done while it moves. */
import type { PlacedFinding } from './composer';

/** Milliseconds of rest that mean "what is this?", and that a card stays after the pointer left. */
const rest = 300;

export interface WordsParts {
  findingAt(x: number, y: number): PlacedFinding | null;
  /** Whether the event happened in our own parts. */
  isOurs(event: Event): boolean;
  over(finding: PlacedFinding): void;
  left(): void;
}

export function watchWords(parts: WordsParts, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const options = { capture: true, passive: true, signal };

  const look = (x: number, y: number) => {
    const found = parts.findingAt(x, y);
    if (found) parts.over(found);
    else parts.left();
  };

  window.addEventListener(
    'pointermove',
    (event) => {
      clearTimeout(timer);
      if (parts.isOurs(event) || event.buttons !== 0) return;
      const { clientX, clientY } = event;
      timer = setTimeout(() => look(clientX, clientY), rest);
    },
    options,
  );
  window.addEventListener(
    'click',
    (event) => {
      clearTimeout(timer);
      if (!parts.isOurs(event) && event.isTrusted) look(event.clientX, event.clientY);
    },
    options,
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
