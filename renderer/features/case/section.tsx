import { useId, type ReactNode } from 'react';
import { Caption1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '24px' },
  title: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, flexShrink: 0 },
  aside: { color: tokens.colorNeutralForeground3, marginLeft: 'auto', textAlign: 'right', minWidth: 0 },
});

/** One step of the work: its name, a short word on how it stands, what there is to do. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <Subtitle2 as="h3" block id={id} className={styles.title}>
          {title}
        </Subtitle2>
        {aside !== undefined && (
          <Caption1 block className={styles.aside}>
            {aside}
          </Caption1>
        )}
      </div>
      {children}
    </section>
  );
}
