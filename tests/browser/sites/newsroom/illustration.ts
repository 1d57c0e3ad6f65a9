// Draws the picture of a newsroom article: a landscape that follows from the item's id and topics, always the same for
// the same item. 1200 × 630, the size that link previews use.
import { between, motifs, type Numbers, type Palette, round } from './motifs';

const width = 1200;
const height = 630;

const firstPalette: Palette = ['#dbe8e4', '#f6efe0', '#9fbcae', '#3f6b58', '#d9822b'];
const palettes: readonly Palette[] = [
  firstPalette,
  ['#cfdfee', '#f3f1ea', '#93aec4', '#2f5573', '#e0b03f'],
  ['#efe3d6', '#fbf6ec', '#c9ad93', '#6f5642', '#2f7d6b'],
  ['#1e2f3f', '#4d6a7d', '#33506180', '#16242f', '#f1c453'],
  ['#e6e3ef', '#f8f3f0', '#b3abc9', '#544c78', '#cf6a4d'],
];

/** Numbers from 0 to below 1 that depend on the seed only (mulberry32). */
function numbersFrom(seed: string): Numbers {
  let state = 0;
  for (const character of seed) state = (Math.imul(state, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function hills(next: Numbers, base: number, swing: number, fill: string): string {
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

/**
 * @param id the item's id
 * @param topics the item's topics; the first that has a motif decides what is to be seen
 * @param description what the picture shows, for people who do not see it
 */
export function illustration(id: string, topics: readonly string[], description: string): string {
  const next = numbersFrom(id);
  const palette = palettes[Math.floor(next() * palettes.length)] ?? firstPalette;
  const [skyTop, skyBottom, far, near, accent] = palette;
  const motif = motifs[topics.find((topic) => topic in motifs) ?? ''];
  const stands = motif?.draw(next, palette) ?? '';
  const sun = `<circle cx="${round(between(next, 200, 1000))}" cy="${round(between(next, 90, 150))}" r="${round(between(next, 40, 64))}" fill="${accent}"/>`;
  const firs = Array.from({ length: 9 }, () =>
    fir(between(next, 0, width), between(next, 580, 645), between(next, 80, 150), darker(near)),
  );
  const parts = [sun, hills(next, 400, 60, far), hills(next, 520, 36, near), ...firs];
  parts.splice(motif?.inFront ? parts.length : 2, 0, stands);
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
