/**
 * Part of `npm run train`: makes the model of the act asked for (main/triage/content/acts.ts) from the training messages.
 * It ships as it is: an office's corrections are of categories.
 */
import { join } from 'node:path';
import { projectRoot } from '../main/paths.ts';
import { ACTIONS } from '../main/triage/actions.ts';
import { features } from '../main/triage/content/features.ts';
import { train } from '../main/triage/content/train.ts';
import { trainingMessages } from './support/labelled.ts';
import { writeModel } from './support/model-file.ts';

const asked = trainingMessages().flatMap(({ text, action, ordinary }) =>
  action === null ? [] : [{ features: features(text), label: action, ordinary }],
);
const model = train(asked, { classes: ACTIONS, version: 1 });
// What speaks for no act more than for another (in hundredths) only makes the file larger.
const LEAST_SPREAD = 50;
const weights = Object.entries(model.weights).filter(
  ([, own]) => Math.max(...own) - Math.min(...own) >= LEAST_SPREAD,
);
writeModel(join(projectRoot, 'main', 'triage', 'content', 'act-model.json'), {
  ...model,
  weights: Object.fromEntries(weights),
});
