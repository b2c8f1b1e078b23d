import { useQuery } from '@tanstack/react-query';
import { Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import type { KioskLanguage, WorkingLife } from '../../main/api/contract/index.ts';
import { api } from '../app/client.ts';
import { kioskWorkingLifeCa } from '../strings/ca/kiosk-working-life.ts';
import { kioskWorkingLifeEs, type KioskWorkingLifeStrings } from '../strings/es/kiosk-working-life.ts';
import { kioskWorkingLifeEu } from '../strings/eu/kiosk-working-life.ts';
import { kioskWorkingLifeGl } from '../strings/gl/kiosk-working-life.ts';
import { longIsoDay } from './dates.ts';
import { useKiosk } from './kiosk-context.tsx';
import { Facts, Part } from './parts.tsx';
import { Problem } from './problem.tsx';

const TEXTS: Readonly<Record<KioskLanguage, KioskWorkingLifeStrings>> = {
  es: kioskWorkingLifeEs,
  ca: kioskWorkingLifeCa,
  gl: kioskWorkingLifeGl,
  eu: kioskWorkingLifeEu,
};
/** The last line of the law's table holds for every year from then on. */
const LAST_LINE = 2027;

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  muted: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** Days contributed and the foreseeable ordinary retirement age, each step shown; nothing where nothing was imported. */
export function WorkingLifePart() {
  const { texts } = useKiosk();
  const query = useQuery(api.kiosk.workingLife.queryOptions({ staleTime: Infinity }));
  if (query.error !== null) return <Problem error={query.error} texts={texts.errors} />;
  return query.data === undefined || query.data === null ? null : <Shown life={query.data} />;
}

function Shown({ life }: { life: WorkingLife }) {
  const styles = useStyles();
  const { language } = useKiosk();
  const text = TEXTS[language];
  const { days, contributed, retirement } = life;
  const count = (value: number) => new Intl.NumberFormat(language).format(value);
  return (
    <Part title={text.title}>
      <Text>{text.asOf(longIsoDay(life.asOf, language))}</Text>
      <Periods life={life} text={text} />
      <Facts
        rows={[
          [text.sum, count(days.sum)],
          ...(days.simultaneous === 0 ? [] : [[text.simultaneous, `− ${count(days.simultaneous)}`] as const]),
          [text.counted, count(days.counted)],
          [text.contributed, text.yearsMonths(contributed.years, contributed.months)],
        ]}
      />
      <Title3 as="h3">{text.age}</Title3>
      {retirement === null ? (
        <Text>{text.noBirth}</Text>
      ) : (
        <>
          <Outcome
            title={retirement.goesOn === null ? text.always : text.stops}
            outcome={retirement.stops}
            text={text}
          />
          {retirement.goesOn !== null && (
            <Outcome title={text.continues} outcome={retirement.goesOn} text={text} />
          )}
        </>
      )}
      {!life.minimumMet && <Text>{text.minimum}</Text>}
      <Text className={styles.muted}>{text.notBinding}</Text>
    </Part>
  );
}

function Periods({ life: { periods }, text }: { life: WorkingLife; text: KioskWorkingLifeStrings }) {
  const styles = useStyles();
  const { language } = useKiosk();
  return (
    <table className={styles.table} aria-label={text.periods}>
      <thead>
        <tr>
          {[text.employer, text.from, text.to].map((name) => (
            <th key={name} scope="col" className={styles.cell}>
              <Text weight="semibold">{name}</Text>
            </th>
          ))}
          <th scope="col" className={`${styles.cell} ${styles.number}`}>
            <Text weight="semibold">{text.days}</Text>
          </th>
        </tr>
      </thead>
      <tbody>
        {periods.map(({ employer, fromDate, toDate, days }, index) => (
          <tr key={index}>
            <td className={styles.cell}>
              <Text>{employer}</Text>
            </td>
            <td className={styles.cell}>
              <Text>{longIsoDay(fromDate, language)}</Text>
            </td>
            <td className={styles.cell}>
              <Text>{toDate === null ? text.goesOn : longIsoDay(toDate, language)}</Text>
            </td>
            <td className={`${styles.cell} ${styles.number}`}>
              <Text>{new Intl.NumberFormat(language).format(days)}</Text>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Foreseen = NonNullable<WorkingLife['retirement']>['stops'];

/** The day, the age, and the line of the law that makes it so. */
function Outcome({
  title,
  outcome,
  text,
}: {
  title: string;
  outcome: Foreseen;
  text: KioskWorkingLifeStrings;
}) {
  const styles = useStyles();
  const { language } = useKiosk();
  const span = ({ years, months }: { years: number; months: number }) => text.yearsMonths(years, months);
  return (
    <div>
      <Text block weight="semibold">
        {title}
      </Text>
      <Text block>{text.result(longIsoDay(outcome.date, language), span(outcome.age))}</Text>
      <Text className={styles.muted}>{reason(outcome, span, text)}</Text>
    </div>
  );
}

function reason(
  { route, rule, contributedThen }: Foreseen,
  span: (length: { years: number; months: number }) => string,
  text: KioskWorkingLifeStrings,
): string {
  if (rule === null) return text.before;
  const year = rule.year === LAST_LINE ? text.sinceYear(rule.year) : text.inYear(rule.year);
  return route === 'LONG'
    ? text.long(year, span(rule.contributed), span(contributedThen))
    : text.general(year, span(rule.contributed), span(rule.age));
}
