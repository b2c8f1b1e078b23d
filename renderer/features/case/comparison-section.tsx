import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { Citizen, CitizenData, ComparedField } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { citizenDataOf } from '../citizens/citizen-data.ts';
import { useCase } from './case-context.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { Section } from './section.tsx';

const text = caseStrings.comparison;

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 } });

/**
 * The record with the declared value taken over; null where it may not be: documents identify the person and
 * change in his record only, phones have their own act with evidence, and a CCC belongs to a company.
 */
function withDeclared(citizen: Citizen, row: ComparedField): CitizenData | null {
  if (row.declared === null || row.outcome === 'EQUAL') return null;
  const data = citizenDataOf(citizen);
  switch (row.field) {
    case 'givenName':
    case 'surnames':
    case 'birthDate':
    case 'email':
    case 'naf':
      return { ...data, [row.field]: row.declared.value };
    case 'idType':
    case 'id':
    case 'phone':
    case 'ccc':
      return null;
  }
}

/** Declared against recorded, side by side; the clerk decides what the record takes over. */
export function ComparisonSection() {
  const styles = useStyles();
  const { detail, busy, openForm } = useCase();
  const report = useErrorReporter();
  const notify = useNotice();
  const { citizen } = detail;

  const refresh = async (citizenId: number): Promise<void> => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: api.cases.get.key({ input: { caseId: detail.id } }) }),
      queryClient.invalidateQueries({ queryKey: api.citizens.get.key({ input: { citizenId } }) }),
    ]);
  };
  const update = useMutation({
    mutationFn: ({ before, data }: { before: Citizen; data: CitizenData; field: ComparedField['field'] }) =>
      client.citizens.update({ citizenId: before.id, version: before.version, data }),
    onSuccess: async (after, { before, field }) => {
      await refresh(after.id);
      notify(text.taken(strings.labels.personField[field]), {
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

  const takeLabel = (row: ComparedField): string | null => {
    if (citizen === null || row.declared === null || row.outcome === 'EQUAL') return null;
    if (row.field === 'phone') return text.changePhone;
    return withDeclared(citizen, row) === null ? null : text.take(strings.labels.personField[row.field]);
  };
  const onTake = (row: ComparedField): void => {
    if (row.field === 'phone') {
      openForm('phone');
      return;
    }
    const data = citizen === null ? null : withDeclared(citizen, row);
    if (citizen !== null && data !== null) update.mutate({ before: citizen, data, field: row.field });
  };

  const differences = detail.comparison.filter((row) => row.outcome === 'DIFFERENT').length;
  const empty = detail.comparison.every((row) => row.outcome === 'ABSENT');
  return (
    <Section title={text.title} aside={citizen === null || empty ? undefined : text.differences(differences)}>
      {empty ? (
        <Body1 className={styles.muted}>{text.nothing}</Body1>
      ) : (
        <ComparisonTable
          rows={detail.comparison}
          idValid={null}
          withRecorded={citizen !== null}
          takeLabel={takeLabel}
          onTake={onTake}
          busy={busy || update.isPending}
        />
      )}
    </Section>
  );
}
