import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { CaseDetail, DeliveryProblem, Reply } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { outboxStrings } from '../../strings/es/outbox.ts';
import { formatDateTime } from '../../ui/format.ts';
import { putCase } from '../case/case-context.tsx';
import { isBad, situation } from './situation.ts';

const text = outboxStrings;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
  bad: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  words: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  server: {
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  summary: {
    cursor: 'pointer',
    fontSize: tokens.fontSizeBase200,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bar: { flexShrink: 0 },
});

/** Where an answer stands, in a sentence, with the server's words explained, and what can be done about it. */
export function ReplyFate({ reply }: { reply: Reply }) {
  const styles = useStyles();
  const [only, ...others] = reply.recipients;
  const single = others.length === 0;
  const refused = single && (only?.state === 'REFUSED' || only?.state === 'BOUNCED');
  const waitsForNextTry = reply.state === 'RETRY' && reply.sendAfter !== null;
  return (
    <div className={styles.root}>
      <Caption1 block className={mergeClasses(styles.muted, isBad(reply) && styles.bad)}>
        {situation(reply)}
      </Caption1>
      {reply.state === 'QUEUED' && (
        <Caption1 block className={styles.words}>
          {reply.accountName === null ? text.noAccount : text.undoing}
        </Caption1>
      )}
      {waitsForNextTry && (
        <Caption1 block className={styles.words}>
          {text.nextTry(formatDateTime(reply.sendAfter ?? reply.createdAt), reply.attempts)}
        </Caption1>
      )}
      {refused ? (
        <Why problem={only?.problem ?? null} words={only?.serverWords ?? null} />
      ) : (
        (reply.state === 'RETRY' || reply.state === 'FAILED') && (
          <Why problem={reply.problem} words={reply.serverWords} />
        )
      )}
      {!single && reply.state !== 'QUEUED' && reply.state !== 'CANCELLED' && (
        <ul className={styles.list}>
          {reply.recipients.map(({ address, state, problem, serverWords }) => (
            <li key={address}>
              <Caption1 className={state === 'REFUSED' || state === 'BOUNCED' ? styles.bad : styles.muted}>
                {address}: {text.recipientStates[state]}
              </Caption1>
              {state !== 'ACCEPTED' && <Why problem={problem} words={serverWords} />}
            </li>
          ))}
        </ul>
      )}
      {reply.maybeTwice && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>{text.maybeTwice}</MessageBarBody>
        </MessageBar>
      )}
      {reply.state === 'SENT' && reply.sentCopy === 'PENDING' && (
        <Caption1 block className={styles.muted}>
          {text.copyPending}
        </Caption1>
      )}
      <ReplyButtons reply={reply} />
    </div>
  );
}

function Why({ problem, words }: { problem: DeliveryProblem | null; words: string | null }) {
  const styles = useStyles();
  if (problem === null) return null;
  return (
    <>
      <Caption1 block className={styles.words}>
        {text.problems[problem]}
      </Caption1>
      {words !== null && words !== problem && (
        <details>
          <summary className={styles.summary}>{text.serverWords}</summary>
          <span lang="en" className={styles.server}>
            {words}
          </span>
        </details>
      )}
    </>
  );
}

/** What can be done now: take it back, send it. */
function ReplyButtons({ reply }: { reply: Reply }) {
  const styles = useStyles();
  const report = useErrorReporter();
  const notify = useNotice();
  const act = useMutation({
    mutationFn: ({ call }: { call: () => Promise<CaseDetail>; notice: string }) => call(),
    onSuccess: (detail, { notice }) => {
      putCase(detail);
      notify(notice);
    },
    onError: report,
  });
  const replyId = reply.id;
  const waits = reply.state === 'QUEUED' || reply.state === 'RETRY';
  const sendable = reply.state === 'FAILED' || (waits && (reply.attempts > 0 || reply.accountName === null));
  if (!waits && !sendable) return null;
  return (
    <div className={styles.buttons}>
      {sendable && (
        <Button
          size="small"
          disabledFocusable={act.isPending}
          onClick={() => {
            act.mutate({ call: () => client.replies.sendNow({ replyId }), notice: text.released });
          }}
        >
          {reply.state === 'FAILED' ? text.retry : text.sendNow}
        </Button>
      )}
      {waits && (
        <Button
          size="small"
          disabledFocusable={act.isPending}
          onClick={() => {
            act.mutate({ call: () => client.replies.cancel({ replyId }), notice: text.cancelled });
          }}
        >
          {text.cancel}
        </Button>
      )}
    </div>
  );
}
