import { writeFileSync } from 'node:fs';
import type { StoredModel } from '../../main/triage/content/linear-model.ts';

/** Writes a model as it ships: one feature a line, so that a change can be read. */
export function writeModel(file: string, model: StoredModel): void {
  const { version, trainedOn, temperature, bias, weights } = model;
  const lines = Object.entries(weights).map(
    ([name, own]) => `    ${JSON.stringify(name)}: ${JSON.stringify(own)}`,
  );
  writeFileSync(
    file,
    [
      '{',
      `  "version": ${version},`,
      `  "trainedOn": ${trainedOn},`,
      `  "temperature": ${temperature},`,
      `  "bias": ${JSON.stringify(bias)},`,
      '  "weights": {',
      lines.join(',\n'),
      '  }',
      '}',
      '',
    ].join('\n'),
  );
  console.log(`${file}: ${lines.length} features of ${trainedOn} messages`);
}

/** One whole number a signal of a model of two classes, above zero where it speaks for the second; each counts `value`. */
export function writeWeights(file: string, model: StoredModel, value: number): void {
  const difference = ([first = 0, second = 0]: readonly number[]) => second - first;
  writeModel(file, {
    ...model,
    bias: [difference(model.bias)],
    weights: Object.fromEntries(
      Object.entries(model.weights).map(([signal, own]) => [signal, [Math.round(difference(own) * value)]]),
    ),
  });
}
