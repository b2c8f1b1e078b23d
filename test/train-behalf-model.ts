/**
 * Part of `npm run train`: weighs the signals of who writes for somebody else (main/triage/on-behalf.ts) on the training
 * messages.
 */
import { join } from 'node:path';
import { projectRoot } from '../main/paths.ts';
import { train } from '../main/triage/content/train.ts';
import { behalfTextOf } from '../main/triage/extract-person.ts';
import { weighedSignals } from '../main/triage/on-behalf.ts';
import { readBody } from '../main/triage/quoted.ts';
import { REQUEST_KINDS } from '../main/triage/request-kinds.ts';
import { triage } from '../main/triage/triage.ts';
import { trainingMessages } from './support/labelled.ts';
import { writeModel } from './support/model-file.ts';

/** Small: a signal is seldom the only one, and none shall decide by itself. */
const VALUE = 0.3;
const CLASSES = ['HIMSELF', 'ANOTHER'] as const;

const examples = trainingMessages().flatMap(({ message, onBehalfOf }) => {
  const { kind, language, person } = triage(message);
  if (!REQUEST_KINDS.has(kind)) return [];
  const { subject, from, text } = message;
  const signals = weighedSignals(
    behalfTextOf({
      subject,
      body: readBody(text),
      fromName: from.name,
      fromAddress: from.address,
      kind,
      language,
      act: person.action?.value ?? null,
    }),
  );
  const features = new Map(Array.from(signals, (signal) => [signal, VALUE]));
  return [{ features, label: onBehalfOf ? CLASSES[1] : CLASSES[0] }];
});
const model = train(examples, { classes: CLASSES, version: 1, leastExamples: 3 });
/** One number a signal, above zero where it speaks for another. */
const difference = ([himself = 0, another = 0]: readonly number[]) => another - himself;
writeModel(join(projectRoot, 'main', 'triage', 'behalf-model.json'), {
  ...model,
  bias: [difference(model.bias)],
  weights: Object.fromEntries(
    Object.entries(model.weights).map(([signal, own]) => [signal, [Math.round(difference(own) * VALUE)]]),
  ),
});
