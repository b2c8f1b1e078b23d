/** The yardstick of issue 2: simpleParser over every file of a Maildir, one thread, nothing stored. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

const folder = join(process.argv[2] ?? '', 'cur');
for (const name of readdirSync(folder)) {
  await simpleParser(readFileSync(join(folder, name)), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
  });
}
