import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Key24Regular } from '@fluentui/react-icons';
import type { CounterRow } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { navigate, pathTo } from '../../app/routes.tsx';
import { useSearchText } from '../../app/search-text.ts';
import { strings } from '../../strings/es.ts';
import { counterStrings } from '../../strings/es/counter.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatDay } from '../../ui/format.ts';
import { useKeysetList } from '../../ui/use-keyset-list.ts';
import { useOnePane } from '../../ui/use-media.ts';
import { PageFrame } from '../cases/page-frame.tsx';

const text = counterStrings.page;
const PAGE_SIZE = 100;

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    flexGrow: 1,
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

const COLUMNS: readonly Column<CounterRow>[] = [
  { id: 'name', title: text.columns.name, width: 'minmax(200px, 3fr)', cell: (row) => row.name },
  {
    id: 'documents',
    title: text.columns.documents,
    width: 'minmax(150px, 2fr)',
    cell: (row) =>
      row.documents.map(({ type, number }) => `${strings.labels.idType[type]} ${number}`).join(', '),
  },
  {
    id: 'state',
    title: text.columns.state,
    width: 'minmax(180px, 2fr)',
    cell: ({ registration }) =>
      registration === null
        ? text.never
        : `${text.states[registration.state]}, ${formatDay(registration.createdAt)}`,
  },
  {
    id: 'code',
    title: text.columns.code,
    width: '170px',
    cell: ({ registration }) => (registration?.code ? counterStrings.codes[registration.code] : null),
  },
  {
    id: 'password',
    title: text.columns.password,
    width: '130px',
    cell: ({ registration }) => (registration === null ? null : text.passwords[registration.password]),
  },
];

const FEW_COLUMNS = COLUMNS.filter(({ id }) => id === 'name' || id === 'state');

/** Whoever is registered, or whoever was looked up in the title bar's search. */
export function CounterTable() {
  const styles = useStyles();
  const [words, setAsked] = useSearchText('mostrador');
  const asked = words.trim();
  const onePane = useOnePane();
  const list = useKeysetList<CounterRow>({
    queryKey: [...api.registrations.search.key(), asked],
    fetchPage: (cursor, signal) =>
      client.registrations.search({ cursor, limit: PAGE_SIZE, text: asked }, { signal }),
  });
  return (
    <PageFrame
      title={text.title}
      tools={
        <div className={styles.tools}>
          <Caption1 className={styles.hint}>{text.hint}</Caption1>
          {asked !== '' && (
            <>
              <Body1>{text.searched(asked)}</Body1>
              <Button size="small" onClick={() => setAsked('')}>
                {text.clear}
              </Button>
            </>
          )}
        </div>
      }
    >
      <DataTable
        label={text.list}
        placeKey="counter"
        columns={onePane ? FEW_COLUMNS : COLUMNS}
        list={list}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate(pathTo('mostrador', row.id))}
        empty={<EmptyState icon={<Key24Regular />} {...(asked === '' ? text.empty : text.noResults)} />}
      />
    </PageFrame>
  );
}
