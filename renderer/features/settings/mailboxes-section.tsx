import { useState } from 'react';
import {
  Body1,
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { MailboxInfo } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { api, client, queryClient } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { useServiceEvent } from '../../app/events.ts';
import { useHasRole } from '../../app/session.tsx';
import { useWorks } from '../../app/work.ts';
import { strings } from '../../strings/es.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { DateText } from '../../ui/DateText.tsx';
import { formatNumber } from '../../ui/format.ts';
import { AccountForm } from './account-form.tsx';
import { AccountList } from './accounts-block.tsx';
import { Block } from './parts.tsx';
import { PathField } from './path-field.tsx';

const texts = settingsStrings.mailboxes;

const useStyles = makeStyles({
  intro: { color: tokens.colorNeutralForeground2, paddingBottom: tokens.spacingVerticalM },
  lastRead: { marginBottom: tokens.spacingVerticalL },
  scroll: { overflowX: 'auto' },
  table: { minWidth: '760px' },
  name: { width: '150px' },
  number: { width: '90px' },
  when: { width: '150px' },
  path: { overflowWrap: 'anywhere' },
  button: { alignSelf: 'start' },
});

/** Where messages come from: accounts at the mail server, and files of this machine. */
export function MailboxesSection() {
  const administers = useHasRole('ADMIN');
  return administers ? <AccountsAndFiles /> : <FileMailboxes />;
}

/** The form takes the whole section: it is long, and the tables below would only be in its way. */
function AccountsAndFiles() {
  const accounts = useQuery(api.mailboxes.accounts.queryOptions({ staleTime: 0 }));
  const [editing, setEditing] = useState<number | 'NEW' | null>(null);
  const [round, setRound] = useState(0);
  if (accounts.error !== null) {
    return <ErrorBar error={accounts.error} onRetry={() => void accounts.refetch()} />;
  }
  if (editing !== null) {
    return (
      <AccountForm
        key={`${editing} ${round}`}
        account={accounts.data?.find(({ id }) => id === editing) ?? null}
        onClose={() => {
          setEditing(null);
          setRound(round + 1);
        }}
        onShowSaved={() => void accounts.refetch().then(() => setRound(round + 1))}
      />
    );
  }
  return (
    <>
      <AccountList accounts={accounts.data} focusAdd={round > 0} onEdit={setEditing} />
      <FileMailboxes />
    </>
  );
}

/** What has been read so far, and reading more of it from this machine. */
function FileMailboxes() {
  const styles = useStyles();
  const mayRead = useHasRole('SUPERVISOR');
  const mailboxes = useQuery(api.settings.mailboxes.queryOptions({ staleTime: 0 }));
  const read = useIngest();
  useServiceEvent('WORK', ({ work }) => {
    if (work.kind === 'INGEST' && work.state !== 'RUNNING') {
      void queryClient.invalidateQueries({ queryKey: api.settings.mailboxes.key() });
    }
  });
  if (mailboxes.error !== null) {
    return <ErrorBar error={mailboxes.error} onRetry={() => void mailboxes.refetch()} />;
  }
  if (mailboxes.data === undefined) return <Spinner label={strings.common.loading} />;
  return (
    <>
      {mayRead && <ReadForm read={read} />}
      <LastRead />
      <Body1 block className={styles.intro}>
        {mailboxes.data.length === 0 ? texts.none : texts.intro}
      </Body1>
      {mailboxes.data.length > 0 && (
        <div className={styles.scroll} role="region" aria-label={texts.list} tabIndex={0} data-scrolls>
          <Table aria-label={texts.list} className={styles.table}>
            <TableHeader>
              <TableRow>
                <TableHeaderCell className={styles.name}>{texts.name}</TableHeaderCell>
                <TableHeaderCell className={styles.name}>{texts.kind}</TableHeaderCell>
                <TableHeaderCell>{texts.location}</TableHeaderCell>
                <TableHeaderCell className={styles.number}>{texts.messages}</TableHeaderCell>
                <TableHeaderCell className={styles.when}>{texts.lastSeen}</TableHeaderCell>
                {mayRead && (
                  <TableHeaderCell className={styles.when}>{settingsStrings.units.actions}</TableHeaderCell>
                )}
              </TableRow>
            </TableHeader>
            <TableBody>
              {mailboxes.data.map((mailbox: MailboxInfo) => (
                <TableRow key={mailbox.id}>
                  <TableCell>{mailbox.name}</TableCell>
                  <TableCell>{texts.kinds[mailbox.kind]}</TableCell>
                  <TableCell className={styles.path}>{mailbox.location}</TableCell>
                  <TableCell>{formatNumber(mailbox.messageCount)}</TableCell>
                  <TableCell>
                    {mailbox.lastSeenAt === null ? texts.never : <DateText date={mailbox.lastSeenAt} />}
                  </TableCell>
                  {mayRead && (
                    <TableCell>
                      {mailbox.kind !== 'IMAP' && (
                        <Button
                          size="small"
                          aria-label={texts.readAgainOf(mailbox.name)}
                          disabled={read.isPending}
                          onClick={() => read.mutate(mailbox.location)}
                        >
                          {texts.readAgain}
                        </Button>
                      )}
                    </TableCell>
                  )}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </>
  );
}

/** What the last reading found, so that "nothing new" is said and not guessed. */
function LastRead() {
  const styles = useStyles();
  const work = useWorks().findLast(({ kind, state }) => kind === 'INGEST' && state !== 'RUNNING');
  if (work === undefined || work.state === 'FAILED') return null;
  const count = (name: string): number => {
    const value = work.result[name];
    return typeof value === 'number' ? value : 0;
  };
  const failed = count('failed');
  return (
    <MessageBar intent={failed > 0 ? 'warning' : 'info'} layout="multiline" className={styles.lastRead}>
      <MessageBarBody>
        <MessageBarTitle>{texts.lastRead(work.label)}</MessageBarTitle>
        {texts.lastReadFacts(
          formatNumber(count('read')),
          formatNumber(count('stored')),
          formatNumber(count('duplicates')),
        )}
        {count('unparsable') > 0 && ` ${texts.lastReadUnparsable(formatNumber(count('unparsable')))}`}
        {failed > 0 && ` ${texts.lastReadFailed(formatNumber(failed))}`}
      </MessageBarBody>
    </MessageBar>
  );
}

function useIngest() {
  const report = useErrorReporter();
  return useMutation({
    mutationFn: (path: string) => client.work.ingest({ path }),
    onSuccess: () => announce(texts.started),
    onError: report,
  });
}

function ReadForm({ read }: { read: ReturnType<typeof useIngest> }) {
  const styles = useStyles();
  const [path, setPath] = useState('');
  return (
    <Block title={texts.readTitle}>
      <PathField
        label={texts.path}
        hint={texts.pathHint}
        value={path}
        pickers={[
          { text: texts.chooseFolder, request: 'INGEST_FOLDER' },
          { text: texts.chooseFile, request: 'INGEST_FILE' },
        ]}
        onChange={setPath}
      />
      <Button
        className={styles.button}
        appearance="primary"
        disabled={path.trim() === '' || read.isPending}
        onClick={() => read.mutate(path.trim(), { onSuccess: () => setPath('') })}
      >
        {texts.read}
      </Button>
    </Block>
  );
}
