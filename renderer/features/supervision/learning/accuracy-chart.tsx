import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LearningOverview } from '../../../../main/api/contract/index.ts';
import { learningStrings } from '../../../strings/es/learning.ts';
import { formatIsoDay, formatNumber } from '../../../ui/format.ts';
import { ChartCard } from '../chart-card.tsx';
import { sum } from '../figures.ts';
import { PlainTable } from '../plain-table.tsx';

const texts = learningStrings.accuracy;
const HEIGHT = 150;
const WEEK_MS = 7 * 24 * 3600 * 1000;

const useStyles = makeStyles({
  plot: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 64px)',
    gap: tokens.spacingHorizontalXS,
    alignItems: 'end',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  week: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: '2px', minWidth: 0 },
  switched: { borderLeft: `2px dashed ${tokens.colorNeutralStrokeAccessible}` },
  bar: { width: '70%', backgroundColor: tokens.colorBrandBackground, forcedColorAdjust: 'none' },
  percent: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
});

export function percentOf({ decided, right }: { decided: number; right: number }): number {
  return decided === 0 ? 0 : Math.round((right / decided) * 100);
}

/** How many of each week's decisions confirmed what was proposed; a dashed line where another version was put to use. */
export function AccuracyCard({
  accuracy,
  versions,
  className,
}: {
  accuracy: LearningOverview['accuracy'];
  versions: LearningOverview['versions'];
  className?: string;
}) {
  const styles = useStyles();
  const all = {
    decided: sum(accuracy.map((week) => week.decided)),
    right: sum(accuracy.map((week) => week.right)),
  };
  const switchedIn = (week: string) => {
    const start = Date.parse(week);
    return versions.find(({ usedSince }) => {
      const at = usedSince?.getTime() ?? 0;
      return at >= start && at < start + WEEK_MS;
    });
  };
  return (
    <ChartCard
      className={className}
      title={texts.title}
      summary={
        all.decided === 0
          ? texts.nothing
          : texts.summary(formatNumber(percentOf(all)), formatNumber(all.decided))
      }
      table="ACCURACY"
      chart={
        <div
          className={styles.plot}
          role="img"
          aria-label={[
            texts.title,
            ...accuracy.map((week) =>
              texts.bar(formatIsoDay(week.week), formatNumber(percentOf(week)), formatNumber(week.decided)),
            ),
          ].join('. ')}
        >
          {accuracy.map((week) => {
            const switched = switchedIn(week.week);
            const title = texts.bar(
              formatIsoDay(week.week),
              formatNumber(percentOf(week)),
              formatNumber(week.decided),
            );
            return (
              <div
                key={week.week}
                className={mergeClasses(styles.week, switched !== undefined && styles.switched)}
                title={
                  switched === undefined ? title : `${title}. ${texts.switchedMeaning(switched.version)}`
                }
              >
                {switched !== undefined && <Caption1>{texts.switched(switched.version)}</Caption1>}
                <span className={styles.percent}>{percentOf(week)}</span>
                <div className={styles.bar} style={{ height: `${(percentOf(week) / 100) * HEIGHT}px` }} />
              </div>
            );
          })}
        </div>
      }
      numbers={
        <PlainTable
          caption={texts.title}
          header={[texts.week, texts.decided, texts.right, texts.percent]}
          rows={accuracy.map((week) => [formatIsoDay(week.week), week.decided, week.right, percentOf(week)])}
        />
      }
    />
  );
}
