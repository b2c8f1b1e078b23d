import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { exportMessages } from '../mail/export.ts';
import { ingestSource } from '../mail/ingest.ts';
import { openSource } from '../mail/sources/open.ts';
import { Settings } from '../settings/model.ts';
import { newKey } from '../store/key.ts';
import { openStore, type Store } from '../store/store.ts';
import { evaluate, LabelRow, PredictionRow, type Evaluation, type Score } from '../triage/evaluate.ts';
import { argumentsOf, cliActor, interruption, report, type Run } from './command.ts';
import { progressTeller } from './output.ts';

/**
 * Takes the folder's mail through the same ingest and export as a desk's, in a temporary encrypted database whose key
 * is thrown away, and compares it with labels.jsonl.
 */
export const run: Run = async (options) => {
  const [folder = ''] = argumentsOf(options, ['CARPETA']);
  const labels = await readLabels(join(folder, 'labels.jsonl'));
  const evaluation = evaluate(await predict(folder), labels);
  await report(options, evaluation, textOf(evaluation));
  return evaluation.missing.length > 0 ? 1 : 0;
};

async function readLabels(file: string): Promise<LabelRow[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('SOURCE_UNREADABLE', { location: file }, { cause });
  });
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => LabelRow.parse(JSON.parse(line)));
  } catch (cause) {
    throw new AppError('INVALID_INPUT', { location: file }, { cause });
  }
}

async function predict(folder: string): Promise<PredictionRow[]> {
  const source = await openSource(folder);
  const dataDir = await mkdtemp(join(tmpdir(), 'estafeta-evaluate-'));
  try {
    const store = await openStore({ dataDir, key: { kind: 'hex', hex: newKey() } });
    try {
      const { mail, triage } = Settings.parse({
        office: { provinceCode: '28', officeName: 'Evaluación', mailboxAddress: '' },
      });
      await ingestSource(store, source, {
        actor: cliActor(),
        signal: interruption(),
        limits: mail,
        reviewBelow: triage.reviewBelow,
        onProgress: progressTeller(source.name),
      });
      const predictions: PredictionRow[] = [];
      for await (const message of exportMessages(store)) predictions.push(PredictionRow.parse(message));
      return [...predictions, ...(await copiesOf(store, predictions))];
    } finally {
      await store.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Files with the same bytes are one message, which the export names by its first: the others say the same. */
async function copiesOf(store: Store, predictions: readonly PredictionRow[]): Promise<PredictionRow[]> {
  const bySource = new Map(predictions.map((prediction) => [prediction.source, prediction]));
  const copies = await store.prisma.sighting.findMany({
    where: { duplicate: true },
    select: {
      item: true,
      message: { select: { sightings: { orderBy: { id: 'asc' }, take: 1, select: { item: true } } } },
    },
  });
  return copies.flatMap(({ item, message }) => {
    const prediction = bySource.get(message.sightings[0]?.item ?? '');
    return prediction === undefined ? [] : [{ ...prediction, source: item }];
  });
}

function textOf(evaluation: Evaluation): string {
  const row = ([name, { labelled, precision, recall, f1 }]: [string, Score]) =>
    [name.padEnd(18), String(labelled).padStart(6), ...[precision, recall, f1].map(percent)].join(' ');
  const table = (title: string, scores: Readonly<Record<string, Score>>) => [
    '',
    `${title.padEnd(18)} ${'casos'.padStart(6)} ${'precis.'.padStart(8)} ${'exhaust.'.padStart(8)} ${'F1'.padStart(8)}`,
    ...Object.entries(scores).map(row),
  ];
  const { messages, missing, calibrationError, confusion, macroF1, surestHalf } = evaluation;
  return [
    `Mensajes: ${messages}. Sin resultado: ${missing.length}.`,
    ...table('campo', evaluation.fields),
    ...table('categoría', evaluation.categories),
    ...table('tipo', evaluation.kinds),
    ...table('petición', evaluation.actions),
    '',
    'Confusión (etiqueta: propuesta × mensajes)',
    ...Object.entries(confusion).map(
      ([label, predicted]) =>
        `${label}: ${Object.entries(predicted)
          .map(([category, count]) => `${category} × ${count}`)
          .join(', ')}`,
    ),
    '',
    `F1 medio: categoría ${percent(macroF1.category).trim()}, tipo ${percent(macroF1.kind).trim()}, petición ${percent(macroF1.action).trim()}`,
    `Error de calibración: ${percent(calibrationError).trim()}. Aciertos en la mitad más segura: ${percent(surestHalf).trim()}`,
  ].join('\n');
}

function percent(value: number | null): string {
  return (value === null ? '-' : `${(value * 100).toFixed(1)} %`).padStart(8);
}
