/**
 * Part of `npm run train`: weighs what speaks for a document's being that of the person a message is for
 * (main/triage/document-owner.ts) on the training messages in which several stand.
 */
import { join } from 'node:path';
import { projectRoot } from '../main/paths.ts';
import { train } from '../main/triage/content/train.ts';
import { signalsOfDocuments } from '../main/triage/document-owner.ts';
import { statedDocuments } from '../main/triage/extract-person.ts';
import { findNumberWords } from '../main/triage/number-words.ts';
import { readable } from '../main/triage/readable.ts';
import { personMessages } from './support/labelled.ts';
import { writeWeights } from './support/model-file.ts';
import { BETTER, pairsOf, VALUE } from './support/owner-examples.ts';
import { personText } from './support/person-text.ts';

const choices = personMessages().flatMap((labelled) => {
  const text = personText(labelled);
  if (text === null) return [];
  const { flat } = readable(text.body, text.kind);
  const stated = statedDocuments(text, flat, findNumberWords(flat));
  const right = stated.documents.findIndex(({ value }) => value === labelled.person?.id);
  if (right < 0 || stated.byRules === null || stated.documents.length < 2) return [];
  return [{ candidates: signalsOfDocuments(stated), right }];
});
const examples = choices.flatMap((choice) => [...pairsOf(choice)]);
const model = train(examples, { classes: BETTER, version: 1, leastExamples: 3 });
writeWeights(join(projectRoot, 'main', 'triage', 'document-model.json'), model, VALUE);
