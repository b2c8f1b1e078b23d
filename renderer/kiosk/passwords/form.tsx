import type { FormEvent, ReactNode } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useKiosk } from '../kiosk-context.tsx';
import { useCodeClass } from '../parts.tsx';
import { Problem } from '../problem.tsx';
import { Notice } from './notice.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, alignItems: 'stretch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Fields, what went wrong, and the button that goes on. `more` stands beside it. */
export function Form({
  submit,
  onSubmit,
  pending,
  error,
  problem = null,
  more,
  children,
}: {
  submit: ReactNode;
  onSubmit: () => void;
  pending: boolean;
  error: unknown;
  /** What the person is told about what he just sent, beside the button where he looks. */
  problem?: ReactNode;
  more?: ReactNode;
  children: ReactNode;
}) {
  const styles = useStyles();
  const { texts } = useKiosk();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!pending) onSubmit();
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate autoComplete="off">
      {children}
      {problem !== null && <Notice intent="error">{problem}</Notice>}
      {error !== null && <Problem error={error} texts={texts.errors} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" size="large" disabledFocusable={pending}>
          {submit}
        </Button>
        {more}
      </div>
    </form>
  );
}

/** One line to type. Nothing of it is kept, completed or corrected by the machine. */
export function TextField({
  label,
  value,
  onChange,
  secret = false,
  numeric = false,
}: {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  secret?: boolean;
  numeric?: boolean;
}) {
  const codeClass = useCodeClass();
  return (
    <Field label={{ children: label }} size="large">
      <Input
        className={numeric ? codeClass : undefined}
        size="large"
        type={secret ? 'password' : 'text'}
        inputMode={numeric ? 'numeric' : undefined}
        autoComplete={secret ? 'new-password' : 'off'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        value={value}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}

/** Words of the service itself inside a text in another language. */
export function Es({ children }: { children: ReactNode }) {
  return <span lang="es">{children}</span>;
}
