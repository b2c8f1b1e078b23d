import { makeStyles, tokens } from '@fluentui/react-components';
import { MailInbox24Regular } from '@fluentui/react-icons';
import { mailboxesStrings } from '../../strings/es/mailboxes.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatNumber } from '../../ui/format.ts';
import { dayName, differenceOf, uidWords, type LedgerDay } from './ledger-words.ts';

const texts = mailboxesStrings.ledger;
const MOST_UIDS = 8;

const useStyles = makeStyles({
  number: { fontVariantNumeric: 'tabular-nums' },
  zero: { color: tokens.colorNeutralForeground3 },
  bad: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
});

function Count({ value }: { value: number }) {
  const styles = useStyles();
  return <span className={value === 0 ? styles.zero : styles.number}>{formatNumber(value)}</span>;
}

function Difference({ row }: { row: LedgerDay }) {
  const styles = useStyles();
  const difference = differenceOf(row);
  if (difference === 0) return <span className={styles.zero}>{texts.fits}</span>;
  const words = texts.missingOf(formatNumber(difference), uidWords(row.missing, MOST_UIDS));
  return (
    <span className={styles.bad} title={words}>
      {words}
    </span>
  );
}

function counted(
  id: 'onServer' | 'stored' | 'duplicates' | 'unparsable' | 'notYetRead',
  width: string,
): Column<LedgerDay> {
  return { id, title: texts.columns[id], width, align: 'end', cell: (row) => <Count value={row[id]} /> };
}

const COLUMNS: readonly Column<LedgerDay>[] = [
  { id: 'day', title: texts.columns.day, width: '120px', cell: (row) => dayName(row.day) },
  {
    id: 'missing',
    title: texts.columns.missing,
    width: 'minmax(180px, 1fr)',
    cell: (row) => <Difference row={row} />,
  },
  counted('onServer', '110px'),
  counted('stored', '90px'),
  counted('duplicates', '90px'),
  counted('unparsable', '130px'),
  counted('notYetRead', '90px'),
];

/** One row a day of arrival, newest first. */
export function LedgerTable({ mailboxId, days }: { mailboxId: number; days: readonly LedgerDay[] }) {
  return (
    <DataTable
      label={texts.table}
      placeKey={`mailboxes.${mailboxId}`}
      columns={COLUMNS}
      list={{
        rows: days,
        hasMore: false,
        loading: false,
        loadingMore: false,
        error: null,
        loadMore: () => undefined,
        retry: () => undefined,
      }}
      rowKey={({ day }) => (day === null ? 0 : Number(day.replaceAll('-', '')))}
      empty={<EmptyState icon={<MailInbox24Regular />} title={texts.emptyTitle} text={texts.emptyText} />}
    />
  );
}
