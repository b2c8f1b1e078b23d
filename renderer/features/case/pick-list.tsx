import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    fontFamily: 'inherit',
    cursor: 'pointer',
    minWidth: 0,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    ':disabled': { cursor: 'default', color: tokens.colorNeutralForegroundDisabled },
  },
  line: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxWidth: '100%',
  },
  empty: { color: tokens.colorNeutralForeground2 },
});

export type Pick = {
  readonly id: number;
  readonly title: string;
  readonly lines: readonly string[];
  readonly onPick: () => void;
};

/** A short list of things found: each one is a button, because one press is the whole act. */
export function PickList({
  label,
  items,
  empty,
  busy,
}: {
  label: string;
  items: readonly Pick[];
  empty: string;
  busy: boolean;
}) {
  const styles = useStyles();
  if (items.length === 0) {
    return (
      <Body1 block role="status" className={styles.empty}>
        {empty}
      </Body1>
    );
  }
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <button type="button" className={styles.item} disabled={busy} onClick={item.onPick}>
            <Body1 block>{item.title}</Body1>
            {item.lines.map((line) => (
              <Caption1 key={line} block className={styles.line}>
                {line}
              </Caption1>
            ))}
          </button>
        </li>
      ))}
    </ul>
  );
}
