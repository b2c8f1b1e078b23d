import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Messages between two collections: they leave some 15 MB behind, and what is freed later stays with the process. */
const EVERY_MESSAGES = 500;

let stored = 0;
let collect: NodeJS.GCFunction | null = null;

/**
 * Frees what so many stored messages left behind, once there are enough of them. They live too long to die among the
 * young objects, and V8 lets 150 MB of them gather where the machine has memory (docs/decisions/0003).
 */
export function collectAfter(messages: number): void {
  stored += messages;
  if (stored < EVERY_MESSAGES) return;
  stored = 0;
  collect ??= collector();
  collect({ type: 'major' });
}

/** The engine's own, without a flag for whoever starts the service: Electron's service gets none. */
function collector(): NodeJS.GCFunction {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as NodeJS.GCFunction;
}
