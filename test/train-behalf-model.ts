/**
 * Part of `npm run train`: weighs the signals of who writes for somebody else (main/triage/on-behalf.ts) on the training
 * messages.
 */
import { join } from 'node:path';
import { projectRoot } from '../main/paths.ts';
import { train } from '../main/triage/content/train.ts';
import { behalfTextOf } from '../main/triage/extract-person.ts';
import { weighedSignals } from '../main/triage/on-behalf.ts';
import { personMessages } from './support/labelled.ts';
import { writeWeights } from './support/model-file.ts';
import { personText } from './support/person-text.ts';

/** Small: a signal is seldom the only one, and none shall decide by itself. */
const VALUE = 0.3;
const CLASSES = ['HIMSELF', 'ANOTHER'] as const;

const examples = personMessages().flatMap((labelled) => {
  const text = personText(labelled);
  if (text === null) return [];
  const features = new Map(Array.from(weighedSignals(behalfTextOf(text)), (signal) => [signal, VALUE]));
  return [{ features, label: labelled.onBehalfOf ? CLASSES[1] : CLASSES[0] }];
});
const model = train(examples, { classes: CLASSES, version: 1, leastExamples: 3 });
writeWeights(join(projectRoot, 'main', 'triage', 'behalf-model.json'), model, VALUE);
