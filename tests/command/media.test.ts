/** `botschaft check` with pictures and earlier posts, and `botschaft similar`, on real files. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../build/native/botschaft', import.meta.url));
let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'media-'));
});
after(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function run(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', input });
  return { status, stdout, stderr };
}

function pack(...needs: string[]): string {
  const rules = needs.map((need) => ({
    id: need.toLowerCase(),
    level: 'warn',
    title: { en: need },
    message: { en: `${need} {match}` },
    check: { type: 'media', need, ...(need === 'size' ? { minWidth: 600 } : {}) },
  }));
  return write('pack.json', JSON.stringify({ format: 1, id: 'p', version: '1', name: { en: 'p' }, rules }));
}

interface ExifEntry {
  tag: number;
  type: number;
  count: number;
  value: Uint8Array | number;
}

/** A TIFF directory, little-endian, whose longer values follow it. `at` is its offset in the TIFF. */
function directory(entries: ExifEntry[], at: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length, 0);
  const values: Buffer[] = [];
  let next = at + head.length;
  entries.forEach(({ tag, type, count, value }, index) => {
    const place = 2 + index * 12;
    head.writeUInt16LE(tag, place);
    head.writeUInt16LE(type, place + 2);
    head.writeUInt32LE(count, place + 4);
    if (typeof value === 'number') {
      head.writeUInt32LE(value, place + 8);
    } else if (value.length <= 4) {
      Buffer.from(value).copy(head, place + 8);
    } else {
      head.writeUInt32LE(next, place + 8);
      values.push(Buffer.from(value));
      next += value.length;
    }
  });
  return Buffer.concat([head, ...values]);
}

const ascii = (text: string) => Buffer.from(`${text}\0`, 'latin1');
const rationals = (...numbers: number[]) => {
  const out = Buffer.alloc(numbers.length * 8);
  numbers.forEach((number, index) => {
    out.writeUInt32LE(number, index * 8);
    out.writeUInt32LE(1, index * 8 + 4);
  });
  return out;
};

