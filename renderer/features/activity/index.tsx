import { useMemo } from 'react';
import { Button, Link, Subtitle1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwise20Regular, ArrowDownload20Regular, History24Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { AuditEntry, AuditFilter } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { api, client, queryClient } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useShortcut } from '../../app/keyboard.tsx';
import { useRemembered } from '../../app/remembered.ts';
import { pathTo } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { activityStrings } from '../../strings/es/activity.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeysetList } from '../../ui/use-keyset-list.ts';
import { saveFile } from '../../ui/save-file.ts';
import { ChainState } from './chain-state.tsx';
import { EntryDetail } from './entry-detail.tsx';
import { FilterBar, NO_FILTER } from './filter-bar.tsx';
import { ObjectLink } from './object-link.tsx';

const texts = activityStrings;
const PAGE = 100;

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    height: '100%',
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  middle: { position: 'relative', display: 'flex', flexGrow: 1, flexShrink: 1, minHeight: '200px' },
  table: { flexGrow: 1, minWidth: 0 },
});

const columns: readonly Column<AuditEntry>[] = [
  { id: 'at', title: texts.columns.at, width: '140px', cell: (entry) => <DateText date={entry.at} /> },
  { id: 'actor', title: texts.columns.actor, width: 'minmax(110px, 1fr)', cell: (entry) => entry.actorName },
  {
    id: 'act',
    title: texts.columns.act,
    width: 'minmax(180px, 2fr)',
    cell: (entry) => strings.auditActs[entry.action],
  },
  {
    id: 'object',
    title: texts.columns.object,
    width: 'minmax(120px, 1fr)',
    cell: (entry) => <ObjectLink type={entry.objectType} id={entry.objectId} />,
  },
  {
    id: 'case',
    title: texts.columns.case,
    width: '100px',
    cell: (entry) =>
      entry.caseId === null ? null : (
        <Link href={pathTo('expedientes', entry.caseId)} onClick={(event) => event.stopPropagation()}>
          {texts.caseWithId(entry.caseId)}
        </Link>
      ),
  },
];

/** Who did what, when and on what; newest first. */
export default function ActivityPage() {
  const styles = useStyles();
  const report = useErrorReporter();
  const [filter, setFilter] = useRemembered<AuditFilter>('activity.filter', NO_FILTER);
  const [openId, setOpenId] = useRemembered<number | null>('activity.open', null);
  const queryKey = useMemo(() => [...api.audit.list.key(), 'list', filter], [filter]);
  const list = useKeysetList<AuditEntry>({
    queryKey,
    fetchPage: (cursor, signal) => client.audit.list({ cursor, limit: PAGE, filter }, { signal }),
  });
  const save = useMutation({
    mutationFn: () => client.audit.exportCsv({ filter }),
    onSuccess: ({ fileName, csv }) => {
      saveFile(new Blob([csv]), fileName);
      announce(texts.exported(fileName));
    },
    onError: report,
  });
  const open = list.rows.find((entry) => entry.id === openId);
  const close = (): void => setOpenId(null);
  useShortcut('back', close, open !== undefined);

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Subtitle1 as="h1">{texts.title}</Subtitle1>
        <div className={styles.buttons}>
          <Button
            icon={<ArrowClockwise20Regular />}
            onClick={() => void queryClient.resetQueries({ queryKey })}
          >
            {texts.refresh}
          </Button>
          <Button icon={<ArrowDownload20Regular />} disabled={save.isPending} onClick={() => save.mutate()}>
            {texts.exportCsv}
          </Button>
        </div>
      </div>
      <ChainState />
      <FilterBar filter={filter} onChange={setFilter} />
      <div className={styles.middle}>
        <div className={styles.table}>
          <DataTable
            label={texts.tableLabel}
            placeKey="activity"
            columns={columns}
            list={list}
            rowKey={(entry) => entry.id}
            onOpen={(entry) => setOpenId(entry.id)}
            empty={
              <EmptyState icon={<History24Regular />} title={texts.empty.title} text={texts.empty.text} />
            }
          />
        </div>
        {open !== undefined && <EntryDetail entry={open} onClose={close} />}
      </div>
    </div>
  );
}
