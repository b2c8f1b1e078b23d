import { useState } from 'react';
import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { Work } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useWorks } from '../../app/work.ts';
import { strings } from '../../strings/es.ts';
import { activityStrings } from '../../strings/es/activity.ts';
import { formatNumber } from '../../ui/format.ts';

const texts = activityStrings.chain;

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  body: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalL },
  button: { flexShrink: 0, marginInlineStart: 'auto' },
  hash: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', userSelect: 'all' },
  meaning: { display: 'block', color: tokens.colorNeutralForeground2 },
});

type State =
  | { readonly kind: 'UNCHECKED' }
  | { readonly kind: 'CHECKING'; readonly done: number }
  | { readonly kind: 'WHOLE'; readonly entries: number; readonly head: string }
  | { readonly kind: 'BROKEN'; readonly text: string }
  | { readonly kind: 'FAILED'; readonly error: Work['error'] };

function stateOf(work: Work | undefined): State {
  if (work === undefined || work.state === 'CANCELLED') return { kind: 'UNCHECKED' };
  if (work.state === 'RUNNING') return { kind: 'CHECKING', done: work.done };
  if (work.state === 'FAILED') return { kind: 'FAILED', error: work.error };
  const { entries, head, faultEntryId, problem } = work.result;
  if (faultEntryId === null && typeof entries === 'number' && typeof head === 'string') {
    return { kind: 'WHOLE', entries, head };
  }
  const known = Object.entries(texts.problems).find(([code]) => code === problem)?.[1];
  return {
    kind: 'BROKEN',
    text:
      typeof faultEntryId === 'number' && known !== undefined
        ? texts.fault(faultEntryId, known)
        : texts.faultUnknown,
  };
}

/** Whether the log is whole, as last checked, and the button that checks it. */
export function ChainState() {
  const styles = useStyles();
  const report = useErrorReporter();
  const [workId, setWorkId] = useState<string | null>(null);
  const works = useWorks();
  const check = useMutation({
    mutationFn: () => client.work.verifyAudit(),
    onSuccess: (started) => setWorkId(started.workId),
    onError: report,
  });
  const work = works.find(({ id }) => id === workId) ?? works.findLast(({ kind }) => kind === 'AUDIT_VERIFY');
  const state = stateOf(work);
  const intent =
    state.kind === 'WHOLE'
      ? 'success'
      : state.kind === 'BROKEN' || state.kind === 'FAILED'
        ? 'error'
        : 'info';
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar} aria-label={texts.label}>
      <MessageBarBody className={styles.body}>
        <div>
          <MessageBarTitle>{texts.label}</MessageBarTitle> <ChainSentence state={state} />
          <Caption1 className={styles.meaning}>
            {state.kind === 'WHOLE' ? (
              <>
                {texts.head}: <code className={styles.hash}>{state.head}</code>. {texts.headHint}
              </>
            ) : (
              texts.meaning
            )}
          </Caption1>
        </div>
        <Button
          size="small"
          className={styles.button}
          disabled={check.isPending || state.kind === 'CHECKING'}
          onClick={() => check.mutate()}
        >
          {texts.check}
        </Button>
      </MessageBarBody>
    </MessageBar>
  );
}

function ChainSentence({ state }: { state: State }) {
  switch (state.kind) {
    case 'UNCHECKED':
      return <>{texts.unchecked}</>;
    case 'CHECKING':
      return <>{texts.checking(formatNumber(state.done))}</>;
    case 'WHOLE':
      return <>{texts.whole(formatNumber(state.entries))}</>;
    case 'BROKEN':
      return <>{state.text}</>;
    case 'FAILED':
      return state.error === null ? null : (
        <>
          {state.error.data.what} {state.error.data.todo} {strings.errors.code(state.error.code)}
        </>
      );
  }
}
