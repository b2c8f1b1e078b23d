import { randomUUID } from 'node:crypto';
import { AppError } from '../errors.ts';

/** Puts back what an act changed, as far as nobody changed it since; answers how many rows it restored. */
export type Restore = () => Promise<number>;

/** The acts that can still be taken back, per signed-in person; the oldest fall out. */
export class UndoBoard {
  static readonly #KEPT = 20;
  readonly #acts = new Map<string, { readonly userId: number; readonly restore: Restore }>();

  remember(userId: number, restore: Restore): string {
    const undoId = randomUUID();
    this.#acts.set(undoId, { userId, restore });
    const own = [...this.#acts].filter(([, act]) => act.userId === userId);
    for (const [oldId] of own.slice(0, -UndoBoard.#KEPT)) this.#acts.delete(oldId);
    return undoId;
  }

  /** Throws NOT_FOUND when the act is too old, somebody else's, or was taken back already. */
  async undo(userId: number, undoId: string): Promise<number> {
    const act = this.#acts.get(undoId);
    if (act === undefined || act.userId !== userId) throw new AppError('NOT_FOUND');
    this.#acts.delete(undoId);
    return act.restore();
  }
}
