// What stands in the landscape of a newsroom picture: one motif per topic of the demo company.

/** Colours of one picture: sky above, sky below, far hills, near hills, accent. */
export type Palette = readonly [string, string, string, string, string];
/** Numbers from 0 to below 1. */
export type Numbers = () => number;

export const between = (next: Numbers, low: number, high: number) => low + next() * (high - low);
export const round = (value: number) => Math.round(value * 10) / 10;

function turbine(x: number, foot: number, size: number, turn: number, fill: string): string {
  const hub = foot - size;
  const blade = `M0 0 Q${round(size * 0.05)} ${round(-size * 0.2)} 0 ${round(-size * 0.5)} Q${round(-size * 0.03)} ${round(-size * 0.2)} 0 0`;
  const blades = [0, 120, 240].map((angle) => `<path d="${blade}" transform="rotate(${angle})"/>`).join('');
  return `<g fill="${fill}"><path d="M${round(x - 3)} ${round(hub)} h6 l4 ${round(size)} h-14 Z"/><g transform="translate(${round(x)} ${round(hub)}) rotate(${round(turn)})">${blades}</g></g>`;
}

function wind(next: Numbers): string {
  return [260, 560, 860].map((x) => turbine(x, 470, between(next, 240, 320), next() * 120, '#fdfdfb')).join('');
}

function solar(): string {
  const panels: string[] = [];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 5; column++)
      panels.push(`M${380 + column * 92 - row * 18} ${430 + row * 50} h78 l-12 34 h-78 Z`);
  }
  return `<path d="${panels.join(' ')}" fill="#28455e" stroke="#f6efe0" stroke-width="3"/>`;
}

function grid(next: Numbers, [, , , near]: Palette): string {
  const foot = 500;
  const xs = [120, 440, 760, 1080];
  const tops = xs.map(() => foot - between(next, 170, 200));
  const masts = xs.map((x, index) => {
    const top = tops[index] ?? foot;
    return `M${x - 34} ${foot} L${x} ${round(top)} L${x + 34} ${foot} M${x - 60} ${round(top + 44)} H${x + 60} M${x - 44} ${round(top + 84)} H${x + 44}`;
  });
  const wires = xs.slice(1).map((x, index) => {
    const [from = foot, to = foot] = [tops[index], tops[index + 1]];
    return `M${x - 260} ${round(from + 44)} Q${x - 160} ${round(Math.max(from, to) + 90)} ${x - 60} ${round(to + 44)}`;
  });
  return `<path d="${[...masts, ...wires].join(' ')}" fill="none" stroke="${near}" stroke-width="4"/>`;
}

function people(next: Numbers, [, below, , , accent]: Palette): string {
  const figures = [340, 470, 600, 730, 860].map((middle, index) => {
    const x = round(middle + between(next, -20, 20));
    const top = 620 - between(next, 150, 190);
    const fill = index === 2 ? accent : below;
    return `<g fill="${fill}"><circle cx="${x}" cy="${round(top)}" r="26"/><path d="M${x - 44} 620 V${round(top + 80)} a44 44 0 0 1 88 0 V620 Z"/></g>`;
  });
  return figures.join('');
}

function houses(next: Numbers, [, below, , , accent]: Palette): string {
  const row = [250, 450, 650, 850].map((left, index) => {
    const top = 560 - between(next, 110, 150);
    const lit = [0, 1].map((window) => `M${left + 30 + window * 60} ${round(top + 40)} h30 v34 h-30 Z`).join(' ');
    const roof = `M${left - 14} ${round(top)} L${left + 75} ${round(top - 70)} L${left + 164} ${round(top)} Z`;
    return `<path d="M${left} ${round(top)} h150 V590 h-150 Z" fill="${below}"/><path d="${roof}" fill="${index % 2 ? '#28455e' : accent}"/><path d="${lit}" fill="#f1c453"/>`;
  });
  return row.join('');
}

