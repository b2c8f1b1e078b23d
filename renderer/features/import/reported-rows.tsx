import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CitizenImportReport } from '../../../main/api/contract/index.ts';
import { importStrings as text } from '../../strings/es/import.ts';
import { formatNumber } from '../../ui/format.ts';

/** A file whose every row is bad has one reason, not ten thousand. */
const SHOWN = 500;

const useStyles = makeStyles({
  scroll: {
    maxHeight: '50vh',
    overflow: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    position: 'sticky',
    top: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  name: { whiteSpace: 'nowrap' },
});

/** Which rows were not taken, or with a warning, and why: line, field, reason. */
export function ReportedRows({ rows, label }: { rows: CitizenImportReport['rejected']; label: string }) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.scroll} role="region" aria-label={label} tabIndex={0} data-scrolls>
        <table className={styles.table}>
          <thead>
            <tr>
              {[text.line, text.field, text.reason].map((title) => (
                <th key={title} scope="col" className={styles.head}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <tr key={`${row.line}-${row.field}`}>
                <td className={styles.cell}>{row.line}</td>
                <td className={mergeClasses(styles.cell, styles.name)}>{row.field}</td>
                <td className={styles.cell}>{row.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && (
        <Caption1 block>{text.shownProblems(formatNumber(SHOWN), formatNumber(rows.length))}</Caption1>
      )}
    </>
  );
}
