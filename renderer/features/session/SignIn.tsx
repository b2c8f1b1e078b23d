import { useRef, useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button, Caption1, Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { showSignIn, useKnownUser } from '../../app/session.tsx';
import type { SessionState } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { SessionCard } from './SessionCard.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  demo: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  account: { justifyContent: 'flex-start' },
  version: { color: tokens.colorNeutralForeground3, textAlign: 'center' },
});

/**
 * User and password. Whoever was cut off, by a restart of the service, is named and told that the work is still there.
 * On demo data its accounts are shown, and a click fills the form.
 */
export function SignIn({ state }: { state: SessionState }) {
  const styles = useStyles();
  const texts = strings.session.signIn;
  const cutOff = useKnownUser();
  const [userName, setUserName] = useState(cutOff?.userName ?? '');
  const [password, setPassword] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const signIn = useMutation(
    api.session.signIn.mutationOptions({
      onSuccess: showSignIn,
      onError: () => {
        setPassword('');
        passwordField.current?.focus(); // the button that was pressed is disabled now
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ userName: userName.trim(), password });
  };
  return (
    <SessionCard title={texts.title} office={state.office?.provinceName}>
      <form className={styles.form} onSubmit={submit}>
        {cutOff !== null && <Text>{texts.cutOff(cutOff.displayName)}</Text>}
        {signIn.error !== null && <ErrorBar error={signIn.error} />}
        <Field label={texts.userName}>
          <Input
            value={userName}
            autoFocus={cutOff === null}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(_, data) => {
              setUserName(data.value);
            }}
          />
        </Field>
        <Field label={texts.password}>
          <Input
            ref={passwordField}
            type="password"
            value={password}
            autoFocus={cutOff !== null}
            autoComplete="current-password"
            onChange={(_, data) => {
              setPassword(data.value);
            }}
          />
        </Field>
        <Button
          type="submit"
          appearance="primary"
          size="large"
          disabled={userName.trim() === '' || password === ''}
          disabledFocusable={signIn.isPending}
        >
          {texts.submit}
        </Button>
      </form>
      {state.demo !== null && (
        <section className={styles.demo} aria-label={texts.demoTitle}>
          <Text weight="semibold">{texts.demoTitle}</Text>
          <Text size={200}>{texts.demoText(state.demo.dataDir)}</Text>
          {state.demo.accounts.map((account) => (
            <Button
              key={account.userName}
              className={styles.account}
              onClick={() => {
                setUserName(account.userName);
                setPassword(account.password);
              }}
            >
              {texts.demoAccount(account.displayName, strings.labels.role[account.role])}
            </Button>
          ))}
        </section>
      )}
      <Caption1 className={styles.version}>{texts.version(state.version)}</Caption1>
    </SessionCard>
  );
}
