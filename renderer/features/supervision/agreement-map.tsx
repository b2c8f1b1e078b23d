import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Category, SupervisionOverview } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { CATEGORY_ORDER } from '../../strings/es/labels.ts';
import { supervisionStrings } from '../../strings/es/supervision.ts';
import { formatNumber } from '../../ui/format.ts';
import { ChartCard } from './chart-card.tsx';
import { STACK_ORDER, sum } from './figures.ts';
import { PlainTable } from './plain-table.tsx';

const texts = supervisionStrings.agreement;
/** The strongest ground that text in the theme's ordinary colour is still read on with 4.5 : 1. */
const STRONGEST_PERCENT = 45;

const useStyles = makeStyles({
  table: {
    borderCollapse: 'separate',
    borderSpacing: '2px',
    width: '100%',
    tableLayout: 'fixed',
    fontVariantNumeric: 'tabular-nums',
  },
  corner: {
    width: '24%',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  head: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    hyphens: 'auto',
    padding: '2px',
  },
  side: { textAlign: 'start' },
  cell: { height: '32px', textAlign: 'center', borderRadius: tokens.borderRadiusSmall },
  same: { outline: `1px solid ${tokens.colorNeutralStroke1}`, outlineOffset: '-1px' },
});

function word(category: Category | null): string {
  return category === null ? supervisionStrings.undecided : strings.labels.category[category];
}

/** What was proposed (rows) against what people decided (columns): the more messages, the stronger the ground. */
export function AgreementCard({
  agreement,
  className,
}: {
  agreement: SupervisionOverview['agreement'];
  className?: string;
}) {
  const styles = useStyles();
  const total = sum(agreement.map((row) => row.count));
  const same = sum(agreement.filter((row) => row.proposed === row.final).map((row) => row.count));
  const max = Math.max(1, ...agreement.map((row) => row.count));
  const count = (proposed: Category | null, final: Category): number =>
    agreement.find((row) => row.proposed === proposed && row.final === final)?.count ?? 0;
  return (
    <ChartCard
      className={className}
      title={texts.title}
      summary={
        total === 0
          ? texts.nothing
          : texts.summary(formatNumber(Math.round((same / total) * 100)), formatNumber(total))
      }
      table="AGREEMENT"
      chart={
        <table className={styles.table} aria-label={texts.title}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {texts.corner}
              </th>
              {CATEGORY_ORDER.map((final) => (
                <th key={final} scope="col" lang="es" className={styles.head}>
                  {word(final)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {STACK_ORDER.map((proposed) => (
              <tr key={proposed ?? 'UNDECIDED'}>
                <th scope="row" className={mergeClasses(styles.head, styles.side)}>
                  {word(proposed)}
                </th>
                {CATEGORY_ORDER.map((final) => {
                  const value = count(proposed, final);
                  const percent = value === 0 ? 0 : 8 + (value / max) * (STRONGEST_PERCENT - 8);
                  return (
                    <td
                      key={final}
                      className={mergeClasses(styles.cell, proposed === final && styles.same)}
                      style={{
                        backgroundColor: `color-mix(in srgb, ${tokens.colorBrandBackground} ${percent}%, transparent)`,
                      }}
                    >
                      {value === 0 ? '' : formatNumber(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      }
      numbers={
        <PlainTable
          caption={texts.title}
          header={[texts.proposed, texts.final, texts.count]}
          rows={[...agreement]
            .sort((a, b) => b.count - a.count)
            .map((row) => [word(row.proposed), word(row.final), row.count])}
        />
      }
    />
  );
}
