import { useRef, useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button, Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components';
import { api } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { showSession, signOut } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { SessionCard } from './SessionCard.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Over the work, which stays as it was underneath. */
export function LockScreen({ userName }: { userName: string }) {
  const styles = useStyles();
  const texts = strings.session.lock;
  const report = useErrorReporter();
  const [password, setPassword] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const unlock = useMutation(
    api.session.unlock.mutationOptions({
      onSuccess: showSession,
      onError: () => {
        setPassword('');
        passwordField.current?.focus(); // the button that was pressed is disabled now
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    unlock.mutate({ password });
  };
  return (
    <SessionCard title={texts.title}>
      <form className={styles.form} onSubmit={submit}>
        <Text>{texts.text(userName)}</Text>
        {unlock.error !== null && <ErrorBar error={unlock.error} />}
        <Field label={strings.session.signIn.password}>
          <Input
            ref={passwordField}
            type="password"
            value={password}
            autoFocus
            autoComplete="current-password"
            onChange={(_, data) => {
              setPassword(data.value);
            }}
          />
        </Field>
        <Button type="submit" appearance="primary" size="large" disabled={password === ''}>
          {texts.submit}
        </Button>
        <Button appearance="subtle" onClick={() => void signOut().catch(report)}>
          {texts.other}
        </Button>
      </form>
    </SessionCard>
  );
}
