import type { ReactNode } from 'react';
import { Body1, Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { toErrorView } from '../../app/errors.tsx';

const useStyles = makeStyles({
  block: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '640px',
    paddingBottom: tokens.spacingVerticalXXL,
  },
  text: { color: tokens.colorNeutralForeground2 },
});

/** One subject of a section: heading, what it is for, its controls. */
export function Block({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={styles.block}>
      <Body1Strong as="h3">{title}</Body1Strong>
      {text !== undefined && <Body1 className={styles.text}>{text}</Body1>}
      {children}
    </section>
  );
}

/** Names of the fields that the service refused. */
export function refusedFields(error: unknown): ReadonlySet<string> {
  if (error === null || error === undefined) return new Set();
  const { fields, field } = toErrorView(error).details;
  return new Set([...(Array.isArray(fields) ? fields : []), ...(typeof field === 'string' ? [field] : [])]);
}
