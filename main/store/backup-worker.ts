import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openSql } from './connection.ts';
import { databaseFacts, integrityProblems } from './database-facts.ts';

/**
 * Copies the database as it is at one instant, encrypted with the same key, and opens the copy to prove it: SQLite
 * does both without a pause, hence a thread of its own.
 */
const { file, copy, key } = z
  .object({ file: z.string(), copy: z.string(), key: z.string() })
  .parse(workerData);

const source = openSql(file, key, 'WRITE');
try {
  source.prepare('VACUUM INTO ?').run(copy);
} finally {
  source.close();
}
const copied = openSql(copy, key, 'READ');
try {
  parentPort?.postMessage({ facts: databaseFacts(copied), problems: integrityProblems(copied) });
} finally {
  copied.close();
}
