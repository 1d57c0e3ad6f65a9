import type { CheckAnswer } from '../generated/protocol';

/** Every icon is decoration beside words, hidden from assistive technology. */
function Icon({ path }: { path: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

const levelPaths: Record<CheckAnswer['verdict'], string> = {
  clean: 'M3 8.5 6.5 12 13 4.5',
  hint: 'M8 7v4.5M8 4.5v.01M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0z',
  ask: 'M6 6a2 2 0 1 1 3 1.8c-.7.4-1 .8-1 1.5M8 11.8v.01M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0z',
  warn: 'M8 6v3.2M8 11.6v.01M8 1.8 15 14H1z',
  block: 'M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3zM5 8h6',
};

export function LevelIcon({ level }: { level: CheckAnswer['verdict'] }) {
  return <Icon path={levelPaths[level]} />;
}

export const CopyIcon = () => <Icon path="M6 5.5h7v8H6zM3.5 10.5v-8h6" />;
export const InsertIcon = () => <Icon path="M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11" />;
export const EditIcon = () => <Icon path="M2.5 13.5 3.3 10l7.2-7.2 2.7 2.7L6 12.7z" />;
export const ShareIcon = () => <Icon path="M9.5 2.5h4v4M13 3 7.5 8.5M11.5 9v4.5h-9v-9H7" />;
export const SettingsIcon = () => <Icon path="M2 4.5h6M11 4.5h3M2 11.5h2.5M7.5 11.5H14M9.5 2.8v3.4M6 9.8v3.4" />;
export const LibraryIcon = () => <Icon path="M2.5 3h4.2v10H2.5zM6.7 3h3v10h-3zM10.3 3.6l2.6-.6 1.6 9.6-2.7.5z" />;
export const RefreshIcon = () => <Icon path="M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3" />;

export const PageIcon = () => <Icon path="M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3M5.6 9.2l1.7 1.7 3.2-3.6" />;
export const BackIcon = () => <Icon path="M13 8H3.5M7.5 4 3.5 8l4 4" />;
export const TabIcon = () => <Icon path="M2 3.5h12v9H2zM2 6h12M6 3.5V6" />;

/** The mark of store-assets/icon.svg. */
export function Mark() {
  return (
    <svg viewBox="0 0 128 128" aria-hidden="true">
      <defs>
        <linearGradient id="mark-field" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stop-color="#2f6bed" />
          <stop offset="1" stop-color="#5b3fd6" />
        </linearGradient>
      </defs>
      <rect x="6" y="6" width="116" height="116" rx="28" fill="url(#mark-field)" />
      <path
        d="M34 30h60a12 12 0 0 1 12 12v34a12 12 0 0 1-12 12H66L44 106V88H34a12 12 0 0 1-12-12V42a12 12 0 0 1 12-12z"
        fill="#fff"
      />
      <path
        d="M44 59.5 58 73l27-27"
        fill="none"
        stroke="#3b57e3"
        stroke-width="11"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
