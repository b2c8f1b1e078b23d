import { useRef, useState } from 'react';
import { Body1, Button, Caption1, Spinner, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUpload16Regular } from '@fluentui/react-icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, client, queryClient } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { useServiceEvent } from '../../app/events.ts';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { handoverStrings } from '../../strings/es/handover.ts';
import { formatDay } from '../../ui/format.ts';
import { BatchTable } from './batch-table.tsx';

const text = handoverStrings;

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '900px' },
  muted: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  confirm: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** What waits to leave for the central database, the batches that left, and what it answered. */
export function Handover() {
  const styles = useStyles();
  const report = useErrorReporter();
  const notify = useNotice();
  const picker = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const overview = useQuery(api.handover.overview.queryOptions());
  const refresh = (): void => {
    void queryClient.invalidateQueries({ queryKey: api.handover.key() });
  };
  useServiceEvent('CASE_CHANGED', refresh);
  const make = useMutation({
    mutationFn: () => client.handover.make(),
    onSuccess: (after) => {
      notify(text.made(after.batches[0]?.number ?? 0));
    },
    onError: report,
    onSettled: () => {
      setAsking(false);
      refresh();
    },
  });
  const load = useMutation({
    mutationFn: (file: File) => client.handover.acknowledge({ file }),
    onSuccess: ({ accepted, rejected }) => {
      notify(text.loaded(accepted, rejected));
    },
    onError: report,
    onSettled: refresh,
  });
  if (overview.error !== null) {
    return <ErrorBar error={overview.error} onRetry={() => void overview.refetch()} />;
  }
  if (overview.data === undefined) return <Spinner label={strings.common.loading} />;
  const { waiting, oldestWaiting, history, batches, keyFingerprint } = overview.data;
  return (
    <section className={styles.page} aria-label={text.title}>
      <Subtitle2 as="h2" block>
        {text.title}
      </Subtitle2>
      <Body1 block className={styles.muted}>
        {text.explain}
      </Body1>
      <Body1 block role="status">
        {text.waiting(waiting)} {oldestWaiting !== null && text.since(formatDay(oldestWaiting))}
      </Body1>
      {history > 0 && (
        <Caption1 block className={styles.muted}>
          {text.history(history)}
        </Caption1>
      )}
      {asking ? (
        <div className={styles.confirm}>
          <Body1>{text.confirm}</Body1>
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              disabledFocusable={make.isPending}
              onClick={() => {
                make.mutate();
              }}
            >
              {text.confirmMake}
            </Button>
            <Button
              onClick={() => {
                setAsking(false);
              }}
            >
              {strings.common.cancel}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            disabled={waiting === 0}
            onClick={() => {
              setAsking(true);
            }}
          >
            {text.make(waiting)}
          </Button>
          <input
            ref={picker}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label={text.load}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file !== undefined) load.mutate(file);
              event.target.value = '';
            }}
          />
          <Button
            icon={<ArrowUpload16Regular />}
            disabled={load.isPending || batches.length === 0}
            onClick={() => picker.current?.click()}
          >
            {text.load}
          </Button>
        </div>
      )}
      <Subtitle2 as="h3" block>
        {text.batches}
      </Subtitle2>
      {batches.length === 0 ? <Body1 block>{text.none}</Body1> : <BatchTable batches={batches} />}
      {keyFingerprint !== null && (
        <Caption1 block className={styles.muted}>
          {text.key(keyFingerprint)}
        </Caption1>
      )}
    </section>
  );
}
