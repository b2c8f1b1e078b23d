import { useQuery } from '@tanstack/react-query';
import { Caption1, Spinner, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { RouteLink } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { CategoryChip } from '../../ui/CategoryChip.tsx';
import { DateText } from '../../ui/DateText.tsx';

const texts = strings.reading;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    minWidth: 0,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  first: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  muted: { color: tokens.colorNeutralForeground3 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** The other messages of the conversation, oldest first. */
export function ThreadTab({ threadId, currentId }: { threadId: number; currentId: number }) {
  const styles = useStyles();
  const { data, error, refetch } = useQuery(api.messages.thread.queryOptions({ input: { threadId } }));
  if (error !== null) return <ErrorBar error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Spinner label={strings.common.loading} />;
  const ordered = [...data].sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
  return (
    <ol className={styles.list}>
      {ordered.map((row) => (
        <li key={row.id}>
          <RouteLink
            page="bandeja"
            rest={row.id}
            aria-current={row.id === currentId ? 'true' : undefined}
            className={mergeClasses(styles.item, row.id === currentId && styles.current)}
          >
            <span className={styles.first}>
              <Text weight="semibold" className={styles.cut}>
                {row.fromName || row.fromAddress}
              </Text>
              <Caption1 className={styles.muted}>
                <DateText date={row.receivedAt} />
              </Caption1>
            </span>
            <Text className={styles.cut}>{row.subject || texts.noSubject}</Text>
            <Caption1 className={mergeClasses(styles.muted, styles.cut)}>{row.preview}</Caption1>
            <CategoryChip category={row.category} decided={row.decided} size="small" />
          </RouteLink>
        </li>
      ))}
    </ol>
  );
}
