// Draws the picture of a newsroom article: a landscape that follows from the item's id and topics, always the same for
// the same item. 1200 × 630, the size that link previews use.

const width = 1200;
const height = 630;

/** Sky above, sky below, far hills, near hills, accent. */
type Palette = readonly [string, string, string, string, string];
const palettes: readonly Palette[] = [
  ['#dbe8e4', '#f6efe0', '#9fbcae', '#3f6b58', '#d9822b'],
  ['#cfdfee', '#f3f1ea', '#93aec4', '#2f5573', '#e0b03f'],
  ['#efe3d6', '#fbf6ec', '#c9ad93', '#6f5642', '#2f7d6b'],
  ['#1e2f3f', '#4d6a7d', '#33506180', '#16242f', '#f1c453'],
  ['#e6e3ef', '#f8f3f0', '#b3abc9', '#544c78', '#cf6a4d'],
];

/** Numbers from 0 to below 1 that depend on the seed only (mulberry32). */
function numbersFrom(seed: string): () => number {
  let state = 0;
  for (const character of seed) state = (Math.imul(state, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const between = (next: () => number, low: number, high: number) => low + next() * (high - low);
const round = (value: number) => Math.round(value * 10) / 10;

function hills(next: () => number, base: number, swing: number, fill: string): string {
  const steps = 6;
  const points = Array.from({ length: steps + 1 }, (_, step) => ({
    x: (width / steps) * step,
    y: base + between(next, -swing, swing),
  }));
  let path = `M0 ${height}`;
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (!before) path += ` L0 ${round(point.y)}`;
    else {
      const middle = round((before.x + point.x) / 2);
      path += ` C${middle} ${round(before.y)} ${middle} ${round(point.y)} ${round(point.x)} ${round(point.y)}`;
    }
  });
  return `<path d="${path} L${width} ${height} Z" fill="${fill}"/>`;
}

function fir(x: number, foot: number, size: number, fill: string): string {
  const tiers = [0, 1, 2].map((tier) => {
    const top = foot - size + tier * size * 0.24;
    const half = size * (0.14 + tier * 0.08);
    const bottom = top + size * 0.42;
    return `M${round(x)} ${round(top)} L${round(x + half)} ${round(bottom)} L${round(x - half)} ${round(bottom)} Z`;
  });
  return `<path d="${tiers.join(' ')}" fill="${fill}"/>`;
}

function turbine(x: number, foot: number, size: number, turn: number, fill: string): string {
  const hub = foot - size;
  const blade = `M0 0 Q${round(size * 0.05)} ${round(-size * 0.2)} 0 ${round(-size * 0.5)} Q${round(-size * 0.03)} ${round(-size * 0.2)} 0 0`;
  const blades = [0, 120, 240].map((angle) => `<path d="${blade}" transform="rotate(${angle})"/>`).join('');
  return `<g fill="${fill}"><path d="M${round(x - 3)} ${round(hub)} h6 l4 ${round(size)} h-14 Z"/><g transform="translate(${round(x)} ${round(hub)}) rotate(${round(turn)})">${blades}</g></g>`;
}

function solarField(x: number, y: number, fill: string, frame: string): string {
  const panels: string[] = [];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 5; column++) {
      const left = x + column * 92 - row * 18;
      const top = y + row * 50;
      panels.push(`M${left} ${top} h78 l-12 34 h-78 Z`);
    }
  }
  return `<path d="${panels.join(' ')}" fill="${fill}" stroke="${frame}" stroke-width="3"/>`;
}

function pylons(next: () => number, foot: number, ink: string): string {
  const tops: Array<[number, number]> = [];
  const masts: string[] = [];
  for (let x = 120; x < width; x += 320) {
    const size = between(next, 170, 200);
    const top = foot - size;
    masts.push(
      `M${x - 34} ${foot} L${x} ${round(top)} L${x + 34} ${foot} M${x - 60} ${round(top + 44)} H${x + 60} M${x - 44} ${round(top + 84)} H${x + 44} M${x - 22} ${round(foot - 60)} H${x + 22}`,
    );
    tops.push([x, top + 44]);
  }
  const wires = tops.slice(1).map(([x, y], index) => {
    const [beforeX, beforeY] = tops[index] ?? [0, y];
    return `M${beforeX + 60} ${round(beforeY)} Q${(beforeX + x) / 2} ${round(Math.max(y, beforeY) + 46)} ${x - 60} ${round(y)}`;
  });
  return `<path d="${[...masts, ...wires].join(' ')}" fill="none" stroke="${ink}" stroke-width="4"/>`;
}

function people(next: () => number, foot: number, near: string, accent: string): string {
  const figures: string[] = [];
  for (let index = 0; index < 5; index++) {
    const x = round(340 + index * 130 + between(next, -20, 20));
    const size = between(next, 130, 170);
    const fill = index === 2 ? accent : near;
    figures.push(
      `<g fill="${fill}"><circle cx="${x}" cy="${round(foot - size)}" r="26"/><path d="M${x - 44} ${foot} V${round(foot - size + 80)} a44 44 0 0 1 88 0 V${foot} Z"/></g>`,
    );
  }
  return figures.join('');
}

const motifs: ReadonlyArray<[RegExp, 'wind' | 'solar' | 'grid' | 'people']> = [
  [/wind/, 'wind'],
  [/solar|photovolt|roof|dach/, 'solar'],
  [/grid|netz|storage|speicher|charging|lade|digital|security|sicher|heat|waerme/, 'grid'],
  [/career|people|job|karriere|ausbildung|team|culture|kultur|apprentice|training|social|diversity/, 'people'],
];

/**
 * @param id the item's id
 * @param topics the item's topics; the first that names a motif decides what stands in the landscape
 * @param description what the picture shows, for people who do not see it
 */
export function illustration(id: string, topics: readonly string[], description: string): string {
  const next = numbersFrom(id);
  const palette = palettes[Math.floor(next() * palettes.length)] ?? palettes[0];
  const [skyTop, skyBottom, far, near, accent] = palette as Palette;
  const words = [...topics, id].join(' ');
  const motif = motifs.find(([pattern]) => pattern.test(words))?.[1];
  const sunX = round(between(next, 200, 1000));
  const sunY = round(between(next, 110, 230));
  const parts = [
    `<circle cx="${sunX}" cy="${sunY}" r="${round(between(next, 44, 74))}" fill="${accent}"/>`,
    hills(next, 400, 60, far),
  ];
  if (motif === 'wind') {
    for (let index = 0; index < 3; index++) {
      parts.push(turbine(260 + index * 300, 460, between(next, 240, 320), next() * 120, '#fdfdfb'));
    }
  }
  if (motif === 'grid') parts.push(pylons(next, 500, near));
  parts.push(hills(next, 510, 36, near));
  if (motif === 'solar') parts.push(solarField(380, 430, '#28455e', '#f6efe0'));
  if (motif === 'people') parts.push(people(next, 620, skyBottom, accent));
  for (let index = 0; index < 9; index++) {
    parts.push(fir(between(next, 0, width), between(next, 560, 640), between(next, 90, 190), darker(near)));
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(description)}</title>`,
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${skyTop}"/><stop offset="1" stop-color="${skyBottom}"/></linearGradient></defs>`,
    `<rect width="${width}" height="${height}" fill="url(#sky)"/>`,
    ...parts,
    '</svg>',
  ].join('');
}

function darker(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${channels
    .map((channel) =>
      Math.round(channel * 0.72)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
