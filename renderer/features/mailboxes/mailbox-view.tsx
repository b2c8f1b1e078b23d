import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Subtitle1,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowRepeatAll20Regular, ArrowSync20Regular, MailArrowDown20Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { MailboxStatus } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { api, client, queryClient } from '../../app/client.ts';
import { toErrorView, useErrorReporter } from '../../app/errors.tsx';
import { useHasRole } from '../../app/session.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { mailboxStateStrings } from '../../strings/es/mailbox-state.ts';
import { mailboxesStrings } from '../../strings/es/mailboxes.ts';
import { formatNumber } from '../../ui/format.ts';
import { LedgerView, useLedger } from './ledger-view.tsx';
import { MissingBar } from './missing-bar.tsx';
import { StateBar } from './state-bar.tsx';

const texts = mailboxesStrings;

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    flexShrink: 0,
  },
  bar: { flexShrink: 0 },
  name: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Why the server could not be asked, where it is the connection that failed. */
function connectionReason(error: unknown): string | null {
  const { code, details } = toErrorView(error);
  const problem = Object.entries(mailboxStateStrings.problems).find(([key]) => key === details.problem)?.[1];
  return code === 'SOURCE_UNREADABLE' && problem !== undefined ? problem.what : null;
}

/** One folder: how it is doing, what is missing, the ledger; for supervisors, reading and comparing now. */
export function MailboxView({ status }: { status: MailboxStatus }) {
  const styles = useStyles();
  const report = useErrorReporter();
  const notify = useNotice();
  const acts = useHasRole('SUPERVISOR');
  const { mailboxId, name } = status;
  const ledger = useLedger(status);
  const [confirming, setConfirming] = useState(false);
  const refresh = (): void => {
    void queryClient.invalidateQueries({ queryKey: api.mailboxes.status.key() });
    void queryClient.invalidateQueries({ queryKey: api.mailboxes.ledger.key() });
  };
  const read = useMutation({
    mutationFn: () => client.mailboxes.readNow({ mailboxId }),
    onSuccess: () => announce(texts.readNowStarted),
    onError: report,
    onSettled: refresh,
  });
  const check = useMutation({
    mutationFn: () => client.mailboxes.check({ mailboxId }),
    onSuccess: ({ missing, onServer }) =>
      notify(
        missing === 0
          ? texts.checked(formatNumber(onServer))
          : texts.checkedWrong(missing, formatNumber(missing)),
      ),
    onError: (error) => {
      if (connectionReason(error) === null) report(error);
    },
    onSettled: refresh,
  });
  const again = useMutation({
    mutationFn: (uids: number[] | null) => client.mailboxes.readAgain({ mailboxId, uids }),
    onSuccess: () => announce(texts.readAgainStarted),
    onError: report,
    onSettled: refresh,
  });
  const unchecked = check.error === null ? null : connectionReason(check.error);
  return (
    <section className={styles.view} aria-label={name}>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.name}>
          {name}
        </Subtitle1>
        {acts && (
          <div className={styles.buttons}>
            <Button
              icon={<MailArrowDown20Regular />}
              disabledFocusable={read.isPending}
              onClick={() => read.mutate()}
            >
              {texts.readNow}
            </Button>
            <Button
              icon={check.isPending ? <Spinner size="tiny" /> : <ArrowSync20Regular />}
              disabledFocusable={check.isPending}
              onClick={() => check.mutate()}
            >
              {check.isPending ? texts.checking : texts.check}
            </Button>
            <Button
              icon={<ArrowRepeatAll20Regular />}
              disabledFocusable={again.isPending}
              onClick={() => setConfirming(true)}
            >
              {texts.readAll}
            </Button>
          </div>
        )}
      </div>
      <StateBar status={status} />
      {unchecked !== null && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>{texts.notChecked}</MessageBarTitle>
            {unchecked}
          </MessageBarBody>
        </MessageBar>
      )}
      <MissingBar
        days={ledger.data?.days ?? []}
        busy={again.isPending}
        onReadAgain={acts ? (uids) => again.mutate(uids) : null}
      />
      <LedgerView query={ledger} mailboxId={mailboxId} />
      <Dialog open={confirming} onOpenChange={(_, { open }) => setConfirming(open)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{texts.confirm.title(name)}</DialogTitle>
            <DialogContent>{texts.confirm.text}</DialogContent>
            <DialogActions>
              <Button
                appearance="primary"
                onClick={() => {
                  setConfirming(false);
                  again.mutate(null);
                }}
              >
                {texts.confirm.start}
              </Button>
              <Button onClick={() => setConfirming(false)}>{strings.common.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </section>
  );
}
