import { makeStyles, tokens } from '@fluentui/react-components';
import type { CaseState, Category, SupervisionOverview } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { supervisionStrings } from '../../strings/es/supervision.ts';
import { CategoryChip } from '../../ui/CategoryChip.tsx';
import { categoryHue } from '../../ui/category.ts';
import { formatNumber } from '../../ui/format.ts';
import { ChartCard } from './chart-card.tsx';
import { STACK_ORDER, sum } from './figures.ts';
import { PlainTable } from './plain-table.tsx';

const texts = supervisionStrings.open;
const OPEN_STATES = ['NEW', 'IN_PROGRESS', 'WAITING_CITIZEN'] as const satisfies readonly CaseState[];
type OpenState = (typeof OPEN_STATES)[number];

const useStyles = makeStyles({
  rows: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr max-content',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'center',
  },
  bar: { display: 'flex', height: '20px', gap: '1px' },
  part: { minWidth: '2px', boxSizing: 'border-box', forcedColorAdjust: 'none' },
  total: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  legendItem: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
  },
  swatch: { width: '14px', height: '10px', boxSizing: 'border-box', forcedColorAdjust: 'none' },
});

/** The category by its hue, the state by its pattern: solid, hatched, outlined. */
function pattern(hue: string, state: OpenState) {
  switch (state) {
    case 'NEW':
      return { background: hue, border: `1px solid ${hue}` };
    case 'IN_PROGRESS':
      return {
        background: `repeating-linear-gradient(45deg, ${hue} 0 3px, transparent 3px 6px)`,
        border: `1px solid ${hue}`,
      };
    case 'WAITING_CITIZEN':
      return { background: 'transparent', border: `1px solid ${hue}` };
  }
}

/** What is open, by category and state. */
export function OpenCard({ open, className }: { open: SupervisionOverview['open']; className?: string }) {
  const styles = useStyles();
  const count = (category: Category | null, state: OpenState): number =>
    open.find((row) => row.category === category && row.state === state)?.count ?? 0;
  const rows = STACK_ORDER.map((category) => ({
    category,
    name: category === null ? supervisionStrings.undecided : strings.labels.category[category],
    counts: OPEN_STATES.map((state) => ({ state, count: count(category, state) })),
    total: sum(OPEN_STATES.map((state) => count(category, state))),
  })).filter((row) => row.total > 0);
  const max = Math.max(1, ...rows.map((row) => row.total));
  const most = rows.find((row) => row.total === max);
  return (
    <ChartCard
      className={className}
      title={texts.title}
      summary={most === undefined ? texts.nothing : texts.summary(most.name, formatNumber(most.total))}
      table="OPEN"
      chart={
        <>
          <div
            className={styles.rows}
            role="img"
            aria-label={rows.map((row) => `${row.name}: ${formatNumber(row.total)}`).join('. ')}
          >
            {rows.map((row) => (
              <Row key={row.category ?? 'UNDECIDED'} row={row} max={max} />
            ))}
          </div>
          <div className={styles.legend}>
            {OPEN_STATES.map((state) => (
              <span key={state} className={styles.legendItem}>
                <span
                  className={styles.swatch}
                  style={pattern(tokens.colorNeutralForeground3, state)}
                  aria-hidden
                />
                {strings.labels.caseState[state]}
              </span>
            ))}
          </div>
        </>
      }
      numbers={
        <PlainTable
          caption={texts.title}
          header={[
            texts.category,
            ...OPEN_STATES.map((state) => strings.labels.caseState[state]),
            supervisionStrings.total,
          ]}
          rows={rows.map((row) => [row.name, ...row.counts.map(({ count: value }) => value), row.total])}
        />
      }
    />
  );
}

type RowData = {
  readonly category: Category | null;
  readonly counts: readonly { readonly state: OpenState; readonly count: number }[];
  readonly total: number;
};

function Row({ row, max }: { row: RowData; max: number }) {
  const styles = useStyles();
  return (
    <>
      <CategoryChip category={row.category} size="small" />
      <div className={styles.bar}>
        {row.counts.map(
          ({ state, count }) =>
            count > 0 && (
              <div
                key={state}
                className={styles.part}
                title={`${strings.labels.caseState[state]}: ${formatNumber(count)}`}
                style={{ width: `${(count / max) * 100}%`, ...pattern(categoryHue(row.category), state) }}
              />
            ),
        )}
      </div>
      <span className={styles.total}>{formatNumber(row.total)}</span>
    </>
  );
}
