import { Caption1, Link, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { pathTo } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { CategoryChip } from '../../ui/CategoryChip.tsx';
import { formatDay } from '../../ui/format.ts';

const texts = strings.reading.lookAlikes;

const useStyles = makeStyles({
  title: { display: 'block', marginTop: tokens.spacingVerticalM },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, listStyleType: 'none' },
  item: { marginBottom: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  facts: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** Up to three messages like this one that people have settled. Asked for when it is looked at. */
export function LookAlikes({ messageId }: { messageId: number }) {
  const styles = useStyles();
  const { data, error } = useQuery(
    api.messages.lookAlikes.queryOptions({ input: { id: messageId }, staleTime: 60_000 }),
  );
  // An aid beside the reasons: without it nothing is missing that has to be said.
  if (error !== null) return null;
  return (
    <>
      <Subtitle2 as="h3" className={styles.title}>
        {texts.title}
      </Subtitle2>
      {data === undefined ? (
        <Text>{strings.common.loading}</Text>
      ) : data.length === 0 ? (
        <Text>{texts.none}</Text>
      ) : (
        <ul className={styles.list}>
          {data.map((one) => (
            <li key={one.messageId} className={styles.item}>
              <CategoryChip category={one.category} size="small" />{' '}
              <Link href={pathTo('bandeja', one.messageId)}>{one.subject || strings.reading.noSubject}</Link>
              <Caption1 className={styles.facts}>
                {texts.decided(one.fromName, one.decidedBy, formatDay(one.decidedAt))}
                {one.caseNumber !== null && ` ${texts.inCase(one.caseNumber)}`}
              </Caption1>
              <Caption1 className={styles.facts}>{texts.shared(one.shared)}</Caption1>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
