import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { documentStrings } from '../../strings/es/documents.ts';
import { useCase } from './case-context.tsx';
import { ComparisonTable, type Take } from './comparison-table.tsx';
import { saidGroups, type Said } from './said.ts';
import { Section } from './section.tsx';
import { Ta1FormState, useTa1Forms } from './ta1-forms.tsx';
import { isAcceptable, usePhoneOfForm, useTakeOver } from './take-over.ts';

const text = caseStrings.comparison;

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 } });

/** What forms and messages say against what is on record, side by side; the clerk decides what the record takes over. */
export function ComparisonSection() {
  const styles = useStyles();
  const { detail, busy, openForm } = useCase();
  const { missing, take } = useTakeOver();
  const [, setPhone] = usePhoneOfForm(detail.id);
  const { forms, read } = useTa1Forms();
  const { citizen } = detail;

  const takeOf = ({ field, value, outcome, attachmentId }: Said): Take | null => {
    if (citizen === null || citizen.deceased || outcome === 'EQUAL') return null;
    if (field === 'phone') {
      return {
        ...{ label: text.changePhone, missing: null },
        run: () => {
          setPhone(attachmentId === null ? '' : value);
          openForm('phone');
        },
      };
    }
    if (field === 'cause' || !isAcceptable(field)) return null;
    return {
      label: field === 'id' ? text.addDocument : text.take(strings.labels.personField[field]),
      missing: missing(field),
      run: () => void take({ field, value, attachmentId }),
    };
  };

  const groups = saidGroups(detail.comparison, read);
  const differences = groups.filter(({ said }) => said.some(({ outcome }) => outcome === 'DIFFERENT')).length;
  const empty = groups.length === 0;
  const absent = detail.comparison.flatMap(({ field }) =>
    field === 'idType' || groups.some((group) => group.field === field) ? [] : [field],
  );
  return (
    <Section title={text.title} aside={citizen === null || empty ? undefined : text.differences(differences)}>
      {forms.map((form) => (
        <Ta1FormState key={form.attachment.id} form={form} />
      ))}
      {empty ? (
        <Body1 className={styles.muted}>{text.nothing}</Body1>
      ) : (
        <ComparisonTable
          groups={groups}
          absent={absent}
          withRecorded={citizen !== null}
          takeOf={takeOf}
          busy={busy}
        />
      )}
      {citizen === null && read.length > 0 && <Caption1 block>{documentStrings.ta1.noCitizen}</Caption1>}
    </Section>
  );
}
