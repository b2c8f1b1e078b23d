import { useQuery } from '@tanstack/react-query';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { MessageDetail } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { RouteLink } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { formatDateTime } from '../../ui/format.ts';

const texts = strings.reading.copies;

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
  },
  link: {
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** Whether the message is one of several that say the same. */
export function hasCopies(detail: MessageDetail): boolean {
  return (
    detail.copyOfId !== null || detail.marks.includes('SAME_TEXT') || detail.marks.includes('SAME_MESSAGE_ID')
  );
}

/** The message this one repeats, and those that repeat it: folded in the list, one click away here. */
export function Copies({ detail }: { detail: MessageDetail }) {
  const styles = useStyles();
  const firstId = detail.copyOfId ?? detail.id;
  const { data } = useQuery(api.messages.copies.queryOptions({ input: { id: firstId } }));
  const others = (data ?? []).filter((row) => row.id !== detail.id);
  if (detail.copyOfId === null && others.length === 0) return null;
  return (
    <Caption1 className={styles.line}>
      {texts.label}
      {detail.copyOfId !== null && (
        <RouteLink page="bandeja" rest={detail.copyOfId} className={styles.link}>
          {texts.first}
        </RouteLink>
      )}
      {others.map((row) => (
        <RouteLink key={row.id} page="bandeja" rest={row.id} className={styles.link}>
          {formatDateTime(row.receivedAt)}
        </RouteLink>
      ))}
    </Caption1>
  );
}
