/** npm run golden: records the command's answers anew. Read the difference before committing it: it is the product's. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { askCommand, recorded } from './builds';
import { cases, folder, loadRequests } from './cases';

const loads = loadRequests();
const all = cases();
const answers = askCommand([...loads, ...all.map(({ request }) => request)]).slice(loads.length);
mkdirSync(`${folder}golden`, { recursive: true });
for (const file of new Set(all.map((one) => one.file))) {
  const lines = answers.filter((_, index) => all[index]?.file === file).map(recorded);
  writeFileSync(`${folder}golden/${file}`, `${lines.join('\n')}\n`);
}
console.log(`${all.length} answers recorded.`);
