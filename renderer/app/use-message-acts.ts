import { useCallback } from 'react';
import type { Action, Category, MessageRow } from '../../main/api/contract/index.ts';
import { client } from './client.ts';
import { refreshMessages, showCategory } from './message-cache.ts';
import { useUser } from './session.tsx';
import { useErrorReporter } from './errors.tsx';
import { useNotice } from './undo.tsx';
import { strings } from '../strings/es.ts';
import { asked } from '../strings/es/asked.ts';

const texts = strings.inbox.bulk;

/** What an act needs to know of a message. */
export type Target = Pick<MessageRow, 'id' | 'version'>;

export type MessageActs = {
  readonly setCategory: (rows: readonly Target[], category: Category) => Promise<void>;
  readonly withdraw: (row: Target) => Promise<void>;
  readonly setAction: (row: Target, action: Action | null) => Promise<void>;
  readonly confirm: (rows: readonly Target[]) => Promise<void>;
  readonly assign: (rows: readonly Target[], assigneeId: number | null, who: string) => Promise<void>;
  readonly archive: (rows: readonly Target[]) => Promise<void>;
};

/** Acts on one or many messages, each with its notice and its way back. */
export function useMessageActs(): MessageActs {
  const notice = useNotice();
  const report = useErrorReporter();
  const { displayName } = useUser();
  const run = useCallback(
    async (
      rows: readonly Target[],
      act: (ids: number[]) => Promise<{ undoId: string | null; changed: number }>,
      done: (count: number) => string,
    ) => {
      if (rows.length === 0) return;
      try {
        const { undoId, changed } = await act(rows.map((row) => row.id));
        if (changed === 0) notice(texts.nothing);
        else notice(done(changed), undoId === null ? undefined : { undoId });
      } catch (error) {
        refreshMessages();
        report(error);
      }
    },
    [notice, report],
  );
  return {
    setCategory: (rows, category) =>
      run(
        rows,
        (ids) => {
          showCategory(new Set(ids), category, displayName);
          const [only] = rows;
          return rows.length === 1 && only !== undefined
            ? client.messages.setCategory({ id: only.id, version: only.version, category })
            : client.messages.setCategoryMany({ ids, category });
        },
        (count) => texts.doneCategory(count, strings.labels.category[category]),
      ),
    withdraw: ({ id, version }) =>
      run(
        [{ id, version }],
        () => client.messages.withdrawDecision({ id, version }),
        () => strings.reading.category.withdrawn,
      ),
    setAction: ({ id, version }, action) =>
      run(
        [{ id, version }],
        () => client.messages.setAction({ id, version, action }),
        () => (action === null ? asked.left : asked.asks(asked.action[action], true)),
      ),
    confirm: (rows) => run(rows, (ids) => client.messages.confirmMany({ ids }), texts.doneConfirm),
    assign: (rows, assigneeId, who) =>
      run(
        rows,
        (ids) => client.messages.assignMany({ ids, assigneeId }),
        (count) => texts.doneAssign(count, who),
      ),
    archive: (rows) => run(rows, (ids) => client.messages.archiveMany({ ids }), texts.doneArchive),
  };
}
