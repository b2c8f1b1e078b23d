/**
 * `npm run train`: makes the first model that ships with the program from the training messages written by hand. The
 * fixture mailbox is left out: it is what the demo shows and what `evaluate` measures. The messages themselves ship packed
 * beside it, because each office's own model learns from them as well. The same messages give the same files.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { projectRoot } from '../main/paths.ts';
import { CLASSES } from '../main/triage/content/classifier.ts';
import { features } from '../main/triage/content/features.ts';
import { train } from '../main/triage/content/train.ts';
import { trainingMessages } from './support/labelled.ts';
import { writeModel } from './support/model-file.ts';

const messages = trainingMessages();
const model = train(
  messages.map(({ text, category, ordinary }) => ({ features: features(text), label: category, ordinary })),
  { classes: CLASSES, version: 1 },
);
writeModel(join(projectRoot, 'main', 'triage', 'content', 'first-model.json'), model);

const texts = JSON.stringify(messages.map(({ text, category, ordinary }) => ({ text, category, ordinary })));
const zstd = zstdCompressSync(texts, { params: { [constants.ZSTD_c_compressionLevel]: 19 } });
writeFileSync(
  join(projectRoot, 'main', 'triage', 'content', 'shipped-messages.json'),
  `${JSON.stringify({ zstd: zstd.toString('base64') }, null, 2)}\n`,
);
// By itself: whoever only tells how many there were needs neither the messages nor the model.
writeFileSync(
  join(projectRoot, 'main', 'triage', 'content', 'shipped-count.json'),
  `{ "messages": ${messages.length} }\n`,
);
