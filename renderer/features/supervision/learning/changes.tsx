import { Button, Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Category, ModelVersion } from '../../../../main/api/contract/index.ts';
import { api, client } from '../../../app/client.ts';
import { useErrorReporter } from '../../../app/errors.tsx';
import { pathTo } from '../../../app/routes.tsx';
import { strings } from '../../../strings/es.ts';
import { learningStrings } from '../../../strings/es/learning.ts';
import { CategoryChip } from '../../../ui/CategoryChip.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { PlainTable } from '../plain-table.tsx';
import { Card } from '../card.tsx';

const texts = learningStrings.changes;

const useStyles = makeStyles({
  acts: { display: 'flex', gap: tokens.spacingHorizontalS },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 7fr)',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: { margin: 0, padding: 0, listStyleType: 'none', maxHeight: '320px', overflowY: 'auto' },
  example: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
});

const word = (category: Category | null) =>
  category === null ? strings.labels.undecided : strings.labels.category[category];

/** What putting a version to use would change among the open requests: from what to what, with examples. */
export function ChangesCard({
  version,
  onClose,
  className,
}: {
  version: ModelVersion;
  onClose?: () => void;
  className?: string;
}) {
  const styles = useStyles();
  const report = useErrorReporter();
  const { changes } = version;
  const workOut = useMutation({
    mutationFn: () => client.learning.workOutChanges({ version: version.version }),
    onError: report,
  });
  const examples = useQuery(
    api.learning.changedMessages.queryOptions({
      input: { version: version.version },
      enabled: changes !== null && changes.changed > 0,
    }),
  );
  return (
    <Card
      className={className}
      title={texts.title(version.version)}
      text={
        changes === null
          ? texts.missing
          : [
              texts.summary(formatNumber(changes.changed), formatNumber(changes.looked)),
              texts.review(formatNumber(changes.reviewBefore), formatNumber(changes.reviewAfter)),
              texts.stale(changes.against),
            ].join(' ')
      }
      acts={
        <div className={styles.acts}>
          <Button size="small" disabled={workOut.isPending} onClick={() => workOut.mutate()}>
            {changes === null ? texts.first : texts.workOut}
          </Button>
          {onClose !== undefined && (
            <Button size="small" appearance="subtle" onClick={onClose}>
              {texts.close}
            </Button>
          )}
        </div>
      }
    >
      {changes !== null && changes.changed === 0 && <Text>{texts.same}</Text>}
      {changes !== null && changes.changed > 0 && (
        <div className={styles.body}>
          <PlainTable
            caption={texts.title(version.version)}
            header={[texts.from, texts.to, texts.count]}
            rows={changes.table.map((move) => [word(move.from), word(move.to), move.count])}
          />
          <ul className={styles.list} aria-label={texts.examples} tabIndex={0} data-scrolls>
            {examples.data?.map((example) => (
              <li key={example.messageId} className={styles.example}>
                <CategoryChip category={example.from} decided={false} size="small" />
                <span aria-hidden>→</span>
                <CategoryChip category={example.to} decided={false} size="small" />
                <Link href={pathTo('bandeja', example.messageId)}>
                  {texts.example(example.subject || texts.noSubject, example.fromName)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
