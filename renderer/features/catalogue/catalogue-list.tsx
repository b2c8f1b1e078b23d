import { useDeferredValue, useState } from 'react';
import {
  Badge,
  Body1,
  Body1Strong,
  Button,
  Caption1,
  SearchBox,
  Spinner,
  Subtitle2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import {
  Add20Regular,
  ArrowDownload20Regular,
  ArrowUpload20Regular,
  BookGlobe24Regular,
} from '@fluentui/react-icons';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { CatalogueEntry } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { api, client } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { useRemembered } from '../../app/remembered.ts';
import { navigate, pathTo } from '../../app/routes.tsx';
import { useHasRole } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { catalogueStrings as text } from '../../strings/es/catalogue.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageBody } from '../../ui/Pane.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { groupsOf, WAYS } from './access.ts';
import { EntryForm } from './entry-form.tsx';

/** The word after `#/catalogo/`. */
export const IMPORT = 'importar';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '1000px' },
  muted: { color: tokens.colorNeutralForeground2 },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  search: { width: '100%', maxWidth: '480px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    display: 'flex',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    paddingTop: tokens.spacingVerticalXXS,
  },
});

/** What can be done on line, by where it is kept; whoever supervises changes it in its place. */
export function CatalogueList() {
  const styles = useStyles();
  const report = useErrorReporter();
  const supervises = useHasRole('SUPERVISOR');
  const [typed, setTyped] = useRemembered('catalogue.search', '');
  const [editing, setEditing] = useState<number | 'NEW' | null>(null);
  const asked = useDeferredValue(typed.trim());
  const list = useQuery(
    api.catalogue.list.queryOptions({ input: { text: asked }, placeholderData: keepPreviousData }),
  );
  const save = useMutation({
    mutationFn: () => client.catalogue.exportCsv(),
    onSuccess: ({ fileName, csv }) => {
      saveFile(new Blob([csv]), fileName);
      announce(text.exported(fileName));
    },
    onError: report,
  });
  const close = () => setEditing(null);
  return (
    <PageBody
      title={text.title}
      actions={
        supervises && (
          <>
            <Button icon={<ArrowDownload20Regular />} disabled={save.isPending} onClick={() => save.mutate()}>
              {text.export}
            </Button>
            <Button icon={<ArrowUpload20Regular />} onClick={() => navigate(pathTo('catalogo', IMPORT))}>
              {text.import}
            </Button>
            <Button icon={<Add20Regular />} onClick={() => setEditing('NEW')}>
              {text.add}
            </Button>
          </>
        )
      }
    >
      <div className={styles.root}>
        <Body1 block className={styles.muted}>
          {text.intro}
        </Body1>
        {editing === 'NEW' && <EntryForm entry={null} onClose={close} />}
        <div role="search" className={styles.tools}>
          <SearchBox
            className={styles.search}
            aria-label={text.search}
            placeholder={text.search}
            value={typed}
            maxLength={200}
            dismiss={{ 'aria-label': text.clearSearch }}
            onChange={(_, { value }) => setTyped(value)}
          />
          <Caption1 role="status">
            {asked === '' || list.data === undefined ? text.searchHint : text.found(list.data.length)}
          </Caption1>
        </div>
        {list.error !== null && <ErrorBar error={list.error} onRetry={() => void list.refetch()} />}
        {list.error === null && list.data === undefined && <Spinner label={strings.common.loading} />}
        {list.data?.length === 0 && (
          <EmptyState icon={<BookGlobe24Regular />} {...(asked === '' ? text.emptyCatalogue : text.empty)} />
        )}
        {groupsOf(list.data ?? []).map(({ title, entries }) => (
          <section key={title} aria-label={title}>
            <Subtitle2 as="h2" block>
              {title}
            </Subtitle2>
            <ul className={styles.list}>
              {entries.map((entry) =>
                entry.id === editing ? (
                  <li key={entry.id}>
                    <EntryForm entry={entry} onClose={close} />
                  </li>
                ) : (
                  <li key={entry.id} className={styles.entry}>
                    <Entry entry={entry} />
                    {supervises && (
                      <Button
                        size="small"
                        aria-label={text.editOf(entry.name)}
                        onClick={() => setEditing(entry.id)}
                      >
                        {text.edit}
                      </Button>
                    )}
                  </li>
                ),
              )}
            </ul>
          </section>
        ))}
      </div>
    </PageBody>
  );
}

function Entry({ entry }: { entry: CatalogueEntry }) {
  const styles = useStyles();
  return (
    <div className={styles.words}>
      <Body1Strong block>{entry.name}</Body1Strong>
      <div className={styles.ways}>
        {!entry.active && (
          <Badge appearance="tint" color="warning">
            {text.inactive}
          </Badge>
        )}
        {WAYS.filter((way) => entry.access.includes(way)).map((way) => (
          <Badge key={way} appearance="outline" color="informative">
            {text.way[way]}
          </Badge>
        ))}
        {entry.access.length === 0 && (
          <Badge appearance="outline" color="informative">
            {text.noWay}
          </Badge>
        )}
      </div>
    </div>
  );
}
