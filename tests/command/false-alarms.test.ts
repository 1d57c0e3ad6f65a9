/** What sounds like a fault and is none, against the starter guideline, every legal pack and the demo company at once. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const legal = readdirSync(`${root}shared/packs/legal`).map((file) => `legal/${file.replace('.json', '')}`);
const packs = ['starter', ...legal, `${root}shared/packs/demo/pack.json`].flatMap((pack) => ['--pack', pack]);

/** The rules that ask, warn or block, per post; hints are left aside. */
function alarms(posts: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync(
    `${root}build/native/botschaft`,
    ['check', ...packs, '--format', 'jsonl', '-'],
    { input: posts.map((text) => JSON.stringify({ text })).join('\n'), encoding: 'utf8' },
  );
  assert.ok(status === 0 || status === 1, stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const { findings } = JSON.parse(line) as { findings: { rule: string; level: string }[] };
      return findings
        .filter(({ level }) => level !== 'hint')
        .map(({ rule }) => rule)
        .join(' ');
    });
}

const harmless = [
  // grün: a colour, a party
  'Unser neues Logo an der TannBox ist grün, die Wand daneben auch.',
  'The light on the TannBox turns green when it is full.',
  'Grün steht dir, sagte die Kollegin.',
  // Anzeige: a display
  'Die Anzeige an der TannBox zeigt 21 Grad. Jemand eine Idee?',
  'Die Anzeige am Bahnsteig war kaputt.',
  // garantiert: quoted, negated
  '»Garantiert pünktlich«, stand auf dem Schild am Bus. Er kam um zehn.',
  '"Guaranteed on time", said the sign. The bus came at ten.',
  'Das Wetter morgen ist nicht garantiert.',
  'We cannot guarantee delivery before Christmas.',
  'Es gibt keine garantierte Rendite, das lernt man schnell.',
  'Our cat is a guarantee for hair on the sofa.',
  // heilt: a metaphor
  'Die Zeit heilt alle Wunden, auch die der TannBox 1.',
  'Time heals, even a dropped TannBox.',
  // Aktie: what it is
  'Mein Sohn fragt, was eine Aktie ist. Silbertann hat mir nicht geholfen.',
  'Die Aktie ist heute im Fernsehen dran, ich koche lieber.',
  'Der Aktionstag am Samstag bei Silbertann war voll.',
  // guys: a name
  'The Wise Guys sang at our summer party.',
  // words that only look like the law's
  'Unser Kollege Krebs ist jetzt Meister.',
  'Wir laufen heute gegen Krebs, alle Spenden gehen an die Stiftung.',
  'Umstellungen gehen nicht ohne Nebenwirkungen.',
  'Die Stadt will bis 2035 klimaneutral werden.',
  'Unsere Kantine ist nicht umweltfreundlich, sagt mein Chef.',
  'Vorher und nachher: So sieht unsere Kantine jetzt aus.',
  'Fragt nach Risiken und Nebenwirkungen, sagte der Apotheker.',
  'Our team will grow by 12 percent next year.',
  'A client told me the bridge looks great.',
  // a disclaimer
  'Ich arbeite bei Silbertann. Das ist meine persönliche Meinung, nicht die meiner Firma.',
  'I work at Silbertann. Opinions are my own, not my employer’s.',
];
const faults: Record<string, string> = {
  'Das TannBox-Modell heilt den Rücken.': 'hwg-certain-success',
  'Unsere Geräte sind besonders umweltfreundlich.': 'uwg-green-claim',
  'Das klimaneutrale Modell: unser Produkt ist klimaneutral.': 'uwg-climate-neutral',
  'Double your money with our savings plan.': 'finra-promise',
  'Jetzt Aktien von Silbertann kaufen!': 'mar-own-shares',
  'Wir liefern garantiert bis Freitag.': 'promises-de',
};

test('harmless posts raise no alarm', () => {
  const found = alarms(harmless);
  assert.equal(found.length, harmless.length);
  for (const [index, rules] of found.entries()) assert.equal(rules, '', `${harmless[index]}`);
});

test('their serious brothers do', () => {
  const found = alarms(Object.keys(faults));
  for (const [index, [post, rule]] of Object.entries(faults).entries())
    assert.ok(found[index]?.split(' ').includes(rule), `${post}: ${found[index]}`);
});
