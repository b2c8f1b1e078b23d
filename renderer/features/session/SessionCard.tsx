import type { ReactNode } from 'react';
import { Text, Title2, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { strings } from '../../strings/es.ts';

const useStyles = makeStyles({
  page: {
    height: '100%',
    boxSizing: 'border-box',
    overflow: 'auto',
    display: 'flex',
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  card: {
    margin: 'auto',
    width: '100%',
    maxWidth: '420px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXXL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  wide: { maxWidth: '620px' },
  brand: { color: tokens.colorNeutralForeground3 },
});

/** The sheet in the middle of the window that sign-in, lock, first run and recovery are written on. */
export function SessionCard({
  title,
  office,
  wide = false,
  children,
}: {
  title: string;
  office?: string | null;
  wide?: boolean;
  children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div className={mergeClasses(styles.card, wide && styles.wide)}>
        <div>
          <Text className={styles.brand}>
            {office === null || office === undefined ? strings.frame.title : strings.frame.titleAt(office)}
          </Text>
          <Title2 as="h1" block>
            {title}
          </Title2>
        </div>
        {children}
      </div>
    </main>
  );
}
