import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { IdType, Ta1Field, Ta1Row } from '../../../main/api/contract/index.ts';
import { useRemembered } from '../../app/remembered.ts';
import { strings } from '../../strings/es.ts';
import { documentStrings } from '../../strings/es/documents.ts';
import { showValue, TakeButton, type Take } from './comparison-table.tsx';
import { useCase } from './case-context.tsx';
import { isAcceptable, useTakeOver } from './take-over.ts';

const text = documentStrings.ta1;

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
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS}`,
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
  invalid: { display: 'block', color: tokens.colorStatusDangerForeground3 },
});

/** The phone that the clerk took from a form, until the change of the register asks for it. */
export function usePhoneOfForm(caseId: number): [string, (phone: string) => void] {
  return useRemembered(`case.${caseId}.phoneOfForm`, '');
}

/** One row per value of the form: what it says, what is on record, and whether the message says otherwise. */
export function Ta1Table({
  rows,
  idType,
  name,
  attachmentId,
}: {
  rows: readonly Ta1Row[];
  idType: IdType | null;
  name: string;
  attachmentId: number;
}) {
  const styles = useStyles();
  const { detail, busy, openForm } = useCase();
  const { citizen } = detail;
  const { missing, take } = useTakeOver();
  const [, setPhone] = usePhoneOfForm(detail.id);

  const act = (row: Ta1Row): { take: Take; run: () => void } | null => {
    if (citizen === null || citizen.deceased || !row.valid || row.outcome === 'EQUAL') return null;
    if (row.field === 'phone') {
      return {
        take: { label: text.changePhone, missing: null },
        run: () => {
          setPhone(row.value);
          openForm('phone');
        },
      };
    }
    const { field, value } = row;
    // Documents identify the person: a form does not add one.
    if (field === 'cause' || field === 'id' || !isAcceptable(field)) return null;
    return {
      take: { label: text.take(text.fields[field]), missing: missing(field) },
      run: () => void take({ field, value, attachmentId }),
    };
  };
  const show = (field: Ta1Field, value: string): string => {
    if (field === 'address' || field === 'cause') return value;
    return field === 'id' && idType !== null
      ? `${strings.labels.idType[idType]} ${value}`
      : showValue(field, value);
  };

  return (
    <>
      <table className={styles.table} aria-label={name}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.fieldColumn)}>
              {text.field}
            </th>
            <th scope="col" className={styles.head}>
              {text.inForm}
            </th>
            {citizen !== null && (
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
          {rows.map((row) => {
            const offer = act(row);
            return (
              <tr
                key={row.field}
                className={mergeClasses(
                  styles.row,
                  row.outcome === 'EQUAL' && styles.equal,
                  row.outcome === 'DIFFERENT' && styles.different,
                )}
              >
                <th scope="row" className={styles.field}>
                  {text.fields[row.field]}
                  {row.outcome === 'DIFFERENT' && <span className={styles.mark}>{text.different}</span>}
                </th>
                <td className={styles.cell}>
                  {show(row.field, row.value)}
                  {!row.valid && <span className={styles.invalid}>{text.invalid}</span>}
                  {row.declared !== null && row.declared !== row.value && (
                    <span className={styles.mark}>{text.declaredOther(show(row.field, row.declared))}</span>
                  )}
                </td>
                {citizen !== null && (
                  <>
                    <td className={styles.useCell}>
                      {offer !== null && <TakeButton take={offer.take} busy={busy} onClick={offer.run} />}
                    </td>
                    <td className={styles.cell}>
                      {row.recorded === null ? '' : show(row.field, row.recorded)}
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {citizen === null && <Caption1 block>{text.noCitizen}</Caption1>}
    </>
  );
}
