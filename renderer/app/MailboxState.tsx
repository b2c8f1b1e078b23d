import { useEffect, useRef, type ReactElement } from 'react';
import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  CloudOff16Regular,
  ErrorCircle16Filled,
  PlugDisconnected16Regular,
  Question16Regular,
} from '@fluentui/react-icons';
import { mailboxStateStrings as texts } from '../strings/es/mailbox-state.ts';
import { useOnePane } from '../ui/use-media.ts';
import { announce } from './announce.tsx';
import { useConnectionStatus } from './client.ts';
import { useMailboxStatuses } from './mailbox-state.ts';
import { conditionOf, conditionSentence, shortWords, worstOf, type Condition } from './mailbox-words.ts';
import { pathTo } from './routes.tsx';
import { useHasRole } from './session.tsx';

const useStyles = makeStyles({
  ok: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground3 },
  button: { whiteSpace: 'nowrap', minWidth: 0, fontWeight: tokens.fontWeightRegular },
});

function ConditionIcon({ condition }: { condition: Condition }): ReactElement {
  const styles = useStyles();
  switch (condition) {
    case 'MISSING':
    case 'STOPPED':
      return <ErrorCircle16Filled className={styles.bad} />;
    case 'OFFLINE':
      return <CloudOff16Regular />;
    case 'READING':
      return <Spinner size="extra-tiny" aria-hidden />;
    case 'UP_TO_DATE':
      return <CheckmarkCircle16Filled className={styles.ok} />;
  }
}

/** Says it aloud when a mailbox gets into another state; never moves the focus. */
function useAnnounced(sentence: string | null, condition: Condition | null): void {
  const before = useRef<Condition | null>(null);
  useEffect(() => {
    if (sentence !== null && before.current !== null && before.current !== condition) announce(sentence);
    before.current = condition;
  }, [sentence, condition]);
}

/** The state of the mailbox that is worst off, as a link to its ledger. Nothing where no mailbox is watched. */
export function MailboxState() {
  const styles = useStyles();
  const administers = useHasRole('ADMIN');
  const onePane = useOnePane();
  const connection = useConnectionStatus();
  const { data, error } = useMailboxStatuses();
  const worst = data === undefined ? undefined : worstOf(data);
  const sentence = worst === undefined ? null : conditionSentence(worst);
  useAnnounced(sentence, worst === undefined ? null : conditionOf(worst));

  if (connection !== 'OPEN') return null; // the banner says so, and nothing else is known
  const link = (to: string, icon: ReactElement, words: string, label: string) => (
    <Button
      as="a"
      href={to}
      appearance="subtle"
      size="small"
      className={styles.button}
      icon={icon}
      aria-label={label}
      title={label}
    >
      {onePane ? null : words}
    </Button>
  );
  if (worst !== undefined && sentence !== null) {
    return link(
      pathTo('buzones', worst.mailboxId),
      <ConditionIcon condition={conditionOf(worst)} />,
      shortWords(worst),
      texts.label(worst.name, sentence),
    );
  }
  if (error !== null) {
    return link(pathTo('buzones'), <Question16Regular />, texts.unknown, texts.unknownLabel);
  }
  if (data === undefined || !administers) return null;
  return link(pathTo('ajustes', 'buzones'), <PlugDisconnected16Regular />, texts.setUp, texts.setUpLabel);
}
