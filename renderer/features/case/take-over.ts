import { useMutation } from '@tanstack/react-query';
import type { CaseDetail, CitizenData } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { caseStrings } from '../../strings/es/case.ts';
import { citizenDataOf } from '../citizens/citizen-data.ts';

type Record = NonNullable<CaseDetail['citizen']>;

/** Takes one value into the citizen's record, with "Deshacer"; `name` is the field's, for the notice. */
export function useTakeOver(caseId: number): {
  readonly pending: boolean;
  readonly take: (before: Record, part: Partial<CitizenData>, name: string) => void;
} {
  const report = useErrorReporter();
  const notify = useNotice();
  const refresh = async (citizenId: number): Promise<void> => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: api.cases.get.key({ input: { caseId } }) }),
      queryClient.invalidateQueries({ queryKey: api.citizens.get.key({ input: { citizenId } }) }),
      queryClient.invalidateQueries({ queryKey: api.documents.readTa1.key() }),
    ]);
  };
  const update = useMutation({
    mutationFn: ({ before, part }: { before: Record; part: Partial<CitizenData>; name: string }) =>
      client.citizens.update({
        citizenId: before.id,
        version: before.version,
        data: { ...citizenDataOf(before), ...part },
      }),
    onSuccess: async (after, { before, name }) => {
      await refresh(after.id);
      notify(caseStrings.comparison.taken(name), {
        undo: async () => {
          await client.citizens.update({
            citizenId: after.id,
            version: after.version,
            data: citizenDataOf(before),
          });
          await refresh(after.id);
        },
      });
    },
    onError: report,
  });
  return {
    pending: update.isPending,
    take: (before, part, name) => {
      update.mutate({ before, part, name });
    },
  };
}
