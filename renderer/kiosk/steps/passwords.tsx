import { useState, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button } from '@fluentui/react-components';
import { client } from '../../app/client.ts';
import { PASSWORD_OFFICIAL as official } from '../../strings/es/kiosk-passwords.ts';
import { useKiosk } from '../kiosk-context.tsx';
import { Choice, Official, StepTitle } from '../parts.tsx';
import { CodeForm } from '../passwords/code-form.tsx';
import { CurrentForm } from '../passwords/current-form.tsx';
import { Es, Form } from '../passwords/form.tsx';
import { NewPassword } from '../passwords/new-password.tsx';
import { Notice } from '../passwords/notice.tsx';
import { ProveForm } from '../passwords/prove-form.tsx';
import { usePasswordTexts } from '../passwords/texts.ts';

type Words = { readonly title: string; readonly text: string };

/** What can be done with a user name and password (seed 004). */
export function Passwords() {
  const words = usePasswordTexts();
  const { go } = useKiosk();
  const { activation, forgotten, change, close } = official;
  return (
    <>
      <StepTitle>{words.title}</StepTitle>
      <Choice title={words.signIn} text={words.signInText} onClick={() => go('PASSWORD_SIGN_IN')} />
      <Choice lang="es" {...activation} onClick={() => go('ACTIVATION')} />
      <Choice lang="es" {...forgotten} onClick={() => go('FORGOTTEN')} />
      <Choice lang="es" {...change} onClick={() => go('PASSWORD_CHANGE')} />
      <Choice lang="es" {...close} onClick={() => go('PASSWORD_CLOSE')} />
    </>
  );
}

export function PasswordSignIn() {
  const words = usePasswordTexts();
  const { replace, refresh } = useKiosk();
  return (
    <>
      <StepTitle>{words.signIn}</StepTitle>
      <CurrentForm
        label={<Es>{official.password}</Es>}
        submit={<Es>{official.signIn}</Es>}
        send={(typed) => client.passwords.signIn(typed)}
        onRight={() => void refresh().then(() => replace('PERSONAL'))}
      />
    </>
  );
}

export function Activation() {
  return <ByActivationCode cause="ACTIVATION" {...official.activation} />;
}

export function Forgotten() {
  return <ByActivationCode cause="FORGOTTEN" {...official.forgotten} />;
}

function ByActivationCode({ cause, title, text }: { cause: 'ACTIVATION' | 'FORGOTTEN' } & Words) {
  const words = usePasswordTexts();
  const [phase, setPhase] = useState<'PROVE' | 'CODE' | 'PASSWORD' | 'DONE'>('PROVE');
  switch (phase) {
    case 'PROVE':
      return (
        <Proving title={title} text={text}>
          <ProveForm cause={cause} onProven={() => setPhase('CODE')} />
        </Proving>
      );
    case 'CODE':
      return (
        <>
          <StepTitle lang="es">{title}</StepTitle>
          <CodeForm onAnswered={() => setPhase('PASSWORD')} />
        </>
      );
    case 'PASSWORD':
      return <Setting onSet={() => setPhase('DONE')} />;
    case 'DONE':
      return (
        <Done title={title}>
          {words.done[cause]} <Es>{official.keepCode}.</Es>
        </Done>
      );
  }
}

export function PasswordChange() {
  const words = usePasswordTexts();
  const [phase, setPhase] = useState<'PROVE' | 'PASSWORD' | 'DONE'>('PROVE');
  switch (phase) {
    case 'PROVE':
      return <ProvingCurrent cause="CHANGE" {...official.change} onProven={() => setPhase('PASSWORD')} />;
    case 'PASSWORD':
      return <Setting onSet={() => setPhase('DONE')} />;
    case 'DONE':
      return <Done title={official.change.title}>{words.done.CHANGE}</Done>;
  }
}

export function PasswordClose() {
  const words = usePasswordTexts();
  const { refresh } = useKiosk();
  const [phase, setPhase] = useState<'PROVE' | 'CONFIRM' | 'DONE'>('PROVE');
  const close = useMutation({
    mutationFn: () => client.passwords.close(),
    onSuccess: async () => {
      setPhase('DONE');
      await refresh();
    },
  });
  const { title } = official.close;
  switch (phase) {
    case 'PROVE':
      return <ProvingCurrent cause="CLOSE" {...official.close} onProven={() => setPhase('CONFIRM')} />;
    case 'CONFIRM':
      return (
        <>
          <StepTitle lang="es">{title}</StepTitle>
          <Form
            submit={words.closeConfirm}
            onSubmit={() => close.mutate()}
            pending={close.isPending}
            error={close.error}
          >
            <Notice intent="warning">{words.closeWarning}</Notice>
          </Form>
        </>
      );
    case 'DONE':
      return <Done title={title}>{words.done.CLOSE}</Done>;
  }
}

/** The first screen: what this is, and what proves whose password it is. */
function Proving({ title, text, children }: Words & { children: ReactNode }) {
  return (
    <>
      <StepTitle lang="es">{title}</StepTitle>
      <Official>{text}</Official>
      {children}
    </>
  );
}

function ProvingCurrent({
  cause,
  onProven,
  ...about
}: Words & { cause: 'CHANGE' | 'CLOSE'; onProven: () => void }) {
  const words = usePasswordTexts();
  return (
    <Proving {...about}>
      <CurrentForm
        label={words.currentPassword}
        submit={<Es>{official.next}</Es>}
        send={(typed) => client.passwords.proveCurrent({ cause, ...typed })}
        onRight={onProven}
      />
    </Proving>
  );
}

function Setting({ onSet }: { onSet: () => void }) {
  const words = usePasswordTexts();
  return (
    <>
      <StepTitle>{words.newTitle}</StepTitle>
      <NewPassword onSet={onSet} />
    </>
  );
}

function Done({ title, children }: { title: string; children: ReactNode }) {
  const words = usePasswordTexts();
  const { back } = useKiosk();
  return (
    <>
      <StepTitle lang="es">{title}</StepTitle>
      <Notice intent="success">{children}</Notice>
      <div>
        <Button appearance="primary" size="large" onClick={back}>
          {words.toMenu}
        </Button>
      </div>
    </>
  );
}
