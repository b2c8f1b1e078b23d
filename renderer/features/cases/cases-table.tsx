import { useDeferredValue } from 'react';
import {
  Button,
  Field,
  SearchBox,
  Select,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { DocumentFolder24Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { CaseFilter, CaseRow } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { useRemembered } from '../../app/remembered.ts';
import { navigate, pathTo } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { casesStrings } from '../../strings/es/cases.ts';
import { CASE_STATE_ORDER } from '../../strings/es/labels.ts';
import { CategoryChip } from '../../ui/CategoryChip.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { daysUntil, formatIsoDay } from '../../ui/format.ts';
import { IdentityShield } from '../../ui/IdentityShield.tsx';
import { useKeysetList } from '../../ui/use-keyset-list.ts';
import { PageFrame } from './page-frame.tsx';

const text = casesStrings;
const PAGE_SIZE = 100;
/** Nearer than this a deadline is worth a word; further away the date is enough. */
const NEAR_DAYS = 7;

const DEFAULT_FILTER: CaseFilter = { state: 'OPEN', assignee: null, text: '' };

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  search: { width: '320px', maxWidth: '100%' },
  number: { fontVariantNumeric: 'tabular-nums' },
  muted: { color: tokens.colorNeutralForeground3 },
  overdue: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

function Due({ row }: { row: CaseRow }) {
  const styles = useStyles();
  if (row.dueDate === null) return null;
  const days = daysUntil(row.dueDate);
  const closed = row.state === 'RESOLVED' || row.state === 'ARCHIVED';
  const words =
    closed || days > NEAR_DAYS
      ? formatIsoDay(row.dueDate)
      : days < 0
        ? text.overdue(-days)
        : days === 0
          ? text.dueToday
          : text.dueIn(days);
  return (
    <span title={formatIsoDay(row.dueDate)} className={mergeClasses(!closed && days < 0 && styles.overdue)}>
      {words}
    </span>
  );
}

function Muted({ words }: { words: string }) {
  const styles = useStyles();
  return <span className={styles.muted}>{words}</span>;
}

const COLUMNS: readonly Column<CaseRow>[] = [
  { id: 'number', title: text.columns.number, width: '124px', cell: (row) => row.number },
  { id: 'title', title: text.columns.title, width: 'minmax(140px, 3fr)', cell: (row) => row.title },
  {
    id: 'citizen',
    title: text.columns.citizen,
    width: 'minmax(120px, 2fr)',
    cell: (row) => row.citizenName ?? <Muted words={text.notFound} />,
  },
  {
    id: 'category',
    title: text.columns.category,
    width: '136px',
    cell: (row) => <CategoryChip category={row.category} size="small" />,
  },
  {
    id: 'identity',
    title: text.columns.identity,
    width: '104px',
    cell: (row) => <IdentityShield level={row.identityLevel} />,
  },
  {
    id: 'state',
    title: text.columns.state,
    width: '140px',
    cell: (row) => strings.labels.caseState[row.state],
  },
  {
    id: 'assignee',
    title: text.columns.assignee,
    width: 'minmax(96px, 1fr)',
    cell: (row) => row.assignee?.displayName ?? <Muted words={text.nobody} />,
  },
  { id: 'due', title: text.columns.due, width: '104px', cell: (row) => <Due row={row} /> },
  {
    id: 'updated',
    title: text.columns.updated,
    width: '88px',
    align: 'end',
    cell: (row) => <DateText date={row.updatedAt} style="short" />,
  },
];

/** All cases, newest first; the filter, the place and the selection stay while other screens are shown. */
export function CasesTable() {
  const styles = useStyles();
  const [filter, setFilter] = useRemembered<CaseFilter>('cases.filter', DEFAULT_FILTER);
  const words = useDeferredValue(filter.text.trim());
  const asked: CaseFilter = { ...filter, text: words };
  const people = useQuery(api.cases.people.queryOptions());
  const list = useKeysetList<CaseRow>({
    queryKey: [...api.cases.list.key(), asked],
    fetchPage: (cursor, signal) => client.cases.list({ cursor, limit: PAGE_SIZE, filter: asked }, { signal }),
  });
  const filtered =
    filter.state !== DEFAULT_FILTER.state || filter.assignee !== null || filter.text.trim() !== '';

  return (
    <PageFrame
      title={text.title}
      tools={
        <form
          role="search"
          aria-label={text.filters.label}
          className={styles.filters}
          onSubmit={(event) => {
            event.preventDefault();
          }}
        >
          <Field label={text.filters.text} size="small" className={styles.search}>
            <SearchBox
              placeholder={text.filters.textPlaceholder}
              value={filter.text}
              onChange={(_, data) => {
                setFilter({ ...filter, text: data.value });
              }}
            />
          </Field>
          <Field label={text.filters.state} size="small">
            <Select
              value={filter.state ?? ''}
              onChange={(_, data) => {
                const state = [...CASE_STATE_ORDER, 'OPEN' as const].find((one) => one === data.value);
                setFilter({ ...filter, state: state ?? null });
              }}
            >
              <option value="OPEN">{text.filters.open}</option>
              {CASE_STATE_ORDER.map((state) => (
                <option key={state} value={state}>
                  {strings.labels.caseState[state]}
                </option>
              ))}
              <option value="">{text.filters.allStates}</option>
            </Select>
          </Field>
          <Field label={text.filters.assignee} size="small">
            <Select
              value={String(filter.assignee ?? '')}
              onChange={(_, { value }) => {
                const assignee =
                  value === '' ? null : value === 'ME' || value === 'NOBODY' ? value : Number(value);
                setFilter({ ...filter, assignee });
              }}
            >
              <option value="">{text.filters.anyone}</option>
              <option value="ME">{text.filters.mine}</option>
              <option value="NOBODY">{text.filters.nobody}</option>
              {people.data?.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.displayName}
                </option>
              ))}
            </Select>
          </Field>
          {filtered && (
            <Button
              appearance="subtle"
              onClick={() => {
                setFilter(DEFAULT_FILTER);
              }}
            >
              {text.filters.clear}
            </Button>
          )}
        </form>
      }
    >
      <DataTable
        label={text.tableLabel}
        placeKey="cases"
        columns={COLUMNS}
        list={list}
        rowKey={(row) => row.id}
        onOpen={(row) => {
          navigate(pathTo('expedientes', row.id));
        }}
        empty={
          filtered ? (
            <EmptyState icon={<DocumentFolder24Regular />} {...text.noMatch} />
          ) : (
            <EmptyState
              icon={<DocumentFolder24Regular />}
              title={text.empty.title}
              text={text.empty.text}
              action={
                <Button
                  onClick={() => {
                    navigate(pathTo('bandeja'));
                  }}
                >
                  {text.empty.goToInbox}
                </Button>
              }
            />
          )
        }
      />
    </PageFrame>
  );
}
