import {
  Body1,
  Body1Strong,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { pathTo } from '../../app/routes.tsx';
import { phoneSentence, phoneStrings } from '../../strings/es/phones.ts';
import { formatDay } from '../../ui/format.ts';

const text = phoneStrings.waiting;

const useStyles = makeStyles({
  // A line of its own, wherever it stands.
  bar: { flexBasis: '100%', marginBottom: tokens.spacingVerticalS },
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    maxHeight: '200px',
    overflowY: 'auto',
  },
});

/** Changes of phone that somebody has to confirm; nothing when there are none. Each is decided in its case. */
export function WaitingPhones() {
  const styles = useStyles();
  const waiting = useQuery(api.phones.waiting.queryOptions());
  if (waiting.data === undefined || waiting.data.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <Body1Strong as="h2" block>
          {text.title}
        </Body1Strong>
        <ul className={styles.list} aria-label={text.title} tabIndex={0}>
          {waiting.data.map((change) => (
            <li key={change.id}>
              <Body1 block>
                {change.citizenName}. {phoneSentence(change, formatDay)}{' '}
                <Link inline href={pathTo('expedientes', change.caseId)}>
                  {text.open(change.caseNumber)}
                </Link>
              </Body1>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
