import { useState } from 'react';
import { Badge, Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUpload20Regular, People24Regular, PersonAdd20Regular } from '@fluentui/react-icons';
import type { CitizenRow } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { useRemembered } from '../../app/remembered.ts';
import { navigate, pathTo } from '../../app/routes.tsx';
import { useHasRole } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatIsoDay, formatPhone } from '../../ui/format.ts';
import { useKeysetList } from '../../ui/use-keyset-list.ts';
import { PageFrame } from '../cases/page-frame.tsx';
import { IMPORT, NEW } from './sections.ts';

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
  search: { display: 'flex', gap: tokens.spacingHorizontalXS, width: '420px', maxWidth: '100%' },
  input: { flexGrow: 1, minWidth: 0 },
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
    cell: (row) => (row.phone === null ? null : formatPhone(row.phone)),
  },
  {
    id: 'openCases',
    title: text.columns.openCases,
    width: '150px',
    align: 'end',
    cell: (row) => (row.openCases === 0 ? null : row.openCases),
  },
];

/** The register: the newest, or who was looked up. A look-up is asked for, not typed: each one is recorded. */
export function CitizensTable() {
  const styles = useStyles();
  const canImport = useHasRole('SUPERVISOR');
  const [asked, setAsked] = useRemembered('citizens.text', '');
  const [words, setWords] = useState(asked);
  const list = useKeysetList<CitizenRow>({
    queryKey: [...api.citizens.search.key(), asked],
    fetchPage: (cursor, signal) =>
      client.citizens.search({ cursor, limit: PAGE_SIZE, text: asked }, { signal }),
  });
  return (
    <PageFrame
      title={text.title}
      tools={
        <div className={styles.tools}>
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              setAsked(words.trim());
            }}
          >
            <Field label={text.searchLabel} size="small" hint={text.searchHint}>
              <div className={styles.search}>
                <Input
                  type="search"
                  className={styles.input}
                  aria-label={text.searchLabel}
                  placeholder={text.searchPlaceholder}
                  value={words}
                  onChange={(_, data) => {
                    setWords(data.value);
                    if (data.value === '') setAsked('');
                  }}
                />
                <Button type="submit">{text.search}</Button>
              </div>
            </Field>
          </form>
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
              aria-label={text.createLabel}
              onClick={() => {
                navigate(pathTo('ciudadanos', NEW));
              }}
            >
              {text.create}
            </Button>
          </div>
        </div>
      }
    >
      <DataTable
        label={text.list}
        placeKey="citizens"
        columns={COLUMNS}
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
