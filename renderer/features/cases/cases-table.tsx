import { Fragment } from 'react';
import {
  Badge,
  Body1,
  Button,
  Field,
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
import { useSearchText } from '../../app/search-text.ts';
import { strings } from '../../strings/es.ts';
import { casesStrings } from '../../strings/es/cases.ts';
import { CASE_STATE_ORDER } from '../../strings/es/labels.ts';
import { CategoryChip } from '../../ui/CategoryChip.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { daysUntil, formatIsoDay } from '../../ui/format.ts';
import { IdentityShield } from '../../ui/IdentityShield.tsx';
import { useOnePane } from '../../ui/use-media.ts';
import { useKeysetList } from '../../ui/use-keyset-list.ts';
import { PageFrame } from './page-frame.tsx';
import { SavedViews } from './saved-views.tsx';

const text = casesStrings;
const PAGE_SIZE = 100;
/** Nearer than this a deadline is worth a word; further away the date is enough. */
const NEAR_DAYS = 7;

type OwnFilter = Omit<CaseFilter, 'text'>; // the text is the title bar's
const STATES = [...CASE_STATE_ORDER, 'OPEN', 'TO_ATTEND'] as const;
const DEFAULT_FILTER: OwnFilter = { state: 'OPEN', assignee: null };

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  middle: { display: 'flex', alignItems: 'center' },
  searched: { paddingBottom: tokens.spacingVerticalXS },
  muted: { color: tokens.colorNeutralForeground3 },
  overdue: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
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

function Identity({ row }: { row: CaseRow }) {
  const styles = useStyles();
  return (
    <span className={styles.middle}>
      <IdentityShield level={row.identityLevel} />
    </span>
  );
}

function Title({ row }: { row: CaseRow }) {
  return (
    <>
      {row.attention.map((reason) => (
        <Fragment key={reason}>
          <Badge appearance="tint" color="warning">
            {text.attention[reason]}
          </Badge>{' '}
        </Fragment>
      ))}
      {row.title}
    </>
  );
}

function Muted({ words }: { words: string }) {
  const styles = useStyles();
  return <span className={styles.muted}>{words}</span>;
}

const COLUMNS: readonly Column<CaseRow>[] = [
  { id: 'number', title: text.columns.number, width: '124px', cell: (row) => row.number },
  { id: 'title', title: text.columns.title, width: 'minmax(140px, 3fr)', cell: (row) => <Title row={row} /> },
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
    cell: (row) => <Identity row={row} />,
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

/** What still fits at 200 % zoom. */
const FEW_COLUMNS = COLUMNS.filter(({ id }) => ['number', 'title', 'state', 'due'].includes(id));

function stateOf(value: string | null): OwnFilter['state'] {
  return STATES.find((one) => one === value) ?? null;
}

/** All cases, newest first; the filter, the place and the selection stay while other screens are shown. */
export function CasesTable() {
  const styles = useStyles();
  const [filter, setFilter] = useRemembered<OwnFilter>('cases.filter', DEFAULT_FILTER);
  const [words, setWords] = useSearchText('expedientes');
  const asked: CaseFilter = { ...filter, text: words.trim() };
  const people = useQuery(api.cases.people.queryOptions());
  const onePane = useOnePane();
  const list = useKeysetList<CaseRow>({
    queryKey: [...api.cases.list.key(), asked],
    fetchPage: (cursor, signal) => client.cases.list({ cursor, limit: PAGE_SIZE, filter: asked }, { signal }),
  });
  const filtered = filter.state !== DEFAULT_FILTER.state || filter.assignee !== null || asked.text !== '';

  return (
    <PageFrame
      title={text.title}
      tools={
        <div role="group" aria-label={text.filters.label} className={styles.filters}>
          <Field label={text.filters.state} size="small">
            <Select
              value={filter.state ?? ''}
              onChange={(_, data) => {
                setFilter({ ...filter, state: stateOf(data.value) });
              }}
            >
              <option value="OPEN">{text.filters.open}</option>
              <option value="TO_ATTEND">{text.filters.toAttend}</option>
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
          {asked.text !== '' && (
            <Body1 className={styles.searched}>{text.filters.searched(asked.text)}</Body1>
          )}
          {filtered && (
            <Button
              size="small"
              onClick={() => {
                setFilter(DEFAULT_FILTER);
                setWords('');
              }}
            >
              {text.filters.clear}
            </Button>
          )}
          <SavedViews
            filter={asked}
            onPick={(view) => {
              setFilter({ state: stateOf(view.state), assignee: view.assignee });
              setWords(view.text);
            }}
          />
        </div>
      }
    >
      <DataTable
        label={text.tableLabel}
        placeKey="cases"
        columns={onePane ? FEW_COLUMNS : COLUMNS}
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
