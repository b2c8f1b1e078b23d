import { Button, Caption1, Tooltip, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons';
import type { CitizenData, IdType, Ta1Field, Ta1Row } from '../../../main/api/contract/index.ts';
import { useRemembered } from '../../app/remembered.ts';
import { strings } from '../../strings/es.ts';
import { documentStrings } from '../../strings/es/documents.ts';
import { showValue } from './comparison-table.tsx';
import { useCase } from './case-context.tsx';
import { useTakeOver } from './take-over.ts';

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
  use: { minWidth: '24px', width: '24px', height: '24px', padding: 0 },
});

/** The phone that the clerk took from a form, until the change of the register asks for it. */
export function usePhoneOfForm(caseId: number): [string, (phone: string) => void] {
  return useRemembered(`case.${caseId}.phoneOfForm`, '');
}

/** What the record takes over from a form; documents identify the person and change in his record only. */
const TAKEN: Partial<Record<Ta1Field, keyof CitizenData>> = {
  givenName: 'givenName',
  surnames: 'surnames',
  birthDate: 'birthDate',
  naf: 'naf',
  email: 'email',
  address: 'address',
};

/** One row per value of the form: what it says, what is on record, and whether the message says otherwise. */
export function Ta1Table({
  rows,
  idType,
  name,
}: {
  rows: readonly Ta1Row[];
  idType: IdType | null;
  name: string;
}) {
  const styles = useStyles();
  const { detail, busy, openForm } = useCase();
  const { citizen } = detail;
  const { take, pending } = useTakeOver(detail.id);
  const [, setPhone] = usePhoneOfForm(detail.id);

  const act = (row: Ta1Row): { label: string; run: () => void } | null => {
    if (citizen === null || !row.valid || row.outcome === 'EQUAL') return null;
    if (row.field === 'phone') {
      return {
        label: text.changePhone,
        run: () => {
          setPhone(row.value);
          openForm('phone');
        },
      };
    }
    const key = TAKEN[row.field];
    if (key === undefined) return null;
    const field = text.fields[row.field];
    return { label: text.take(field), run: () => take(citizen, { [key]: row.value }, field) };
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
                      {offer !== null && (
                        <Tooltip content={offer.label} relationship="label">
                          <Button
                            size="small"
                            appearance="subtle"
                            className={styles.use}
                            icon={<ArrowRight16Regular />}
                            disabled={busy || pending}
                            onClick={offer.run}
                          />
                        </Tooltip>
                      )}
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
