import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import type { CitizenData, ComparedField } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { useCase } from './case-context.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { Section } from './section.tsx';
import { useTakeOver } from './take-over.ts';

const text = caseStrings.comparison;

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 } });

/**
 * What the record takes over; null where it may not: documents identify the person and change in his record only,
 * phones have their own act with evidence, and a CCC belongs to a company.
 */
function takenPart(row: ComparedField): Partial<CitizenData> | null {
  if (row.declared === null || row.outcome === 'EQUAL') return null;
  switch (row.field) {
    case 'givenName':
    case 'surnames':
    case 'birthDate':
    case 'email':
    case 'naf':
      return { [row.field]: row.declared.value };
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
  const { citizen } = detail;
  const { take, pending } = useTakeOver(detail.id);

  const takeLabel = (row: ComparedField): string | null => {
    if (citizen === null || row.declared === null || row.outcome === 'EQUAL') return null;
    if (row.field === 'phone') return text.changePhone;
    return takenPart(row) === null ? null : text.take(strings.labels.personField[row.field]);
  };
  const onTake = (row: ComparedField): void => {
    if (row.field === 'phone') {
      openForm('phone');
      return;
    }
    const part = takenPart(row);
    if (citizen !== null && part !== null) take(citizen, part, strings.labels.personField[row.field]);
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
          busy={busy || pending}
        />
      )}
    </Section>
  );
}
