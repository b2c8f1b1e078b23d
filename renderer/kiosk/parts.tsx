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
  code: { maxWidth: '260px', fontVariantNumeric: 'tabular-nums', letterSpacing: '0.3em' },
  choice: { width: '100%', maxWidth: 'none', justifyContent: 'flex-start', textAlign: 'start' },
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  name: { color: tokens.colorNeutralForeground2, ...typographyStyles.caption1 },
  value: { margin: 0, overflowWrap: 'anywhere', ...typographyStyles.subtitle2 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    // What is inside would otherwise be as wide as it likes.
    '& > *': { minWidth: 0 },
    '& .fui-Input': { minWidth: 0 },
  },
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
    <CompoundButton size="large" className={styles.choice} secondaryContent={text} onClick={onClick}>
      <span lang={lang}>{title}</span>
    </CompoundButton>
  );
}

/** A part of a screen with its name. */
export function Part({ title, lang, children }: { title: string; lang?: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <Card className={styles.card}>
        <Title3 as="h2" lang={lang}>
          {title}
        </Title3>
        {children}
      </Card>
    </section>
  );
}

/** Names and values, one below the other. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: string])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) => (
        <div key={`${name} ${value}`}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Fields beside each other where there is room: the form and its button stay on one screen. */
export function Row({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return <div className={styles.row}>{children}</div>;
}

/** How a field looks that takes the digits of a code. */
export function useCodeClass(): string {
  return useStyles().code;
}

/** What the service itself says, in its own words and language. */
export function Official({ children }: { children: ReactNode }) {
  return (
    <Text block lang="es">
      {children}
    </Text>
  );
}
