import { Button, Caption1, Tooltip, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons';
import type {
  ComparedField,
  DeclaredField,
  DeclaredPerson,
  IdType,
  NumberKind,
} from '../../../main/api/contract/index.ts';
import { pointAt, type Pointed } from '../../app/pointed.ts';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { formatIsoDay, formatPhone } from '../../ui/format.ts';
import { NoteOf } from '../citizens/number-note.tsx';

const text = caseStrings.comparison;

const FIELD_ORDER = [
  'idType',
  'id',
  'givenName',
  'surnames',
  'birthDate',
  'phone',
  'email',
  'naf',
  'ccc',
  'address',
] as const satisfies readonly DeclaredField[];

/** What the arrow of a row does; `missing` says why it does not yet. */
export type Take = { readonly label: string; readonly missing: string | null };

/** What a message declares, before there is a record to compare it with. */
export function declaredOnly(person: DeclaredPerson, messageId: number): ComparedField[] {
  return FIELD_ORDER.flatMap((field) => {
    const declared = person.values[field];
    return declared === undefined
      ? []
      : [{ field, declared: { ...declared, messageId }, recorded: null, outcome: 'ONLY_DECLARED' as const }];
  });
}

/** A stored value as a person reads it: dates in words, phones in groups, document types by their name. */
export function showValue(field: DeclaredField, value: string): string {
  if (field === 'birthDate' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatIsoDay(value);
  if (field === 'phone') return formatPhone(value);
  if (field === 'idType') return strings.labels.idType[value as IdType] ?? value;
  return value;
}

/** What the service can check of a value, null when it is no number. */
function numberKind(field: DeclaredField, idType: string | undefined): NumberKind | null {
  switch (field) {
    case 'id':
      return (idType as IdType | undefined) ?? null;
    case 'naf':
      return 'NAF';
    case 'ccc':
      return 'CCC';
    default:
      return null;
  }
}

const useStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
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
    lineHeight: tokens.lineHeightBase200,
    padding: tokens.spacingHorizontalXS,
  },
  cell: {
    verticalAlign: 'top',
    padding: tokens.spacingHorizontalXS,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  useCell: { verticalAlign: 'top', padding: 0, textAlign: 'end' },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  equal: { color: tokens.colorNeutralForeground3 },
  different: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  mark: {
    display: 'block',
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
  where: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  use: { minWidth: '24px', width: '24px', height: '24px', padding: 0 },
  absent: { color: tokens.colorNeutralForeground3 },
});

/** Where the reading pane shows what the row declares. */
function placeOf({ field, declared }: ComparedField): Pointed | null {
  return declared === null ? null : { messageId: declared.messageId, field };
}

/** The arrow that takes a value into the record; what it does not yet do says why. */
export function TakeButton({ take, busy, onClick }: { take: Take; busy: boolean; onClick: () => void }) {
  const styles = useStyles();
  const { label, missing } = take;
  return (
    <Tooltip content={missing === null ? label : `${label}. ${missing}`} relationship="label">
      <Button
        size="small"
        appearance="subtle"
        className={styles.use}
        icon={<ArrowRight16Regular />}
        disabledFocusable={busy || missing !== null}
        onClick={onClick}
      />
    </Tooltip>
  );
}

/**
 * One row per field: what the writer says beside what is on record. Equal is grey, different is marked in colour
 * and words, missing is empty. `takeOf` tells what taking the declared value does, null where nothing takes it.
 */
export function ComparisonTable({
  rows,
  withRecorded = false,
  takeOf,
  onTake,
  busy = false,
}: {
  rows: readonly ComparedField[];
  withRecorded?: boolean;
  takeOf?: (row: ComparedField) => Take | null;
  onTake?: (row: ComparedField) => void;
  busy?: boolean;
}) {
  const styles = useStyles();
  const type = rows.find((row) => row.field === 'idType');
  // The type of a document stands before its number; a row of its own only when the two differ.
  const shown = rows.filter(
    (row) => row.outcome !== 'ABSENT' && (row.field !== 'idType' || row.outcome === 'DIFFERENT'),
  );
  const show = (field: DeclaredField, value: string, idType: string | null | undefined): string =>
    field === 'id' && type?.outcome !== 'DIFFERENT' && idType
      ? `${showValue('idType', idType)} ${value}`
      : showValue(field, value);
  const absent = rows.filter((row) => row.outcome === 'ABSENT' && row.field !== 'idType');
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
        <tbody>
          {shown.map((row) => {
            const take = takeOf?.(row) ?? null;
            const noted = numberKind(row.field, type?.declared?.value);
            return (
              <tr
                key={row.field}
                onMouseEnter={() => pointAt(placeOf(row))}
                onMouseLeave={() => pointAt(null)}
                className={mergeClasses(
                  styles.row,
                  row.outcome === 'EQUAL' && styles.equal,
                  row.outcome === 'DIFFERENT' && styles.different,
                )}
              >
                <th scope="row" className={styles.field}>
                  {strings.labels.personField[row.field]}
                  {row.outcome === 'DIFFERENT' && <span className={styles.mark}>{text.different}</span>}
                </th>
                <td className={styles.cell}>
                  {row.declared === null ? (
                    <span className={styles.hidden}>{text.empty}</span>
                  ) : (
                    <>
                      {show(row.field, row.declared.value, type?.declared?.value)}{' '}
                      <span className={styles.where}>· {strings.labels.foundWhere[row.declared.where]}</span>
                    </>
                  )}
                  {noted !== null && row.declared !== null && (
                    <NoteOf kind={noted} text={row.declared.value} />
                  )}
                </td>
                {withRecorded && (
                  <>
                    <td className={styles.useCell}>
                      {take !== null && <TakeButton take={take} busy={busy} onClick={() => onTake?.(row)} />}
                    </td>
                    <td className={styles.cell}>
                      {row.recorded === null ? (
                        <span className={styles.hidden}>{text.empty}</span>
                      ) : (
                        show(row.field, row.recorded, type?.recorded)
                      )}
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {absent.length > 0 && (
        <Caption1 block className={styles.absent}>
          {text.absent(absent.map((row) => strings.labels.personField[row.field]).join(', '))}
        </Caption1>
      )}
    </>
  );
}
