import { useState } from 'react';
import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../app/client.ts';
import { ErrorBar } from '../../../app/errors.tsx';
import { strings } from '../../../strings/es.ts';
import { AgreementCard } from '../agreement-map.tsx';
import { AccuracyCard } from './accuracy-chart.tsx';
import { ChangesCard } from './changes.tsx';
import { RulesCard } from './rules.tsx';
import { ThresholdCard } from './threshold.tsx';
import { VersionsCard } from './versions.tsx';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  wide: { gridColumn: 'span 8', '@media (max-width: 1099px)': { gridColumn: 'span 12' } },
  narrow: { gridColumn: 'span 4', '@media (max-width: 1099px)': { gridColumn: 'span 12' } },
  five: { gridColumn: 'span 5', '@media (max-width: 1099px)': { gridColumn: 'span 12' } },
  seven: { gridColumn: 'span 7', '@media (max-width: 1099px)': { gridColumn: 'span 12' } },
  whole: { gridColumn: 'span 12' },
});

/** How the proposals fare, which version makes them, what another would change, and what the supervisor teaches. */
export function Learning() {
  const styles = useStyles();
  const learning = useQuery(api.learning.overview.queryOptions({ staleTime: 10_000 }));
  const overview = useQuery(api.supervision.overview.queryOptions({ staleTime: 10_000 }));
  const [asked, setAsked] = useState<number | null>(null);
  const error = learning.error ?? overview.error;
  if (error !== null) {
    return (
      <ErrorBar
        error={error}
        onRetry={() => {
          void learning.refetch();
          void overview.refetch();
        }}
      />
    );
  }
  if (learning.data === undefined || overview.data === undefined) {
    return <Spinner label={strings.common.loading} />;
  }
  const { versions } = learning.data;
  const offered = versions.find(({ state }) => state === 'OFFERED')?.version ?? null;
  const looked = versions.find(({ version }) => version === (asked ?? offered));
  return (
    <div className={styles.grid}>
      <AccuracyCard className={styles.wide} accuracy={learning.data.accuracy} versions={versions} />
      <ThresholdCard
        key={learning.data.reviewBelow}
        className={styles.narrow}
        reviewBelow={learning.data.reviewBelow}
        confidence={learning.data.confidence}
      />
      <VersionsCard className={styles.whole} learning={learning.data} onSee={setAsked} />
      {looked !== undefined && looked.state !== 'IN_USE' && (
        <ChangesCard
          key={looked.version}
          className={styles.whole}
          version={looked}
          onClose={asked === null ? undefined : () => setAsked(null)}
        />
      )}
      <RulesCard className={styles.five} rules={learning.data.rules} />
      <AgreementCard className={styles.seven} agreement={overview.data.agreement} />
    </div>
  );
}
