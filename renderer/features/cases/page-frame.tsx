import type { ReactNode } from 'react';
import { Subtitle1, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  title: { minWidth: '120px', paddingBottom: tokens.spacingVerticalXXS },
  body: { flexGrow: 1, minHeight: 0, minWidth: 0 },
});

/** A page that is one long table: its title and tools stay, the rows scroll. */
export function PageFrame({
  title,
  tools,
  children,
}: {
  title: string;
  tools: ReactNode;
  children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <header className={styles.head}>
        <Subtitle1 as="h1" className={styles.title}>
          {title}
        </Subtitle1>
        {tools}
      </header>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
