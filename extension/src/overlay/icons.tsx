/** Small signs. Each level has its own shape, so that none depends on its colour alone. */
import type { Level } from '../composer/mark';

const shapes = {
  clean: 'M3.5 8.5l3 3 6-6.5',
  hint: 'M8 7.2v4.3M8 4.4v.2',
  ask: 'M5.8 6.1a2.2 2.2 0 1 1 3.3 1.9c-.8.45-1.1.8-1.1 1.6M8 11.7v.1',
  warn: 'M8 4.2v4.6M8 11.5v.1',
  block: 'M4.5 8h7',
  failed: 'M5 5l6 6M11 5l-6 6',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

function Shape({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.9"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export function Badge({ level }: { level: Level | 'clean' | 'failed' }) {
  return (
    <span class={`badge ${level}`}>
      <Shape path={shapes[level]} />
    </span>
  );
}

export function CloseIcon() {
  return <Shape path={shapes.close} />;
}

/** A clock; with a stroke through it when the time is not good. */
export function Clock({ isGood }: { isGood: boolean }) {
  const strokes = { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.5', 'stroke-linecap': 'round' } as const;
  return (
    <svg class={isGood ? 'clock good' : 'clock'} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.2" {...strokes} />
      <path d="M8 4.8V8l2.2 1.5" {...strokes} />
      {isGood ? null : <path d="M2.2 13.8L13.8 2.2" {...strokes} />}
    </svg>
  );
}
