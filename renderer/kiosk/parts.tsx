import { useEffect, useRef, type ReactNode } from 'react';
import {
  Card,
  CompoundButton,
  Text,
  Title3,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';

const useStyles = makeStyles({
  heading: { ...typographyStyles.title1, outlineStyle: 'none' },
  choice: { width: '100%', maxWidth: 'none', justifyContent: 'flex-start', textAlign: 'start' },
  card: { gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalXXL },
});

/** The screen's name. It takes the focus when the screen comes, so that a screen reader starts there. */
export function StepTitle({ children, lang }: { children: ReactNode; lang?: string }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.heading} lang={lang}>
      {children}
    </h1>
  );
}

/** One thing that can be done, over the whole width. */
export function Choice({
  title,
  text,
  lang,
  onClick,
}: {
  title: string;
  text: string;
  lang?: string;
  onClick: () => void;
}) {
  const styles = useStyles();
  return (
    <CompoundButton className={styles.choice} secondaryContent={text} onClick={onClick}>
      <span lang={lang}>{title}</span>
    </CompoundButton>
  );
}

/** A part of a screen with its name. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <Card className={styles.card}>
        <Title3 as="h2">{title}</Title3>
        {children}
      </Card>
    </section>
  );
}

/** What the service itself says, in its own words and language. */
export function Official({ children }: { children: ReactNode }) {
  return (
    <Text block lang="es">
      {children}
    </Text>
  );
}
