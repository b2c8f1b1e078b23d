import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import type { ComparedField } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { useCase } from './case-context.tsx';
import { ComparisonTable, type Take } from './comparison-table.tsx';
import { Section } from './section.tsx';
import { isAcceptable, useTakeOver } from './take-over.ts';

const text = caseStrings.comparison;

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 } });

/** Declared against recorded, side by side; the clerk decides what the record takes over. */
export function ComparisonSection() {
  const styles = useStyles();
  const { detail, busy, openForm } = useCase();
  const { missing, take } = useTakeOver();
  const { citizen } = detail;

  const takeOf = ({ field, declared, outcome }: ComparedField): Take | null => {
    if (citizen === null || citizen.deceased || declared === null || outcome === 'EQUAL') return null;
    if (field === 'phone') return { label: text.changePhone, missing: null };
    if (!isAcceptable(field)) return null;
    const label = field === 'id' ? text.addDocument : text.take(strings.labels.personField[field]);
    return { label, missing: missing(field) };
  };
  const onTake = ({ field, declared }: ComparedField): void => {
    if (field === 'phone') openForm('phone');
    else if (declared !== null && isAcceptable(field)) {
      void take({ field, value: declared.value, attachmentId: null });
    }
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
          withRecorded={citizen !== null}
          takeOf={takeOf}
          onTake={onTake}
          busy={busy}
        />
      )}
    </Section>
  );
}
