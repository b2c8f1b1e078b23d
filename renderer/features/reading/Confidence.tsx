import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MessageDetail } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';

const texts = strings.reading.category;
const SURE_FROM = 0.85;

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  facts: { color: tokens.colorNeutralForeground2 },
  track: {
    width: '56px',
    height: '6px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
  },
  fill: { height: '100%', backgroundColor: tokens.colorNeutralForeground2 },
  sure: { backgroundColor: tokens.colorBrandBackground },
  doubtful: { backgroundColor: tokens.colorPaletteMarigoldBorderActive },
});

type Word = keyof typeof texts.proposedConfidence;

/** What needs review is doubtful, whatever the number. */
function wordOf({ needsReview, proposedConfidence }: MessageDetail): Word {
  if (needsReview) return 'DOUBTFUL';
  return proposedConfidence >= SURE_FROM ? 'SURE' : 'LIKELY';
}

/** How sure the proposal is: a word, and a bar for the eye. */
export function Confidence({ detail }: { detail: MessageDetail }) {
  const styles = useStyles();
  const word = wordOf(detail);
  return (
    <span className={styles.root} title={texts.percent(Math.round(detail.proposedConfidence * 100))}>
      <span aria-hidden className={styles.track}>
        <span
          className={mergeClasses(
            styles.fill,
            word === 'SURE' && styles.sure,
            word === 'DOUBTFUL' && styles.doubtful,
          )}
          style={{ display: 'block', width: `${detail.proposedConfidence * 100}%` }}
        />
      </span>
      <Caption1 className={styles.facts}>{texts.proposedConfidence[word]}</Caption1>
    </span>
  );
}