/** A battery on the wall of a room, beside a shelf. */
function battery(_next: Numbers, [, below, far, near, accent]: Palette): string {
  const shelf = [250, 340, 430].map((y) => `M770 ${y} h260 v14 h-260 Z`).join(' ');
  const boxes = `M800 190 h60 v60 h-60 Z M890 210 h90 v40 h-90 Z M790 290 h110 v50 h-110 Z M930 270 h50 v70 h-50 Z M830 380 h120 v50 h-120 Z`;
  return `<path d="M0 0 H1200 V630 H0 Z" fill="${below}"/><path d="M0 520 H1200 V630 H0 Z" fill="${far}"/><rect x="300" y="150" width="240" height="310" rx="22" fill="#e9ebea" stroke="${near}" stroke-width="4"/><path d="M420 460 V520" stroke="${near}" stroke-width="8"/><rect x="340" y="400" width="160" height="14" rx="7" fill="${accent}"/><path d="M432 210 l-44 84 h34 l-14 64 l50 -88 h-34 Z" fill="${near}"/><path d="${shelf}" fill="${near}"/><path d="${boxes}" fill="${accent}" opacity="0.75"/>`;
}

/** A car at a charging post. */
function charging(_next: Numbers, [, below, , near, accent]: Palette): string {
  const car = 'M430 520 q6 -62 80 -66 l70 -66 q12 -12 30 -12 h150 q26 0 42 20 l44 56 q82 6 88 68 v26 H430 Z';
  const windows = 'M604 448 l50 -46 h52 v46 Z M722 402 h42 l34 46 h-76 Z';
  const cable = 'M352 400 C400 470 380 500 440 496';
  return `<path d="M290 590 V370 a30 30 0 0 1 30 -30 h20 a30 30 0 0 1 30 30 V590 Z" fill="#e9ebea" stroke="${near}" stroke-width="4"/><rect x="308" y="366" width="44" height="34" rx="6" fill="${accent}"/><path d="${cable}" fill="none" stroke="${below}" stroke-width="8"/><path d="${car}" fill="${accent}"/><path d="${windows}" fill="${below}"/><g fill="#1d2420"><circle cx="540" cy="546" r="42"/><circle cx="830" cy="546" r="42"/></g><g fill="${below}"><circle cx="540" cy="546" r="18"/><circle cx="830" cy="546" r="18"/></g>`;
}

/** A screen with a curve on it. */
function screen(next: Numbers, [, , far, near, accent]: Palette): string {
  let curve = 'M340 430';
  for (let x = 400; x <= 860; x += 60) curve += ` L${x} ${round(between(next, 250, 420))}`;
  const lines = [270, 330, 390].map((y) => `M330 ${y} H870`).join(' ');
  return `<rect x="280" y="180" width="640" height="310" rx="18" fill="#fdfdfb" stroke="${near}" stroke-width="10"/><path d="${lines}" stroke="${far}" stroke-width="2"/><path d="${curve}" fill="none" stroke="${accent}" stroke-width="9" stroke-linejoin="round"/><path d="M560 490 h80 v60 h-80 Z M480 550 h240 v18 h-240 Z" fill="${near}"/>`;
}

/** Flowers in front of the hills. */
function meadow(next: Numbers, [, below, , , accent]: Palette): string {
  const flowers = Array.from({ length: 26 }, (_, index) => {
    const x = round(40 + index * 45 + between(next, -12, 12));
    const y = round(between(next, 470, 560));
    return `<path d="M${x} ${y} V620" stroke="${below}" stroke-width="3"/><circle cx="${x}" cy="${y}" r="${round(between(next, 9, 16))}" fill="${index % 3 ? accent : '#fdfdfb'}"/>`;
  });
  return flowers.join('');
}

type Motif = (next: Numbers, palette: Palette) => string;

/** In front: drawn over the near hills. A motif that is not in front stands between the hills. */
export const motifs: Record<string, { draw: Motif; inFront: boolean }> = {
  storage: { draw: battery, inFront: true },
  charging: { draw: charging, inFront: true },
  grid: { draw: grid, inFront: false },
  solar: { draw: solar, inFront: true },
  research: { draw: screen, inFront: true },
  software: { draw: screen, inFront: true },
  sustainability: { draw: meadow, inFront: true },
  careers: { draw: people, inFront: true },
  culture: { draw: people, inFront: true },
  community: { draw: houses, inFront: true },
  events: { draw: wind, inFront: false },
  company: { draw: wind, inFront: false },
};
