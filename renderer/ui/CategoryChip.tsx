import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Category } from '../../main/api/contract/index.ts';
import { strings } from '../strings/es.ts';
import { categoryHue } from './category.ts';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground1,
  },
  dot: { width: '10px', height: '10px', borderRadius: tokens.borderRadiusSmall, flexShrink: 0 },
  proposed: { opacity: 0.9 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Background that is solid once a person decided, hatched while only proposed. */
export function hueBackground(category: Category | null, decided: boolean): string {
  const hue = categoryHue(category);
  return decided ? hue : `repeating-linear-gradient(45deg, ${hue} 0 2px, transparent 2px 4px)`;
}

/** A category: its hue and its word. `decided` false: only proposed, so hatched. */
export function CategoryChip({
  category,
  decided = true,
  size = 'medium',
}: {
  category: Category | null;
  decided?: boolean;
  size?: 'small' | 'medium';
}) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.chip, size === 'small' && styles.small)}>
      <span
        aria-hidden
        className={styles.dot}
        style={{
          background: hueBackground(category, decided),
          outline: `1px solid ${categoryHue(category)}`,
        }}
      />
      {category === null ? strings.labels.undecided : strings.labels.category[category]}
    </span>
  );
}
