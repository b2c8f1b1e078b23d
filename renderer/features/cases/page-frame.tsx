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
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  body: { flexGrow: 1, minHeight: 0, minWidth: 0 },
});

/** A page that is one long table: its title and tools stay, the rows scroll. */
export function PageFrame({
  title,
  leading,
  tools,
  children,
}: {
  title: string;
  /** Before the title: the way back. */
  leading?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <header className={styles.head}>
        {leading}
        <Subtitle1 as="h1">{title}</Subtitle1>
        {tools}
      </header>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
