import { useId, type ReactNode } from 'react';
import { Caption1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  card: {
    height: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  titles: { display: 'flex', flexDirection: 'column', minWidth: 0, flexBasis: '200px', flexGrow: 1 },
  text: { color: tokens.colorNeutralForeground2 },
});

/** A part of the page with its title, what it is in a sentence, and its acts. */
export function Card({
  title,
  text,
  acts,
  className,
  children,
}: {
  title: string;
  text: string;
  acts?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const styles = useStyles();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={className}>
      <div className={styles.card}>
        <div className={styles.head}>
          <div className={styles.titles}>
            <Subtitle2 as="h2" id={headingId}>
              {title}
            </Subtitle2>
            <Caption1 className={styles.text}>{text}</Caption1>
          </div>
          {acts}
        </div>
        {children}
      </div>
    </section>
  );
}
