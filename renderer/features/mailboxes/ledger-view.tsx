import { Caption1, Spinner, Subtitle2, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSync24Regular } from '@fluentui/react-icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Ledger, MailboxStatus } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { mailboxesStrings } from '../../strings/es/mailboxes.ts';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatNumber } from '../../ui/format.ts';
import { LedgerTable } from './ledger-table.tsx';
import { totalsOf } from './ledger-words.ts';

const texts = mailboxesStrings.ledger;

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: `0 ${tokens.spacingHorizontalL}`,
    flexShrink: 0,
  },
  sum: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    listStyleType: 'none',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    flexShrink: 0,
  },
  term: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalXS },
  number: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  sign: { color: tokens.colorNeutralForeground3, marginInlineEnd: tokens.spacingHorizontalXS },
  bad: { color: tokens.colorStatusDangerForeground3 },
  table: {
    flexGrow: 1,
    flexShrink: 1,
    minHeight: '220px',
    maxWidth: '1120px',
    // Here the page scrolls; without a height of its own the table would be as long as all its days.
    '@media (max-width: 1099px)': { flexGrow: 0, flexShrink: 0, height: '320px' },
  },
});

/** The answer for a folder, asked for again whenever there is a newer comparison. */
export function useLedger({ mailboxId, ledger }: MailboxStatus) {
  const input = { mailboxId };
  return useQuery({
    queryKey: [...api.mailboxes.ledger.key({ input }), ledger?.checkedAt.getTime() ?? null],
    queryFn: ({ signal }) => client.mailboxes.ledger(input, { signal }),
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
}

/** On the server = where each message is; by day below. */
export function LedgerView({ query, mailboxId }: { query: ReturnType<typeof useLedger>; mailboxId: number }) {
  const styles = useStyles();
  if (query.error !== null) return <ErrorBar error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Spinner label={strings.common.loading} />;
  if (query.data === null) {
    return <EmptyState icon={<ArrowSync24Regular />} title={texts.neverTitle} text={texts.never} />;
  }
  const { checkedAt, days, uidValidity } = query.data;
  return (
    <>
      <div className={styles.head}>
        <Subtitle2 as="h3">{texts.title}</Subtitle2>
        <span>
          {texts.checkedAt} <DateText date={checkedAt} />
        </span>
        <Caption1 className={styles.muted}>{texts.uidValidity(uidValidity)}</Caption1>
      </div>
      <Sum days={days} />
      <Caption1 className={styles.muted}>{texts.text}</Caption1>
      <div className={styles.table}>
        <LedgerTable mailboxId={mailboxId} days={days} />
      </div>
    </>
  );
}

function Sum({ days }: { days: Ledger['days'] }) {
  const styles = useStyles();
  const totals = totalsOf(days);
  const terms = ['onServer', 'stored', 'duplicates', 'unparsable', 'notYetRead', 'missing'] as const;
  return (
    <ul className={styles.sum} aria-label={texts.sum}>
      {terms
        .filter((term) => term !== 'missing' || totals.missing !== 0)
        .map((term, index) => (
          <li key={term} className={mergeClasses(styles.term, term === 'missing' && styles.bad)}>
            {index > 0 && (
              <span className={styles.sign} aria-hidden>
                {index === 1 ? '=' : '+'}
              </span>
            )}
            <span className={styles.number}>{formatNumber(totals[term])}</span>
            <span>{texts[term]}</span>
          </li>
        ))}
    </ul>
  );
}
