import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular, CheckmarkCircle24Regular } from '@fluentui/react-icons';
import type { Correction } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { navigate, pathTo } from '../../app/routes.tsx';
import { supervisionStrings } from '../../strings/es/supervision.ts';
import { CategoryChip } from '../../ui/CategoryChip.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useKeysetList } from '../../ui/use-keyset-list.ts';
import { useCsvExport } from './chart-card.tsx';

const texts = supervisionStrings.corrections;
const PAGE = 100;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalS,
    flexShrink: 0,
  },
  table: { flexGrow: 1, minHeight: 0 },
});

const columns: readonly Column<Correction>[] = [
  {
    id: 'subject',
    title: texts.subject,
    width: 'minmax(180px, 3fr)',
    cell: (row) => (row.subject === '' ? texts.noSubject : row.subject),
  },
  {
    id: 'declared',
    title: texts.declared,
    width: '150px',
    cell: (row) =>
      row.declared === null ? texts.none : <CategoryChip category={row.declared} size="small" />,
  },
  {
    id: 'proposed',
    title: texts.proposed,
    width: '150px',
    cell: (row) => <CategoryChip category={row.proposed} decided={false} size="small" />,
  },
  {
    id: 'confidence',
    title: texts.confidence,
    width: '80px',
    cell: (row) =>
      row.proposed === null ? texts.none : texts.percent(formatNumber(Math.round(row.confidence * 100))),
  },
  {
    id: 'final',
    title: texts.final,
    width: '150px',
    cell: (row) => <CategoryChip category={row.final} size="small" />,
  },
  { id: 'by', title: texts.by, width: 'minmax(100px, 1fr)', cell: (row) => row.by },
  { id: 'at', title: texts.at, width: '150px', cell: (row) => <DateText date={row.at} /> },
];

/** Where people decided otherwise than proposed; a row opens its message. */
export function Corrections() {
  const styles = useStyles();
  const save = useCsvExport();
  const list = useKeysetList<Correction>({
    queryKey: [...api.supervision.corrections.key(), 'list'],
    fetchPage: (cursor, signal) => client.supervision.corrections({ cursor, limit: PAGE }, { signal }),
  });
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Text>{texts.intro}</Text>
        <Button
          icon={<ArrowDownload20Regular />}
          disabled={save.isPending}
          onClick={() => save.mutate('CORRECTIONS')}
        >
          {supervisionStrings.exportCsv}
        </Button>
      </div>
      <div className={styles.table}>
        <DataTable
          label={texts.label}
          placeKey="supervision.corrections"
          columns={columns}
          list={list}
          rowKey={(row) => row.messageId}
          onOpen={(row) => navigate(pathTo('bandeja', row.messageId))}
          empty={
            <EmptyState icon={<CheckmarkCircle24Regular />} title={texts.emptyTitle} text={texts.emptyText} />
          }
        />
      </div>
    </div>
  );
}
