/**
 * `npm run bench:triage [folder]`: how well the category is told on the fixture mailbox, by five folds of which each is
 * asked of a model that saw only the other four, beside three baselines; what corrections add to the first model; and of
 * the program as it ships each field on that mailbox and the messages a second. Writes reliability.svg to the folder (the working one without).
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSES, contentClassifier } from '../../main/triage/content/classifier.ts';
import { features } from '../../main/triage/content/features.ts';
import { train } from '../../main/triage/content/train.ts';
import { tokens } from '../../main/triage/content/tokens.ts';
import { evaluate } from '../../main/triage/evaluate.ts';
import type { Category } from '../../main/triage/model.ts';
import { triage } from '../../main/triage/triage.ts';
import { predictionOf, PROVINCIAL, readMailbox } from '../support/evaluated.ts';
import { mailboxMessages, trainingMessages, type Labelled } from '../support/labelled.ts';

type Answer = { readonly label: Category; readonly said: Category | null; readonly confidence: number };
type Teller = (message: Labelled) => { said: Category | null; confidence: number };

const FOLDS = 5;
const mailbox = await mailboxMessages();
const fold = (at: number) => ({
  known: mailbox.filter((_, index) => index % FOLDS !== at),
  held: mailbox.filter((_, index) => index % FOLDS === at),
});

function linear(messages: readonly Labelled[]): Teller {
  const examples = messages.map(({ text, category }) => ({ features: features(text), label: category }));
  const classifier = contentClassifier(train(examples, { classes: CLASSES, version: 1 }));
  return ({ text }) => {
    const { category, confidence } = classifier.propose(text);
    return { said: category, confidence };
  };
}

function naiveBayes(messages: readonly Labelled[]): Teller {
  const wordsOf = ({ text }: Labelled) => tokens(`${text.subject.toLowerCase()} ${text.flat}`);
  const vocabulary = new Set(messages.flatMap(wordsOf));
  const classes = CLASSES.map((name) => {
    const own = messages.filter(({ category }) => category === name);
    const counts = new Map<string, number>();
    for (const word of own.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const total = [...counts.values()].reduce((sum, count) => sum + count, vocabulary.size);
    return { name, counts, total, prior: Math.log((own.length + 1) / (messages.length + CLASSES.length)) };
  });
  return (message) => {
    const words = wordsOf(message).filter((word) => vocabulary.has(word));
    const scored = classes.map(({ name, counts, total, prior }) => ({
      name,
      score: words.reduce((sum, word) => sum + Math.log(((counts.get(word) ?? 0) + 1) / total), prior),
    }));
    return { said: scored.toSorted((a, b) => b.score - a.score)[0]?.name ?? null, confidence: 1 };
  };
}

function mostFrequent(messages: readonly Labelled[]): Teller {
  const count = (name: Category) => messages.filter(({ category }) => category === name).length;
  const said = CLASSES.toSorted((a, b) => count(b) - count(a))[0] ?? null;
  return () => ({ said, confidence: 1 });
}

const declaredOnly = (): Teller => {
  return ({ text }) => ({ said: text.declaredCategory, confidence: 1 });
};

function f1(answers: readonly Answer[], name: Category): number {
  const right = answers.filter(({ label, said }) => label === name && said === name).length;
  const asked = answers.filter(({ label }) => label === name).length;
  const told = answers.filter(({ said }) => said === name).length;
  return asked + told === 0 ? 1 : (2 * right) / (asked + told);
}

function macro(answers: readonly Answer[]): number {
  return CLASSES.reduce((sum, name) => sum + f1(answers, name), 0) / CLASSES.length;
}

function rightShare(answers: readonly Answer[]): number {
  return answers.filter(({ label, said }) => label === said).length / answers.length;
}

const ask = (teller: Teller, held: readonly Labelled[]): Answer[] =>
  held.map((message) => ({ label: message.category, ...teller(message) }));
const percent = (value: number) => `${(100 * value).toFixed(1)} %`.padStart(8);

function byFolds(make: (known: readonly Labelled[]) => Teller): Answer[][] {
  return Array.from({ length: FOLDS }, (_, at) => ask(make(fold(at).known), fold(at).held));
}

/** Bins of confidence: how sure the answers are, and how many of them are right. */
function bins(answers: readonly Answer[]) {
  return Array.from({ length: 10 }, (_, at) => {
    const own = answers.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === at);
    const sure = own.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, own.length);
    return { count: own.length, sure, right: own.length === 0 ? 0 : rightShare(own) };
  });
}

