import { Fragment } from 'react';
import { Button, Caption1, Tooltip, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons';
import { pointAt, type Pointed } from '../../app/pointed.ts';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { documentStrings } from '../../strings/es/documents.ts';
import { NumberNote, useReadNumber } from '../citizens/number-note.tsx';
import type { Said, SaidField, SaidGroup } from './said.ts';

const text = caseStrings.comparison;

/** What the arrow beside a value does; `missing` says why it does not yet. */
export type Take = { readonly label: string; readonly missing: string | null; readonly run: () => void };

const useStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  fieldColumn: { width: '78px' },
  useColumn: { width: '28px' },
  head: {
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
  },
  field: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    verticalAlign: 'top',
    padding: tokens.spacingHorizontalXS,
  },
  cell: { verticalAlign: 'top', padding: tokens.spacingHorizontalXS, overflowWrap: 'anywhere' },
  useCell: { verticalAlign: 'top', padding: 0, textAlign: 'end' },
  noteCell: {
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingHorizontalXS}`,
  },
  group: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  equal: { color: tokens.colorNeutralForeground3 },
  different: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorNeutralForeground1 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  mark: { display: 'block', color: tokens.colorStatusWarningForeground3 },
  where: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightRegular,
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  use: { minWidth: '24px', width: '24px', height: '24px', padding: 0 },
  absent: { color: tokens.colorNeutralForeground3 },
});

/** The arrow that takes a value into the record; what it does not yet do says why. */
function TakeButton({ take, busy }: { take: Take; busy: boolean }) {
  const styles = useStyles();
  const { label, missing, run } = take;
  return (
    <Tooltip content={missing === null ? label : `${label}. ${missing}`} relationship="label">
      <Button
        size="small"
        appearance="subtle"
        className={styles.use}
        icon={<ArrowRight16Regular />}
        disabledFocusable={busy || missing !== null}
        onClick={run}
      />
    </Tooltip>
  );
}

/**
 * One group of lines per field: what the writer says, in forms and messages, beside what is on record. Equal is grey,
 * different is marked in colour and words, missing is empty. `takeOf` tells what taking a value does, null where
 * nothing takes it; a value that cannot be right is never taken.
 */
export function ComparisonTable({
  groups,
  absent = [],
  withRecorded = false,
  takeOf,
  busy = false,
}: {
  groups: readonly SaidGroup[];
  /** Fields that neither side has. */
  absent?: readonly SaidField[];
  withRecorded?: boolean;
  takeOf?: (said: Said) => Take | null;
  busy?: boolean;
}) {
  const styles = useStyles();
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.fieldColumn)}>
              {text.field}
            </th>
            <th scope="col" className={styles.head}>
              {text.declared}
            </th>
            {withRecorded && (
              <>
                <td className={styles.useColumn} />
                <th scope="col" className={styles.head}>
                  {text.recorded}
                </th>
              </>
            )}
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.field} group={group} withRecorded={withRecorded} takeOf={takeOf} busy={busy} />
        ))}
      </table>
      {absent.length > 0 && (
        <Caption1 block className={styles.absent}>
          {text.absent(absent.map(fieldName).join(', '))}
        </Caption1>
      )}
    </>
  );
}

function fieldName(field: SaidField): string {
  return field === 'cause' ? documentStrings.ta1.cause : strings.labels.personField[field];
}

/** Where the reading pane shows what the line says. */
function placeOf({ messageId, field }: Said): Pointed | null {
  return messageId === null || field === 'cause' ? null : { messageId, field };
}

function Group({
  group: { field, said, recorded },
  withRecorded,
  takeOf,
  busy,
}: {
  group: SaidGroup;
  withRecorded: boolean;
  takeOf: ((said: Said) => Take | null) | undefined;
  busy: boolean;
}) {
  const styles = useStyles();
  // At most one line of a field is a message's.
  const unchecked = said.find(({ checkAs }) => checkAs !== null);
  const read = useReadNumber(unchecked?.checkAs ?? 'NAF', unchecked?.value ?? '');
  const lines = said.map((one) => ({ ...one, ...(one === unchecked ? read : null) }));
  const differs = lines.some(({ outcome }) => outcome === 'DIFFERENT');
  const equal = lines.length > 0 && lines.every(({ outcome }) => outcome === 'EQUAL');
  const recordedCell = (
    <td className={mergeClasses(styles.cell, differs && styles.strong)}>
      {recorded ?? <span className={styles.hidden}>{text.empty}</span>}
    </td>
  );
  const name = (
    <th
      scope="rowgroup"
      rowSpan={Math.max(1, lines.length + lines.filter(({ note }) => note !== null).length)}
      className={styles.field}
    >
      {fieldName(field)}
      {differs && <span className={styles.mark}>{text.different}</span>}
    </th>
  );
  return (
    <tbody className={mergeClasses(styles.group, equal && styles.equal, differs && styles.different)}>
      {lines.length === 0 && (
        <tr>
          {name}
          <td className={styles.cell}>
            <span className={styles.hidden}>{text.empty}</span>
          </td>
          {withRecorded && (
            <>
              <td className={styles.useCell} />
              {recordedCell}
            </>
          )}
        </tr>
      )}
      {lines.map((line, index) => {
        const take = line.valid ? (takeOf?.(line) ?? null) : null;
        return (
          <Fragment key={line.attachmentId ?? 'message'}>
            <tr onMouseEnter={() => pointAt(placeOf(line))} onMouseLeave={() => pointAt(null)}>
              {index === 0 && name}
              <td className={mergeClasses(styles.cell, line.outcome === 'DIFFERENT' && styles.strong)}>
                {line.shown} <span className={styles.where}>· {line.where}</span>
              </td>
              {withRecorded && (
                <>
                  <td className={styles.useCell}>
                    {take !== null && <TakeButton take={take} busy={busy} />}
                  </td>
                  {index === 0 ? recordedCell : <td />}
                </>
              )}
            </tr>
            {line.note !== null && (
              <tr>
                <td colSpan={withRecorded ? 3 : 1} className={styles.noteCell}>
                  <NumberNote read={{ valid: line.valid, note: line.note }} />
                </td>
              </tr>
            )}
          </Fragment>
        );
      })}
    </tbody>
  );
}
