/** Signs of 24 by 24, drawn for this widget with one stroke width. They hint at a network; they are not its logo. */
export const glyphs: Record<string, string> = {
  bluesky: 'M12 11C10 7 6 4 4 5s0 8 3 8c-2 1-2 4 1 4 2 0 3-2 4-4 1 2 2 4 4 4 3 0 3-3 1-4 3 0 5-7 3-8s-6 2-8 6z',
  copy: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  facebook: 'M16 4h-2q-3 0-3 3v13M7 12h8',
  linkedin: 'M6 6v.1M6 10v9M11 19v-9M11 14c0-5 7-5 7 0v5',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  mastodon: 'M7 16v-6q0-3 2.5-3T12 10v3-3q0-3 2.5-3T17 10v6M7 20q5 1 9 0',
  reddit: 'M4 14a8 5.5 0 0 0 16 0 8 5.5 0 0 0-16 0M9 13v.1M15 13v.1M9 16q3 2 6 0M12 8l1-4 4 1',
  system: 'M12 15V4M8 8l4-4 4 4M7 11H5v9h14v-9h-2',
  teams: 'M4 7h9M8.5 7v11M18 7v.1M15 19v-5q0-2 2-2h2q2 0 2 2v5',
  telegram: 'M3 11l18-7-3 16-6-4-3 4v-6l8-7',
  threads: 'M18 9C17 3 7 3 7 12s10 10 11 4-9-6-9-2 6 4 6-2-4-4-5-2',
  threema: 'M8 11h8v6H8zM10 11V9q0-2 2-2t2 2v2M5 20l1-3a9 8 0 1 1 3 2z',
  whatsapp: 'M4 20l1.5-4A8 8 0 1 1 8 19zM9 9q0 5 6 6l.5-2-2-1-1 1-2-2 1-1-1-2z',
  x: 'M5 4l14 16M19 4L5 20',
};