/** A JPEG of headers only, 640 by 480, with what EXIF 2.3 and XMP say in it. */
function jpeg({ gps = false, taken = '', artist = '', xmp = '' }): Buffer {
  const header = Buffer.from('II*\0\u0008\0\0\0', 'latin1');
  const exifAt = 300;
  const gpsAt = 400;
  const main: ExifEntry[] = [];
  if (artist) main.push({ tag: 0x013b, type: 2, count: artist.length + 1, value: ascii(artist) });
  main.push({ tag: 0x8769, type: 4, count: 1, value: exifAt });
  if (gps) main.push({ tag: 0x8825, type: 4, count: 1, value: gpsAt });
  const exif = taken ? [{ tag: 0x9003, type: 2, count: taken.length + 1, value: ascii(taken) }] : [];
  const place = [
    { tag: 1, type: 2, count: 2, value: ascii('N') },
    { tag: 2, type: 5, count: 3, value: rationals(53, 33, 0) },
    { tag: 3, type: 2, count: 2, value: ascii('E') },
    { tag: 4, type: 5, count: 3, value: rationals(10, 0, 0) },
  ];
  const tiff = Buffer.alloc(600);
  header.copy(tiff, 0);
  directory(main, 8).copy(tiff, 8);
  directory(exif, exifAt).copy(tiff, exifAt);
  if (gps) directory(place, gpsAt).copy(tiff, gpsAt);
  const segment = (marker: number, content: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`, 'latin1')),
    segment(0xc0, Buffer.from([8, 480 >> 8, 480 & 255, 640 >> 8, 640 & 255, 1, 1, 0x11, 0])),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** The first bytes of a PNG. */
function png(width: number, height: number): Buffer {
  const out = Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\u0008\u0002\0\0\0', 'latin1');
  out.writeUInt32BE(width, 16);
  out.writeUInt32BE(height, 20);
  return out;
}

function messages(stdout: string): string[] {
  return (JSON.parse(stdout) as { findings: { message: string }[] }).findings.map(({ message }) => message);
}

const common = ['check', '--ui', 'en', '--format', 'json'];

test('a picture that says where, when and by whom it was taken', () => {
  const file = write(
    'hof.jpg',
    jpeg({ gps: true, taken: '2026:11:24 08:30:00', artist: 'Anna', xmp: '<a>trainedAlgorithmicMedia</a>' }),
  );
  const { status, stdout } = run(
    'Neu',
    ...common,
    '--pack',
    pack('noPlace', 'noTime', 'source', 'aiLabel', 'altText'),
    '--image',
    file,
  );
  assert.equal(status, 0);
  assert.deepEqual(messages(stdout).sort(), [
    'aiLabel hof.jpg',
    'altText hof.jpg',
    'noPlace hof.jpg',
    'noTime hof.jpg',
  ]);
});

test('a picture that says nothing but its size, in two formats', () => {
  const guideline = pack('noPlace', 'noTime', 'source', 'aiLabel', 'size');
  const wide = write('wide.jpg', jpeg({}));
  const narrow = write('narrow.png', png(599, 400));
  const { stdout } = run('Neu', ...common, '--pack', guideline, '--image', wide, '--image', narrow);
  assert.deepEqual(messages(stdout).sort(), ['size narrow.png', 'source wide.jpg, narrow.png']);
});

test('what is known besides comes from a file, before the pictures', () => {
  const facts = write('facts.json', JSON.stringify([{ type: 'image', name: 'told', people: true }]));
  const picture = write('seen.png', png(800, 600));
  const { stdout } = run('Neu', ...common, '--pack', pack('consent'), '--media', facts, '--image', picture);
  assert.deepEqual(messages(stdout), ['consent told, seen.png']);
});

test('broken pictures and facts are told, not guessed', () => {
  const guideline = pack('noPlace');
  const cut = write('cut.jpg', jpeg({ gps: true }).subarray(0, 90));
  assert.deepEqual(messages(run('x', ...common, '--pack', guideline, '--image', cut).stdout), []);
  const none = run('x', ...common, '--pack', guideline, '--image', join(folder, 'none.jpg'));
  assert.equal(none.status, 2);
  assert.match(none.stderr, /none\.jpg: Cannot be read: No such file/);
  const empty = run('x', ...common, '--pack', guideline, '--image', write('empty.jpg', ''));
  assert.equal(empty.status, 2);
  assert.match(empty.stderr, /The file is empty/);
  const wrong = run('x', ...common, '--pack', guideline, '--media', write('wrong.json', '[{"type":"photo"}]'));
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /\/media\/0\/type: .*photo/);
});

const library = fileURLToPath(new URL('../../shared/packs/demo/library.json', import.meta.url));
const { items } = JSON.parse(readFileSync(library, 'utf8')) as {
  items: { id: string; captions: { text: string }[] }[];
};
const approved = items.find(({ id }) => id === 'storage-moorbek')?.captions[0]?.text ?? '';
const caption = approved.replace('Storch', 'Reiher');

test('similar tells captions and posts, most alike first', () => {
  const posts = write(
    'posts.json',
    JSON.stringify([{ text: `${caption} Heute!`, by: 'colleague', id: 'p7' }, { text: 'Hallo' }]),
  );
  const args = ['similar', '--ui', 'en', '--library', library, '--history-texts', posts, '--min', '60'];
  const near = run(caption, ...args);
  assert.equal(near.status, 1);
  const lines = near.stdout.split('\n').filter((line) => /^\d/.test(line));
  assert.match(lines[0] ?? '', /^9\d % {2}colleague's post {2}p7$/);
  assert.match(lines[1] ?? '', /^\d\d % {2}storage-moorbek /);
  const far = run('Heute gab es in der Kantine zum ersten Mal Grünkohl, und alle kamen wieder.', ...args);
  assert.deepEqual([far.status, far.stdout], [0, 'Nothing sounds like it.\n']);
  assert.deepEqual(run('Kurz', ...args).stdout, 'The text is too short to be compared.\n');
});

test('a draft is compared with the library and with last posts', () => {
  const rules = ['captions', 'lastPosts'].map((to) => ({
    id: to.toLowerCase(),
    level: 'hint',
    title: { en: to },
    message: { en: `${to} {count}` },
    check: { type: 'similarity', to, min: 60 },
  }));
  const guideline = write(
    'similar.json',
    JSON.stringify({ format: 1, id: 'p', version: '1', name: { en: 'p' }, rules }),
  );
  const posts = write('last.json', JSON.stringify([{ text: caption }]));
  const { status, stdout } = run(caption, ...common, '--pack', guideline, '--library', library, '--last-posts', posts);
  assert.equal(status, 1); // the same words block
  const found = messages(stdout).sort();
  assert.match(found[0] ?? '', /^captions \d\d$/);
  assert.equal(found[1], 'lastPosts 100');
});
