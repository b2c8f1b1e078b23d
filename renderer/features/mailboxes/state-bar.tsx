import {
  Caption1,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { MailboxStatus } from '../../../main/api/contract/index.ts';
import { missingOf, reasonOf, stateSentence } from '../../app/mailbox-words.ts';
import { pathTo } from '../../app/routes.tsx';
import { useHasRole } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { mailboxStateStrings } from '../../strings/es/mailbox-state.ts';
import { mailboxesStrings } from '../../strings/es/mailboxes.ts';
import { formatNumber } from '../../ui/format.ts';

const texts = mailboxesStrings;

const INTENT = { UP_TO_DATE: 'success', READING: 'info', OFFLINE: 'warning', STOPPED: 'error' } as const;

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  text: { display: 'block' },
  words: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    marginTop: tokens.spacingVerticalXS,
  },
  progress: { margin: `${tokens.spacingVerticalS} 0`, width: '320px', maxWidth: '100%' },
});

/** How a folder is doing: what, why, what to do, and the server's own words. */
export function StateBar({ status }: { status: MailboxStatus }) {
  const styles = useStyles();
  const administers = useHasRole('ADMIN');
  const { state, errorCode, serverWords, done, total, unreadable } = status;
  const reason = reasonOf(status);
  const stopped = state === 'STOPPED';
  const missing = missingOf(status);
  // Where the comparison names them below, another count beside it would only puzzle.
  const refused = unreadable > missing ? texts.unreadable(unreadable, formatNumber(unreadable)) : null;
  // "Al día" above what is missing would be a contradiction: read to the end, but not whole.
  const idle = state === 'UP_TO_DATE';
  const title = idle && missing > 0 ? refused : stateSentence(status);
  if (title === null) return null;
  return (
    <MessageBar
      intent={idle && refused !== null ? 'warning' : INTENT[state]}
      layout="multiline"
      className={styles.bar}
      aria-label={texts.state}
    >
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {state === 'READING' && total !== null && total > 0 && (
          <ProgressBar className={styles.progress} aria-label={texts.progress} value={done / total} />
        )}
        {reason !== null && <span className={styles.text}>{reason.what}</span>}
        {reason !== null && (errorCode !== null || (stopped && administers)) && (
          <span className={styles.text}>
            {reason.todo}{' '}
            {stopped && administers && errorCode === null && (
              <Link inline href={pathTo('ajustes', 'buzones')}>
                {texts.openAccounts}
              </Link>
            )}
          </span>
        )}
        {stopped && !administers && <span className={styles.text}>{texts.tellAdmin}</span>}
        {state === 'OFFLINE' && errorCode === null && <span className={styles.text}>{texts.resumes}</span>}
        {errorCode !== null && <Caption1 className={styles.words}>{strings.errors.code(errorCode)}</Caption1>}
        {refused !== null && title !== refused && <span className={styles.text}>{refused}</span>}
        {serverWords !== null && (
          <Caption1 className={styles.words}>{mailboxStateStrings.serverWords(serverWords)}</Caption1>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
