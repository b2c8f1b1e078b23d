import type { ReactNode } from 'react';
import { Body1, Body1Strong, Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
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
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  form: { maxWidth: '560px', paddingBottom: tokens.spacingVerticalL },
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

/** What stands over a list: what it is for, and one more. `form`: of the one that is being made or changed. */
export function ListHead({
  text,
  create,
  onCreate,
  form,
}: {
  text: string;
  create: string;
  onCreate: () => void;
  form: ReactNode;
}) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.head}>
        <Body1 className={styles.text}>{text}</Body1>
        <Button icon={<Add20Regular />} onClick={onCreate}>
          {create}
        </Button>
      </div>
      {form !== null && <div className={styles.form}>{form}</div>}
    </>
  );
}

/** Names of the fields that the service refused. */
export function refusedFields(error: unknown): ReadonlySet<string> {
  if (error === null || error === undefined) return new Set();
  const { fields, field } = toErrorView(error).details;
  return new Set([...(Array.isArray(fields) ? fields : []), ...(typeof field === 'string' ? [field] : [])]);
}
