/**
 * Our extraction of title, description, picture and address beside open-graph-scraper's, on a folder of pages (default: our
 * own). Where the folder has expected.json, also which of the two is right.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import scrape from 'open-graph-scraper';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'build/native/botschaft');
const origin = 'https://www.muster.example/';
const fields = ['title', 'description', 'image', 'url'] as const;
type Field = (typeof fields)[number];
type Values = Partial<Record<Field, string>>;

const oneLine = (text: string | undefined): string => (text ?? '').replace(/[ \t\r\n\f]+/g, ' ').trim();

/** Where a page says nothing of an address, both may leave it at the page's own. */
function comparable(field: Field, value: string | undefined, page: string): string {
  const text = oneLine(value);
  if (field !== 'image' && field !== 'url') return text;
  if (text === '') return field === 'url' ? page : '';
  return URL.canParse(text, page) ? new URL(text, page).href : text;
}

function ours(file: string, page: string): Values {
  const run = spawnSync(command, ['audit', file, '--url', page, '--format', 'json', '--ui', 'en'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.stdout === '') throw new Error(`${file}: ${run.stderr}`);
  const { extracted } = JSON.parse(run.stdout) as { extracted: Partial<Record<Field, { text: string }>> };
  return Object.fromEntries(fields.flatMap((field) => (extracted[field] ? [[field, extracted[field].text]] : [])));
}

/** Over HTTP, as it works: it looks at the bytes and the encoding itself. */
async function theirs(address: string): Promise<Values> {
  try {
    const { result } = await scrape({ url: address, urlValidatorSettings: { require_tld: false } as never });
    const image = result.ogImage?.[0]?.url ?? result.twitterImage?.[0]?.url;
    const title = result.ogTitle ?? result.twitterTitle;
    const description = result.ogDescription ?? result.twitterDescription;
    const url = result.ogUrl;
    return JSON.parse(JSON.stringify({ title, description, image, url })) as Values;
  } catch (error) {
    const why = (error as { result?: { error?: string } }).result?.error ?? String(error);
    return { title: `(failed: ${why})` };
  }
}

const folder = resolve(process.argv[2] ?? join(root, 'tests/measure/data/pages'));
if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is no folder of pages`);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.x?html?$/.test(name))
  .sort()
  .map((name) => join(folder, name));
const expectedFile = join(folder, 'expected.json');
const expected = existsSync(expectedFile)
  ? (JSON.parse(readFileSync(expectedFile, 'utf8')) as Record<string, Values>)
  : null;

const server = createServer((request, response) => {
  const file = files[Number(request.url?.match(/^\/(\d+)\//)?.[1] ?? -1)];
  if (file === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'text/html' }).end(readFileSync(file));
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;

const totals = Object.fromEntries(fields.map((field) => [field, { same: 0, ours: 0, theirs: 0, neither: 0 }]));
let lost = 0;
for (const [number, file] of files.entries()) {
  const name = relative(folder, file);
  const page = new URL(`pages/${name}`, origin).href;
  const local = `http://127.0.0.1:${port}/${number}/${name}`;
  const mine = ours(file, page);
  const other = await theirs(local);
  for (const field of fields) {
    const a = comparable(field, mine[field], page);
    // Relative addresses come back as they were written, or seen from where the page was fetched.
    const b = comparable(
      field,
      other[field]?.replace(local, page).replace(`http://127.0.0.1:${port}/${number}/`, origin),
      page,
    );
    const total = totals[field] as { same: number; ours: number; theirs: number; neither: number };
    const right = expected?.[name.replace(/\.x?html?$/, '')];
    const wanted = right ? comparable(field, right[field], page) : null;
    if (a === b && (wanted === null || a === wanted)) {
      total.same += 1;
      continue;
    }
    if (wanted === null || (a !== wanted && b !== wanted)) total.neither += 1;
    else if (a === wanted) total.ours += 1;
    else {
      total.theirs += 1;
      lost += 1;
    }
    const verdict =
      wanted === null
        ? 'differ'
        : a === wanted
          ? 'ours is right'
          : b === wanted
            ? 'THEIRS IS RIGHT'
            : 'neither is right';
    console.log(`${name} ${field}: ${verdict}\n    ours   ${JSON.stringify(a)}\n    theirs ${JSON.stringify(b)}`);
  }
}
server.close();

console.log(`\n${files.length} pages        same  only ours  only theirs  ${expected ? 'neither' : 'differ'}`);
for (const field of fields) {
  const { same = 0, ours: a = 0, theirs: b = 0, neither = 0 } = totals[field] ?? {};
  console.log(
    `${field.padEnd(12)} ${String(same).padStart(8)} ${String(a).padStart(10)} ${String(b).padStart(12)} ${String(neither).padStart(8)}`,
  );
}
if (expected)
  console.log(`Right where open-graph-scraper is right: ${lost === 0 ? 'everywhere' : `not ${lost} times`}`);
