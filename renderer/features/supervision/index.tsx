import { Subtitle1, Tab, TabList, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { navigate, pathTo, useRoute } from '../../app/routes.tsx';
import { supervisionStrings } from '../../strings/es/supervision.ts';
import { Handover } from '../handover/index.tsx';
import { Corrections } from './corrections.tsx';
import { Learning } from './learning/index.tsx';
import { Overview } from './overview.tsx';
import { Reassign } from './reassign.tsx';
import { CORRECTIONS, HANDOVER, LEARNING, REASSIGN } from './sections.ts';

const OVERVIEW = 'panorama';
const SECTIONS = [LEARNING, CORRECTIONS, REASSIGN, HANDOVER] as const;

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalXL}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  body: {
    flexGrow: 1,
    minHeight: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
  scrolls: { overflow: 'auto' },
});

/**
 * `#/supervision`: charts; `/aprendizaje`: what is learnt from decisions; `/correcciones`: what people decided
 * otherwise; `/reasignar`: sharing work out; `/traspasos`: phone changes for the central database.
 */
export default function SupervisionPage() {
  const styles = useStyles();
  const { section } = useRoute();
  const shown = SECTIONS.find((known) => known === section) ?? OVERVIEW;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Subtitle1 as="h1">{supervisionStrings.title}</Subtitle1>
        <TabList
          aria-label={supervisionStrings.sectionsLabel}
          selectedValue={shown}
          onTabSelect={(_, { value }) =>
            navigate(pathTo('supervision', value === OVERVIEW ? null : String(value)))
          }
        >
          <Tab value={OVERVIEW}>{supervisionStrings.sections.overview}</Tab>
          <Tab value={LEARNING}>{supervisionStrings.sections.learning}</Tab>
          <Tab value={CORRECTIONS}>{supervisionStrings.sections.corrections}</Tab>
          <Tab value={REASSIGN}>{supervisionStrings.sections.reassign}</Tab>
          <Tab value={HANDOVER}>{supervisionStrings.sections.handover}</Tab>
        </TabList>
      </div>
      {shown === OVERVIEW || shown === LEARNING || shown === HANDOVER ? (
        <div className={mergeClasses(styles.body, styles.scrolls)} data-scrolls tabIndex={-1}>
          {shown === OVERVIEW ? <Overview /> : shown === LEARNING ? <Learning /> : <Handover />}
        </div>
      ) : (
        <div className={styles.body}>{shown === CORRECTIONS ? <Corrections /> : <Reassign />}</div>
      )}
    </div>
  );
}
