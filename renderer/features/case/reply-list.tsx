import { useId } from 'react';
import { Body1, Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { caseStrings } from '../../strings/es/case.ts';
import { DateText } from '../../ui/DateText.tsx';
import { ReplyFacts } from '../outbox/reply-facts.tsx';
import { ReplyFate } from '../outbox/reply-fate.tsx';
import { useCase } from './case-context.tsx';

const text = caseStrings.reply;

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  summary: { cursor: 'pointer', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  words: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXXS },
  by: { color: tokens.colorNeutralForeground3 },
});

/** The answers written in this case and where each stands. */
export function ReplyList() {
  const styles = useStyles();
  const { detail } = useCase();
  const headId = useId();
  if (detail.replies.length === 0) return null;
  return (
    <div>
      <Caption1Strong as="h4" block className={styles.head} id={headId}>
        {text.list}
      </Caption1Strong>
      <ul className={styles.list} aria-labelledby={headId}>
        {detail.replies.map((reply) => (
          <li key={reply.id}>
            <details>
              <summary className={styles.summary}>
                <Body1>{reply.subject}</Body1>
              </summary>
              <Caption1 block className={styles.by}>
                {text.toLine(reply.recipients.map(({ address }) => address).join(', '))}
              </Caption1>
              <ReplyFacts reply={reply} />
              <Body1 block className={styles.words}>
                {reply.body}
              </Body1>
            </details>
            <Caption1 block className={styles.by}>
              {reply.createdBy}, <DateText date={reply.createdAt} />
            </Caption1>
            <ReplyFate reply={reply} />
          </li>
        ))}
      </ul>
    </div>
  );
}
