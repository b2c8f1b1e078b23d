import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark12Filled } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { IdentityLevel, LadderAction } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { ladderStrings } from '../../strings/es/ladder.ts';

const text = caseStrings.identity;

/** Weakest first, as the service orders them. */
export const LADDER = [
  'NONE',
  'DATA',
  'SENDER',
  'DOCUMENT',
  'SMS',
  'CERTIFICATE',
] as const satisfies readonly IdentityLevel[];

/** True when the level is the needed one or stronger. */
export function reaches(level: IdentityLevel, needed: IdentityLevel): boolean {
  return LADDER.indexOf(level) >= LADDER.indexOf(needed);
}

const useStyles = makeStyles({
  ladder: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxWidth: '520px',
  },
  step: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    ':not(:first-child)::before': {
      content: '""',
      position: 'absolute',
      top: '8px',
      right: 'calc(50% + 10px)',
      left: 'calc(-50% + 10px)',
      height: '1px',
      backgroundColor: tokens.colorNeutralStroke1,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
  },
  dot: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '16px',
    height: '16px',
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  reached: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  reachedDot: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': {
      backgroundColor: 'CanvasText',
      color: 'Canvas',
      forcedColorAdjust: 'none',
    },
  },
  nothing: {
    backgroundColor: tokens.colorNeutralForeground3,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralForeground3}`,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** The steps, the one reached filled. */
export function Ladder({ level }: { level: IdentityLevel }) {
  const styles = useStyles();
  return (
    <ol className={styles.ladder} aria-label={text.ladderLabel}>
      {LADDER.map((step) => {
        const here = step === level;
        return (
          <li
            key={step}
            className={mergeClasses(styles.step, here && styles.reached)}
            aria-current={here ? 'step' : undefined}
          >
            <span
              aria-hidden
              className={mergeClasses(
                styles.dot,
                here && styles.reachedDot,
                here && step === 'NONE' && styles.nothing,
              )}
            >
              {here && step !== 'NONE' && <Checkmark12Filled />}
            </span>
            {text.ladder[step]}
          </li>
        );
      })}
    </ol>
  );
}

/** What each act needs at this office; null until it is known. */
export function useLadder(): Readonly<Record<LadderAction, IdentityLevel>> | null {
  const { data } = useQuery(api.identity.ladder.queryOptions());
  return data === undefined
    ? null
    : (Object.fromEntries(data.map(({ action, least }) => [action, least])) as Record<
        LadderAction,
        IdentityLevel
      >);
}

/** What each further step of the ladder opens: the next one first. */
export function LadderOpens({ level }: { level: IdentityLevel }) {
  const styles = useStyles();
  const { data = [] } = useQuery(api.identity.ladder.queryOptions());
  const missing = LADDER.map((needed) => ({
    needed,
    acts: data.flatMap(({ action, least }) => {
      const act = ladderStrings.short[action];
      return act !== undefined && least === needed && !reaches(level, least) ? [act] : [];
    }),
  })).filter(({ acts }) => acts.length > 0);
  return missing.map(({ needed, acts }) => (
    <Caption1 key={needed} block className={styles.muted}>
      {text.allowsMore(strings.labels.identity[needed], ladderStrings.and(acts))}
    </Caption1>
  ));
}
