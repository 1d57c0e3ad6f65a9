/**
 * Counting and entities of X and Bluesky: twitter-text's cases (give the folder with its conformance.json), and agreement
 * with twitter-text and @atproto/api over more than 10,000 posts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printRows, withBluesky, withX } from './lib/agreement';
import { printConformance } from './lib/conformance';
import { posts } from './lib/posts';

const folder = process.argv[2];
if (folder) printConformance(JSON.parse(readFileSync(join(folder, 'conformance.json'), 'utf8')));
else console.log('No folder with conformance.json given: agreement only.\n');

const texts = posts();
console.log('With twitter-text, the library of X:');
printRows(withX(texts), texts.length);
console.log('\nWith @atproto/api, the library of Bluesky:');
printRows(withBluesky(texts), texts.length);
