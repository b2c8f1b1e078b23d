import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SupervisionOverview } from '../../../main/api/contract/index.ts';
import { supervisionStrings } from '../../strings/es/supervision.ts';
import { formatNumber } from '../../ui/format.ts';
import { ChartCard } from './chart-card.tsx';
import { limitPosition, sum } from './figures.ts';
import { PlainTable } from './plain-table.tsx';

const texts = supervisionStrings.age;
const HEIGHT = 190;

const useStyles = makeStyles({
  frame: { position: 'relative', paddingTop: '20px' },
  plot: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    height: `${HEIGHT}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  band: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'end',
    alignItems: 'center',
    gap: '2px',
    minHeight: 0,
  },
  bar: { width: '60%', backgroundColor: tokens.colorBrandBackground, forcedColorAdjust: 'none' },
  late: { backgroundColor: tokens.colorStatusDangerBackground3 },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  names: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    paddingTop: tokens.spacingVerticalXS,
  },
  limit: {
    position: 'absolute',
    top: 0,
    height: `${HEIGHT + 20}px`,
    borderLeft: `2px dashed ${tokens.colorStatusDangerForeground3}`,
    pointerEvents: 'none',
  },
  limitWord: {
    position: 'absolute',
    right: '6px',
    top: 0,
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorStatusDangerForeground3,
  },
});

/** How old the open requests are, with the office's limit as a line; what lies beyond it is red. */
export function AgeCard({
  age,
  limitDays,
  className,
}: {
  age: SupervisionOverview['age'];
  limitDays: number | null;
  className?: string;
}) {
  const styles = useStyles();
  const max = Math.max(1, ...age.map((band) => band.count));
  const limit = limitDays === null ? null : limitPosition(limitDays);
  return (
    <ChartCard
      className={className}
      title={texts.title}
      summary={texts.summary(formatNumber(sum(age.map((band) => band.count))))}
      table="AGE"
      chart={
        <div
          className={styles.frame}
          role="img"
          aria-label={[
            ...age.map((band) => `${texts.bands[band.band]}: ${formatNumber(band.count)}`),
            ...(limitDays === null ? [] : [texts.limit(formatNumber(limitDays))]),
          ].join('. ')}
        >
          <div className={styles.plot}>
            {age.map((band, index) => (
              <div key={band.band} className={styles.band}>
                <span className={styles.count}>{formatNumber(band.count)}</span>
                <div
                  className={mergeClasses(styles.bar, limit !== null && index >= limit && styles.late)}
                  style={{ height: `${(band.count / max) * (HEIGHT - 28)}px` }}
                />
              </div>
            ))}
          </div>
          <div className={styles.names}>
            {age.map((band) => (
              <span key={band.band}>{texts.bands[band.band]}</span>
            ))}
          </div>
          {limit !== null && limitDays !== null && (
            <div className={styles.limit} style={{ left: `${(limit / age.length) * 100}%` }}>
              <span className={styles.limitWord}>{texts.limit(formatNumber(limitDays))}</span>
            </div>
          )}
        </div>
      }
      numbers={
        <PlainTable
          caption={texts.title}
          header={[texts.band, texts.count]}
          rows={age.map((band) => [texts.bands[band.band], band.count])}
        />
      }
    />
  );
}
