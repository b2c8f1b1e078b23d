import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SupervisionOverview } from '../../../main/api/contract/index.ts';
import { navigate, pathTo } from '../../app/routes.tsx';
import { supervisionStrings } from '../../strings/es/supervision.ts';
import { formatNumber } from '../../ui/format.ts';
import { ChartCard } from './chart-card.tsx';
import { PlainTable } from './plain-table.tsx';
import { REASSIGN } from './sections.ts';
import { useReassignSource } from './use-reassign-source.ts';

const texts = supervisionStrings.load;

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, max-content) 1fr max-content',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'center',
    maxHeight: '340px',
    overflowY: 'auto',
  },
  item: { display: 'grid', gridTemplateColumns: 'subgrid', gridColumn: '1 / -1', alignItems: 'center' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis' },
  bars: { display: 'flex', flexDirection: 'column', gap: '3px', minWidth: 0 },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, lineHeight: '14px' },
  bar: { height: '10px', minWidth: '1px', boxSizing: 'border-box', forcedColorAdjust: 'none' },
  open: { backgroundColor: tokens.colorBrandBackground },
  finished: { border: `1px solid ${tokens.colorNeutralForeground3}` },
  value: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  legend: {
    display: 'flex',
    gap: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    alignItems: 'center',
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: { width: '14px' },
});

/** What each person has open and has finished, with the way to share it out. */
export function LoadCard({ load, className }: { load: SupervisionOverview['load']; className?: string }) {
  const styles = useStyles();
  const [, setSource] = useReassignSource();
  const rows = [...load].sort((a, b) => b.open - a.open);
  const max = Math.max(1, ...rows.map((row) => Math.max(row.open, row.finished30Days)));
  const unassigned = load.find((row) => row.clerk === null)?.open ?? 0;
  const bar = (value: number) => ({ width: `calc((100% - 48px) * ${value / max})` });
  return (
    <ChartCard
      className={className}
      title={texts.title}
      summary={texts.summary(formatNumber(unassigned))}
      table="LOAD"
      chart={
        <>
          <ul className={styles.list} aria-label={texts.title}>
            {rows.map(({ clerk, open, finished30Days }) => {
              const name = clerk?.displayName ?? supervisionStrings.nobody;
              return (
                <li key={clerk?.id ?? 0} className={styles.item}>
                  <span className={styles.name}>{name}</span>
                  <div className={styles.bars}>
                    <span className={styles.line}>
                      <span className={mergeClasses(styles.bar, styles.open)} style={bar(open)} />
                      <span className={styles.value} title={texts.open}>
                        {formatNumber(open)}
                      </span>
                    </span>
                    <span className={styles.line}>
                      <span
                        className={mergeClasses(styles.bar, styles.finished)}
                        style={bar(finished30Days)}
                      />
                      <span className={styles.value} title={texts.finished}>
                        {formatNumber(finished30Days)}
                      </span>
                    </span>
                  </div>
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={texts.reassignFrom(name)}
                    disabled={open === 0}
                    onClick={() => {
                      setSource(clerk?.id ?? 'NOBODY');
                      navigate(pathTo('supervision', REASSIGN));
                    }}
                  >
                    {texts.reassign}
                  </Button>
                </li>
              );
            })}
          </ul>
          <div className={styles.legend} aria-hidden>
            <span className={styles.key}>
              <span className={mergeClasses(styles.bar, styles.swatch, styles.open)} />
              {texts.open}
            </span>
            <span className={styles.key}>
              <span className={mergeClasses(styles.bar, styles.swatch, styles.finished)} />
              {texts.finished}
            </span>
          </div>
        </>
      }
      numbers={
        <PlainTable
          caption={texts.title}
          header={[texts.person, texts.open, texts.finished]}
          rows={rows.map((row) => [
            row.clerk?.displayName ?? supervisionStrings.nobody,
            row.open,
            row.finished30Days,
          ])}
        />
      }
    />
  );
}
