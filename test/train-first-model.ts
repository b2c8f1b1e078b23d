/**
 * `npm run train`: makes the first model that ships with the program from the training messages written by hand. The
 * fixture mailbox is left out: it is what the demo shows and what `evaluate` measures. The same messages give the same
 * file.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../main/paths.ts';
import { CLASSES } from '../main/triage/content/classifier.ts';
import { features } from '../main/triage/content/features.ts';
import { train } from '../main/triage/content/train.ts';
import { trainingMessages } from './support/labelled.ts';

const messages = trainingMessages();
const model = train(
  messages.map(({ text, category }) => ({ features: features(text), label: category })),
  { classes: CLASSES, version: 1 },
);
const file = join(projectRoot, 'main', 'triage', 'content', 'first-model.json');
const weights = Object.entries(model.weights).map(
  ([name, own]) => `    ${JSON.stringify(name)}: ${JSON.stringify(own)}`,
);
const { version, trainedOn, temperature, bias } = model;
writeFileSync(
  file,
  [
    '{',
    `  "version": ${version},`,
    `  "trainedOn": ${trainedOn},`,
    `  "temperature": ${temperature},`,
    `  "bias": ${JSON.stringify(bias)},`,
    '  "weights": {',
    weights.join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n'),
);
console.log(`${file}: ${Object.keys(model.weights).length} features of ${trainedOn} messages`);
