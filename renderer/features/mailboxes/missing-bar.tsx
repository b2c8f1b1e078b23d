import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { mailboxesStrings } from '../../strings/es/mailboxes.ts';
import { formatNumber } from '../../ui/format.ts';
import { dayName, uidWords, type LedgerDay } from './ledger-words.ts';

const texts = mailboxesStrings.missing;
const MOST_DAYS = 4;
const MOST_UIDS = 12;

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0 },
  day: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalM}`,
    minHeight: '32px',
  },
  text: { display: 'block' },
});

/** Which messages of the server are not stored, and reading them again. `onReadAgain` null: only to be seen. */
export function MissingBar({
  days,
  busy,
  onReadAgain,
}: {
  days: readonly LedgerDay[];
  busy: boolean;
  onReadAgain: ((uids: number[]) => void) | null;
}) {
  const styles = useStyles();
  const wrong = days.filter(({ missing }) => missing.length > 0);
  const uids = wrong.flatMap(({ missing }) => missing);
  if (uids.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{texts.title(uids.length, formatNumber(uids.length))}</MessageBarTitle>
        <span className={styles.text}>{texts.text(uids.length)}</span>
        <ul className={styles.list}>
          {wrong.slice(0, MOST_DAYS).map(({ day, missing }) => (
            <li key={day} className={styles.day}>
              {texts.day(dayName(day), uidWords(missing, MOST_UIDS))}
              {onReadAgain !== null && wrong.length > 1 && (
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={texts.readAgainOf(missing.length, dayName(day))}
                  onClick={() => onReadAgain([...missing])}
                >
                  {texts.readAgain(missing.length)}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {wrong.length > MOST_DAYS && (
          <span className={styles.text}>
            {texts.moreDays(wrong.length - MOST_DAYS, formatNumber(wrong.length - MOST_DAYS))}
          </span>
        )}
      </MessageBarBody>
      {onReadAgain !== null && (
        <MessageBarActions>
          <Button size="small" disabled={busy} onClick={() => onReadAgain(uids)}>
            {wrong.length === 1 ? texts.readAgain(uids.length) : texts.readAgainAll}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
