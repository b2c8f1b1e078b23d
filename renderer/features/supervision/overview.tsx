import { Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { api, queryClient } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { useServiceEvent } from '../../app/events.ts';
import { strings } from '../../strings/es.ts';
import { supervisionStrings } from '../../strings/es/supervision.ts';
import { formatNumber } from '../../ui/format.ts';
import { WaitingPhones } from '../citizens/waiting-phones.tsx';
import { AgeCard } from './age-chart.tsx';
import { AgreementCard } from './agreement-map.tsx';
import { sum } from './figures.ts';
import { FlowCard } from './flow-chart.tsx';
import { LoadCard } from './load-chart.tsx';
import { OpenCard } from './open-chart.tsx';

const texts = supervisionStrings.figures;

const useStyles = makeStyles({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXXL}`,
    margin: `0 0 ${tokens.spacingVerticalL}`,
  },
  figure: { display: 'flex', flexDirection: 'column-reverse' },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  name: { color: tokens.colorNeutralForeground2 },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  wide: { gridColumn: 'span 8', '@media (max-width: 1099px)': { gridColumn: 'span 12' } },
  narrow: { gridColumn: 'span 4', '@media (max-width: 1099px)': { gridColumn: 'span 12' } },
  half: { gridColumn: 'span 6', '@media (max-width: 1099px)': { gridColumn: 'span 12' } },
  whole: { gridColumn: 'span 12' },
});

/** Everything at a glance: figures first, then the charts. */
export function Overview() {
  const styles = useStyles();
  const overview = useQuery(api.supervision.overview.queryOptions({ staleTime: 10_000 }));
  const settings = useQuery(api.settings.get.queryOptions());
  useServiceEvent('CASE_CHANGED', () => {
    void queryClient.invalidateQueries({ queryKey: api.supervision.overview.key() });
  });
  if (overview.error !== null) {
    return <ErrorBar error={overview.error} onRetry={() => void overview.refetch()} />;
  }
  if (overview.data === undefined) return <Spinner label={strings.common.loading} />;
  const { today, lastDay, flow, open, age, load, agreement } = overview.data;
  const ofToday = flow.filter((row) => row.day === today);
  const figures: [name: string, value: number][] = [
    [texts.open, sum(open.map((row) => row.count))],
    [texts.receivedToday, sum(ofToday.map((row) => row.received))],
    [texts.finishedToday, sum(ofToday.map((row) => row.finished))],
    [texts.unassigned, load.find((row) => row.clerk === null)?.open ?? 0],
    [texts.old, age.find((band) => band.band === 'OVER_10')?.count ?? 0],
  ];
  return (
    <>
      <WaitingPhones />
      <dl className={styles.figures} aria-label={texts.label}>
        {figures.map(([name, value]) => (
          <div key={name} className={styles.figure}>
            <dt className={styles.name}>
              <Text>{name}</Text>
            </dt>
            <dd className={styles.value}>{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.grid}>
        <FlowCard className={styles.wide} flow={flow} lastDay={lastDay} past={lastDay !== today} />
        <AgeCard className={styles.narrow} age={age} limitDays={settings.data?.cases.dueDays ?? null} />
        <OpenCard className={styles.half} open={open} />
        <LoadCard className={styles.half} load={load} />
        <AgreementCard className={styles.whole} agreement={agreement} />
      </div>
    </>
  );
}
