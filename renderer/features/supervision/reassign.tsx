import { useState } from 'react';
import { Button, Caption1, Checkbox, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle24Regular } from '@fluentui/react-icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { MessageRow } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useServiceEvent } from '../../app/events.ts';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { supervisionStrings } from '../../strings/es/supervision.ts';
import { CategoryChip } from '../../ui/CategoryChip.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useKeysetList } from '../../ui/use-keyset-list.ts';
import { useReassignSource, type ReassignSource } from './use-reassign-source.ts';

const texts = supervisionStrings.reassign;
const PAGE = 200;
const MOST = 1000;
const LIST_KEY = ['supervision', 'reassign'] as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, overflowY: 'auto' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalS,
    flexShrink: 0,
  },
  choice: { minWidth: '220px' },
  note: { color: tokens.colorNeutralForeground2, paddingBottom: tokens.spacingVerticalS, flexShrink: 0 },
  table: { flexGrow: 1, flexShrink: 1, minHeight: '200px' },
});

/** Shares out what somebody, or nobody, has open: mark the requests, choose who gets them. */
export function Reassign() {
  const styles = useStyles();
  const notify = useNotice();
  const report = useErrorReporter();
  const [source, setSource] = useReassignSource();
  const [target, setTarget] = useState<number | 'NOBODY' | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const people = useQuery(api.cases.people.queryOptions());
  const list = useKeysetList<MessageRow>({
    queryKey: [...LIST_KEY, source],
    fetchPage: (cursor, signal) =>
      client.messages.list({ cursor, limit: PAGE, filter: { state: 'OPEN', assignee: source } }, { signal }),
  });
  useServiceEvent('MESSAGES_CHANGED', () => void queryClient.invalidateQueries({ queryKey: LIST_KEY }));

  const assign = useMutation({
    mutationFn: (input: { ids: number[]; assigneeId: number | null }) => client.messages.assignMany(input),
    onSuccess: ({ undoId, changed }, { assigneeId }) => {
      setMarked(new Set());
      void queryClient.invalidateQueries({ queryKey: LIST_KEY });
      const count = formatNumber(changed);
      const person = people.data?.find(({ id }) => id === assigneeId)?.displayName;
      notify(
        person === undefined ? texts.leftNobody(count) : texts.assigned(count, person),
        undoId === null ? undefined : { undoId },
      );
    },
    onError: report,
  });

  const choose = (next: ReassignSource): void => {
    setSource(next);
    setMarked(new Set());
    if (target === next) setTarget(null);
  };
  const toggle = (id: number): void => {
    setMarked((before) => {
      const after = new Set(before);
      if (!after.delete(id) && after.size < MOST) after.add(id);
      return after;
    });
  };
  const shown = list.rows.slice(0, MOST);
  const columns: readonly Column<MessageRow>[] = [
    {
      id: 'mark',
      title: texts.mark,
      width: '56px',
      cell: (row) => (
        <Checkbox
          aria-label={texts.select(row.subject)}
          checked={marked.has(row.id)}
          tabIndex={-1}
          onChange={() => toggle(row.id)}
          onClick={(event) => event.stopPropagation()}
        />
      ),
    },
    {
      id: 'from',
      title: texts.sender,
      width: 'minmax(140px, 1fr)',
      cell: (row) => row.fromName || row.fromAddress,
    },
    { id: 'subject', title: texts.subject, width: 'minmax(180px, 2fr)', cell: (row) => row.subject },
    {
      id: 'category',
      title: texts.category,
      width: '150px',
      cell: (row) => <CategoryChip category={row.category} decided={row.decided} size="small" />,
    },
    {
      id: 'state',
      title: texts.state,
      width: '150px',
      cell: (row) => strings.labels.caseState[row.state],
    },
    {
      id: 'received',
      title: texts.received,
      width: '110px',
      cell: (row) => <DateText date={row.receivedAt} style="short" />,
    },
  ];

  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Field label={texts.from} className={styles.choice}>
          <Select
            value={String(source)}
            onChange={(_, { value }) => choose(value === 'NOBODY' ? value : Number(value))}
          >
            <option value="NOBODY">{supervisionStrings.nobody}</option>
            {people.data?.map((person) => (
              <option key={person.id} value={person.id}>
                {person.displayName}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={texts.to} className={styles.choice}>
          <Select
            value={target === null ? '' : String(target)}
            onChange={(_, { value }) =>
              setTarget(value === '' ? null : value === 'NOBODY' ? value : Number(value))
            }
          >
            <option value="">{texts.choose}</option>
            {source !== 'NOBODY' && <option value="NOBODY">{supervisionStrings.nobody}</option>}
            {people.data
              ?.filter((person) => person.id !== source)
              .map((person) => (
                <option key={person.id} value={person.id}>
                  {person.displayName}
                </option>
              ))}
          </Select>
        </Field>
        <Button
          appearance="primary"
          disabled={target === null || marked.size === 0 || assign.isPending}
          onClick={() => {
            if (target === null) return;
            assign.mutate({ ids: [...marked], assigneeId: target === 'NOBODY' ? null : target });
          }}
        >
          {texts.assign(formatNumber(marked.size))}
        </Button>
        <Button disabled={shown.length === 0} onClick={() => setMarked(new Set(shown.map((row) => row.id)))}>
          {texts.selectAll(formatNumber(shown.length))}
        </Button>
        <Button appearance="subtle" disabled={marked.size === 0} onClick={() => setMarked(new Set())}>
          {texts.clear}
        </Button>
      </div>
      <Caption1 className={styles.note}>{texts.note}</Caption1>
      <div className={styles.table}>
        <DataTable
          key={source}
          label={texts.label}
          placeKey="supervision.reassign"
          columns={columns}
          list={list}
          rowKey={(row) => row.id}
          onOpen={(row) => toggle(row.id)}
          empty={
            <EmptyState
              icon={<CheckmarkCircle24Regular />}
              title={texts.emptyTitle}
              text={source === 'NOBODY' ? texts.emptyNobody : texts.emptyText}
            />
          }
        />
      </div>
    </div>
  );
}