function reliabilityDiagram(answers: readonly Answer[]): string {
  const dots = bins(answers)
    .filter(({ count }) => count > 0)
    .map(
      ({ count, sure, right }) =>
        `<circle cx="${20 + 300 * sure}" cy="${320 - 300 * right}" r="${2 + Math.sqrt(count)}"><title>${count}</title></circle>`,
    );
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 340" fill="#0f6cbd" fill-opacity="0.6">',
    '<rect x="20" y="20" width="300" height="300" fill="none" stroke="#888"/>',
    '<line x1="20" y1="320" x2="320" y2="20" stroke="#888" stroke-dasharray="4"/>',
    ...dots,
    '</svg>\n',
  ].join('\n');
}

const tellers = { declaredOnly, mostFrequent, naiveBayes, linear };
console.log('macro F1 by folds: mean, spread (standard deviation), each fold');
let answers: Answer[] = [];
for (const [name, make] of Object.entries(tellers)) {
  const told = byFolds(make);
  const each = told.map(macro);
  const mean = each.reduce((sum, one) => sum + one, 0) / FOLDS;
  const spread = Math.sqrt(each.reduce((sum, one) => sum + (one - mean) ** 2, 0) / FOLDS);
  console.log(`${name.padEnd(13)} ${percent(mean)} ±${percent(spread)}  ${each.map(percent).join(' ')}`);
  answers = told.flat();
}
console.log('\nlinear, by label, and what it was taken for');
for (const name of CLASSES) {
  const taken = CLASSES.map(
    (other) => answers.filter(({ label, said }) => label === name && said === other).length,
  );
  console.log(
    `${name.padEnd(13)} ${percent(f1(answers, name))}  ${taken.map((n) => String(n).padStart(4)).join('')}`,
  );
}
const error = bins(answers).reduce((sum, { count, sure, right }) => sum + count * Math.abs(sure - right), 0);
console.log(`\nexpected calibration error ${percent(error / answers.length)}`);
const surest = answers.toSorted((a, b) => b.confidence - a.confidence);
console.log('right among the surest part');
for (const part of [0.25, 0.5, 0.75, 1]) {
  console.log(`${percent(part)} ${percent(rightShare(surest.slice(0, Math.ceil(part * surest.length))))}`);
}
const file = join(process.argv[2] ?? '.', 'reliability.svg');
writeFileSync(file, reliabilityDiagram(answers));
console.log(`reliability diagram: ${file}`);

console.log('\nthe training messages and so many corrections, asked the first fold: macro F1, right');
const { known, held } = fold(0);
for (const corrections of [0, 50, 100, known.length]) {
  const told = ask(linear([...trainingMessages(), ...known.slice(0, corrections)]), held);
  console.log(`${String(corrections).padStart(4)} ${percent(macro(told))} ${percent(rightShare(told))}`);
}

console.log('\nas it ships, by field: labelled, precision, recall, F1');
const read = await readMailbox(PROVINCIAL);
const { fields, actions } = evaluate(
  read.map(({ label, message }) => predictionOf(label.file, triage(message))),
  read.map(({ label }) => label),
);
for (const [name, { labelled, precision, recall, f1: both }] of Object.entries({ ...fields, ...actions })) {
  const shares = [precision, recall, both].map((share) => (share === null ? '       -' : percent(share)));
  console.log(`${name.padEnd(16)} ${String(labelled).padStart(4)} ${shares.join(' ')}`);
}

const ROUNDS = 20;
const before = process.cpuUsage();
for (let round = 0; round < ROUNDS; round++) for (const { message } of read) triage(message);
const { user, system } = process.cpuUsage(before);
const rate = (ROUNDS * read.length * 1e6) / (user + system);
const length = read.reduce((sum, { message }) => sum + message.text.length, 0) / read.length;
console.log(
  `\nwhole triage: ${rate.toFixed(0)} messages a second of processor time, ${length.toFixed(0)} characters each`,
);
