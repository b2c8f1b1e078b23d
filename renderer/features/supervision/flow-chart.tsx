import { useMemo, useState, type KeyboardEvent } from 'react';
import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Category } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { supervisionStrings } from '../../strings/es/supervision.ts';
import { CategoryChip } from '../../ui/CategoryChip.tsx';
import { categoryHue } from '../../ui/category.ts';
import { formatDay, formatIsoDay, formatNumber } from '../../ui/format.ts';
import { ChartCard } from './chart-card.tsx';
import { STACK_ORDER, flowByDay, niceMax, sum, type DayFlow, type Flow } from './figures.ts';
import { PlainTable } from './plain-table.tsx';

const texts = supervisionStrings.flow;
const HALF_HEIGHT = 104;

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  plot: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: tokens.spacingHorizontalS },
  axis: {
    display: 'grid',
    gridTemplateRows: `${HALF_HEIGHT}px 1px ${HALF_HEIGHT}px`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '12px',
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
  },
  axisPart: { display: 'flex', flexDirection: 'column', justifyContent: 'space-between' },
  axisWord: { color: tokens.colorNeutralForeground2 },
  days: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  day: {
    display: 'grid',
    gridTemplateRows: `${HALF_HEIGHT}px 1px ${HALF_HEIGHT}px`,
    padding: '0 1px',
  },
  weekend: {
    backgroundColor: `color-mix(in srgb, ${tokens.colorNeutralForeground3} 8%, transparent)`,
  },
  chosen: { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1Selected}` },
  zero: { backgroundColor: tokens.colorNeutralStroke1 },
  up: { display: 'flex', flexDirection: 'column-reverse', gap: '1px' },
  down: { display: 'flex', flexDirection: 'column', gap: '1px', opacity: 0.75 },
  part: { flexShrink: 0, minHeight: '1px', forcedColorAdjust: 'none' },
  dates: {
    gridColumn: 2,
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    whiteSpace: 'nowrap',
    paddingTop: '2px',
    height: '16px',
  },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  detail: { color: tokens.colorNeutralForeground2, minHeight: '32px' },
});

function categoryWord(category: Category | null): string {
  return category === null ? supervisionStrings.undecided : strings.labels.category[category];
}

function partsText(counts: ReadonlyMap<Category | null, number>): string {
  return STACK_ORDER.flatMap((category) => {
    const count = counts.get(category) ?? 0;
    return count === 0 ? [] : [`${categoryWord(category)} ${formatNumber(count)}`];
  }).join(', ');
}

function dayText(day: DayFlow): string {
  return texts.detail(
    formatDay(new Date(`${day.day}T12:00:00Z`)),
    texts.receivedDetail(formatNumber(day.receivedTotal), partsText(day.received)),
    texts.finishedDetail(formatNumber(day.finishedTotal), partsText(day.finished)),
  );
}

function Stack({ counts, max }: { counts: ReadonlyMap<Category | null, number>; max: number }) {
  const styles = useStyles();
  return STACK_ORDER.map((category) => {
    const count = counts.get(category) ?? 0;
    if (count === 0) return null;
    return (
      <div
        key={category ?? 'UNDECIDED'}
        className={styles.part}
        style={{ height: `${(count / max) * (HALF_HEIGHT - 8)}px`, backgroundColor: categoryHue(category) }}
      />
    );
  });
}

/** Above the line what came in, below it what was finished; a day is told with the mouse or the arrow keys. */
function Plot({ days }: { days: readonly DayFlow[] }) {
  const styles = useStyles();
  const last = days.length - 1;
  const [chosen, setChosen] = useState<number | null>(null);
  const max = niceMax(Math.max(1, ...days.map((day) => Math.max(day.receivedTotal, day.finishedTotal))));
  const shown = STACK_ORDER.filter((category) =>
    days.some((day) => (day.received.get(category) ?? 0) + (day.finished.get(category) ?? 0) > 0),
  );
  const day = chosen === null ? undefined : days[chosen];

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = chosen ?? last;
    const next = {
      ArrowLeft: Math.max(0, at - 1),
      ArrowRight: Math.min(last, at + 1),
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  const current = days[chosen ?? last];

  return (
    <div className={styles.body}>
      <div className={styles.plot}>
        <div className={styles.axis} aria-hidden>
          <div className={styles.axisPart}>
            <span>{formatNumber(max)}</span>
            <span className={styles.axisWord}>{texts.received}</span>
            <span>0</span>
          </div>
          <span />
          <div className={styles.axisPart}>
            <span />
            <span className={styles.axisWord}>{texts.finished}</span>
            <span>{formatNumber(max)}</span>
          </div>
        </div>
        <div
          className={styles.days}
          role="slider"
          tabIndex={0}
          aria-label={texts.slider}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={chosen ?? last}
          aria-valuetext={current === undefined ? '' : dayText(current)}
          onKeyDown={onKeyDown}
          onFocus={() => setChosen((before) => before ?? last)}
          onBlur={() => setChosen(null)}
          onPointerLeave={() => setChosen(null)}
        >
          {days.map(({ day: iso, received, finished }, index) => (
            <div
              key={iso}
              className={mergeClasses(
                styles.day,
                [0, 6].includes(new Date(`${iso}T12:00:00Z`).getUTCDay()) && styles.weekend,
                index === chosen && styles.chosen,
              )}
              onPointerEnter={() => setChosen(index)}
            >
              <div className={styles.up}>
                <Stack counts={received} max={max} />
              </div>
              <div className={styles.zero} />
              <div className={styles.down}>
                <Stack counts={finished} max={max} />
              </div>
            </div>
          ))}
        </div>
        <div className={styles.dates} aria-hidden>
          {days.map(({ day: iso }) => (
            <span key={iso}>
              {new Date(`${iso}T12:00:00Z`).getUTCDay() === 1
                ? formatIsoDay(iso).split(' ').slice(0, 2).join(' ')
                : ''}
            </span>
          ))}
        </div>
      </div>
      <div className={styles.legend}>
        {shown.map((category) => (
          <CategoryChip key={category ?? 'UNDECIDED'} category={category} size="small" />
        ))}
      </div>
      <Caption1 className={styles.detail} aria-hidden>
        {day === undefined ? texts.hint : dayText(day)}
      </Caption1>
    </div>
  );
}

/** `past`: the last thirty days are empty, and these are the thirty before them that are not. */
export function FlowCard({
  flow,
  lastDay,
  past,
  className,
}: {
  flow: Flow;
  lastDay: string;
  past: boolean;
  className?: string;
}) {
  const days = useMemo(() => flowByDay(flow, lastDay), [flow, lastDay]);
  const title = past ? texts.pastTitle(formatIsoDay(lastDay)) : texts.title;
  const received = sum(days.map((day) => day.receivedTotal));
  const finished = sum(days.map((day) => day.finishedTotal));
  return (
    <ChartCard
      className={className}
      title={title}
      summary={
        received + finished === 0
          ? texts.empty
          : `${past ? `${texts.empty} ` : ''}${texts.summary(formatNumber(received), formatNumber(finished), past)}`
      }
      table="FLOW"
      chart={<Plot days={days} />}
      numbers={
        <PlainTable
          caption={title}
          header={[texts.day, texts.category, texts.received, texts.finished]}
          rows={[...flow]
            .reverse()
            .map((row) => [formatIsoDay(row.day), categoryWord(row.category), row.received, row.finished])}
        />
      }
    />
  );
}
