import { useDeferredValue, useState } from 'react';
import {
  Body1,
  Button,
  Field,
  SearchBox,
  Spinner,
  Subtitle2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { FolderAdd20Regular } from '@fluentui/react-icons';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { CaseDetail, CaseRow } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { useShortcut, withKey } from '../../app/keyboard.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { putCase } from './case-context.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { PickList } from './pick-list.tsx';
import { declaredOnly, saidGroups } from './said.ts';
import { Section } from './section.tsx';
import { SuggestionList } from './suggestions.tsx';

const text = caseStrings.noCase;

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', overflowX: 'hidden' },
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  muted: { color: tokens.colorNeutralForeground2 },
  wide: { width: '100%' },
});

/** A message that belongs to no case yet: make one, or put it where it belongs. */
export function NoCase({ messageId }: { messageId: number }) {
  const styles = useStyles();
  const report = useErrorReporter();
  const notify = useNotice();
  const [searching, setSearching] = useState(false);
  const message = useQuery(api.messages.get.queryOptions({ input: { id: messageId } }));

  const shown = (detail: CaseDetail, notice: string): void => {
    putCase(detail);
    for (const { id } of detail.messages) {
      void queryClient.invalidateQueries({ queryKey: api.messages.get.key({ input: { id } }) });
    }
    notify(notice);
  };
  const create = useMutation({
    mutationFn: () => client.cases.create({ messageId }),
    onSuccess: (detail) => {
      shown(detail, hasThreadCase ? text.added(detail.number) : text.created(detail.number));
    },
    onError: report,
  });
  const add = useMutation({
    mutationFn: async (row: CaseRow) => {
      const { version } = await client.cases.get({ caseId: row.id });
      return client.cases.addMessage({ caseId: row.id, version, messageId });
    },
    onSuccess: (detail) => {
      shown(detail, text.added(detail.number));
    },
    onError: report,
  });

  const hasThreadCase = message.data !== undefined && message.data.threadCaseId !== null;
  const busy = create.isPending || add.isPending;
  useShortcut(
    'case',
    () => {
      create.mutate();
    },
    message.data !== undefined && !busy,
  );

  if (message.error !== null)
    return <ErrorBar error={message.error} onRetry={() => void message.refetch()} />;
  if (message.data === undefined) return <Spinner label={strings.common.loading} />;
  const declared = declaredOnly(message.data.declaredPerson, message.data.id);
  return (
    <section className={styles.root} aria-label={text.title}>
      <div className={styles.head}>
        <Subtitle2 as="h2">{text.title}</Subtitle2>
        <Body1 block className={styles.muted}>
          {hasThreadCase ? text.threadText : text.text}
        </Body1>
        <Button
          appearance="primary"
          icon={busy ? <Spinner size="tiny" /> : <FolderAdd20Regular />}
          disabled={busy}
          onClick={() => {
            create.mutate();
          }}
        >
          {withKey(hasThreadCase ? text.addToThread : text.create, 'case')}
        </Button>
        <Button
          aria-expanded={searching}
          disabled={busy}
          onClick={() => {
            setSearching(!searching);
          }}
        >
          {text.addToOther}
        </Button>
        {searching && (
          <CaseSearch
            busy={busy}
            onPick={(row) => {
              add.mutate(row);
            }}
          />
        )}
      </div>
      <Section title={text.declared}>
        {declared.length === 0 ? (
          <Body1 className={styles.muted}>{text.nothingDeclared}</Body1>
        ) : (
          <ComparisonTable groups={saidGroups(declared)} />
        )}
      </Section>
      <SuggestionList messageId={messageId} attachments={message.data.attachments} />
    </section>
  );
}

const FOUND_LIMIT = 8;

function CaseSearch({ busy, onPick }: { busy: boolean; onPick: (row: CaseRow) => void }) {
  const styles = useStyles();
  const [words, setWords] = useState('');
  const deferred = useDeferredValue(words.trim());
  const found = useQuery(
    api.cases.list.queryOptions({
      input: { limit: FOUND_LIMIT, filter: { state: deferred === '' ? 'OPEN' : null, text: deferred } },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <Field label={text.searchLabel} hint={text.open}>
        <SearchBox
          autoFocus
          className={styles.wide}
          placeholder={text.search}
          value={words}
          onChange={(_, data) => {
            setWords(data.value);
          }}
        />
      </Field>
      {found.error !== null && <ErrorBar error={found.error} />}
      {found.data !== undefined && (
        <PickList
          label={text.searchLabel}
          busy={busy}
          empty={text.none}
          items={found.data.rows.map((row) => ({
            id: row.id,
            title: `${row.number} · ${strings.labels.caseState[row.state]}`,
            lines: [row.title, row.citizenName ?? caseStrings.citizen.notFound],
            onPick: () => {
              onPick(row);
            },
          }))}
        />
      )}
    </>
  );
}
