import type { InfiniteData } from '@tanstack/react-query';
import type { Category, MessageDetail, MessageRow, Outputs } from '../../main/api/contract/index.ts';
import { api, queryClient } from './client.ts';

type Pages = InfiniteData<Outputs['messages']['list'], number | null>;

/** Changes rows already on screen, in every list that has them, without asking the service. */
export function patchRows(ids: ReadonlySet<number>, patch: (row: MessageRow) => Partial<MessageRow>): void {
  queryClient.setQueriesData<Pages>({ queryKey: api.messages.list.key() }, (data) =>
    data === undefined
      ? undefined
      : {
          ...data,
          pages: data.pages.map((page) =>
            page.rows.some((row) => ids.has(row.id))
              ? {
                  ...page,
                  rows: page.rows.map((row) => (ids.has(row.id) ? { ...row, ...patch(row) } : row)),
                }
              : page,
          ),
        },
  );
}

/** Shows a decision before the service has answered; the answer's event brings the rest. */
export function showCategory(ids: ReadonlySet<number>, category: Category, by: string): void {
  patchRows(ids, (row) => ({ category, decided: true, needsReview: false, version: row.version + 1 }));
  for (const id of ids) {
    queryClient.setQueryData<MessageDetail>(api.messages.get.queryKey({ input: { id } }), (detail) =>
      detail === undefined
        ? undefined
        : {
            ...detail,
            finalCategory: category,
            finalBy: by,
            finalAt: new Date(),
            needsReview: false,
            version: detail.version + 1,
          },
    );
  }
}

/** After a refusal: what is shown is asked for again. */
export function refreshMessages(): void {
  void queryClient.invalidateQueries({ queryKey: api.messages.list.key() });
  void queryClient.invalidateQueries({ queryKey: api.messages.get.key() });
}
