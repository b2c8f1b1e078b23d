import { Badge, Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUpload20Regular, People24Regular, PersonAdd20Regular } from '@fluentui/react-icons';
import type { CitizenRow } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { navigate, pathTo } from '../../app/routes.tsx';
import { useSearchText } from '../../app/search-text.ts';
import { useHasRole } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatIsoDay } from '../../ui/format.ts';
import { useOnePane } from '../../ui/use-media.ts';
import { useKeysetList } from '../../ui/use-keyset-list.ts';
import { PageFrame } from '../cases/page-frame.tsx';
import { IMPORT, NEW } from './sections.ts';
import { WaitingPhones } from './waiting-phones.tsx';

const text = citizenStrings.page;
const PAGE_SIZE = 100;

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    flexGrow: 1,
  },
  hint: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, marginLeft: 'auto' },
  name: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

function Name({ row }: { row: CitizenRow }) {
  const styles = useStyles();
  return (
    <span className={styles.name}>
      {row.name}
      {row.deceased && (
        <Badge appearance="tint" color="danger" size="small">
          {text.deceased}
        </Badge>
      )}
    </span>
  );
}

const COLUMNS: readonly Column<CitizenRow>[] = [
  {
    id: 'name',
    title: text.columns.name,
    width: 'minmax(200px, 3fr)',
    cell: (row) => <Name row={row} />,
  },
  {
    id: 'documents',
    title: text.columns.documents,
    width: 'minmax(160px, 2fr)',
    cell: (row) =>
      row.documents
        .map((document) => `${strings.labels.idType[document.type]} ${document.number}`)
        .join(', '),
  },
  {
    id: 'birthDate',
    title: text.columns.birthDate,
    width: '140px',
    cell: (row) => (row.birthDate === null ? null : formatIsoDay(row.birthDate)),
  },
  {
    id: 'phone',
    title: text.columns.phone,
    width: '160px',
    cell: (row) => row.maskedPhone,
  },
  {
    id: 'openCases',
    title: text.columns.openCases,
    width: '150px',
    align: 'end',
    cell: (row) => (row.openCases === 0 ? null : row.openCases),
  },
];

/** What still fits at 200 % zoom. */
const FEW_COLUMNS = COLUMNS.filter(({ id }) => id === 'name' || id === 'documents');

/** The register: the newest, or who was looked up in the title bar's search. */
export function CitizensTable() {
  const styles = useStyles();
  const canImport = useHasRole('SUPERVISOR');
  const [words, setAsked] = useSearchText('ciudadanos');
  const asked = words.trim();
  const onePane = useOnePane();
  const list = useKeysetList<CitizenRow>({
    queryKey: [...api.citizens.search.key(), asked],
    fetchPage: (cursor, signal) =>
      client.citizens.search({ cursor, limit: PAGE_SIZE, text: asked }, { signal }),
  });
  return (
    <PageFrame
      title={text.title}
      tools={
        <>
          <div className={styles.tools}>
            <Caption1 className={styles.hint}>{text.searchHint}</Caption1>
            {asked !== '' && (
              <>
                <Body1>{text.searched(asked)}</Body1>
                <Button
                  size="small"
                  onClick={() => {
                    setAsked('');
                  }}
                >
                  {text.clear}
                </Button>
              </>
            )}
            <div className={styles.buttons}>
              {canImport && (
                <Button
                  icon={<ArrowUpload20Regular />}
                  onClick={() => {
                    navigate(pathTo('ciudadanos', IMPORT));
                  }}
                >
                  {text.import}
                </Button>
              )}
              <Button
                icon={<PersonAdd20Regular />}
                onClick={() => {
                  navigate(pathTo('ciudadanos', NEW));
                }}
              >
                {text.create}
              </Button>
            </div>
          </div>
          <WaitingPhones />
        </>
      }
    >
      <DataTable
        label={text.list}
        placeKey="citizens"
        columns={onePane ? FEW_COLUMNS : COLUMNS}
        list={list}
        rowKey={(row) => row.id}
        onOpen={(row) => {
          navigate(pathTo('ciudadanos', row.id));
        }}
        empty={<EmptyState icon={<People24Regular />} {...(asked === '' ? text.empty : text.noResults)} />}
      />
    </PageFrame>
  );
}
