import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  Title2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { client } from '../../app/client.ts';
import { CodeForm } from '../code-form.tsx';
import { useKiosk } from '../kiosk-context.tsx';
import { Official, Row, StepTitle } from '../parts.tsx';
import { Problem } from '../problem.tsx';

const NOBODY = { id: '', birth: '', prefix: '+34', phone: '' };

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

/** "Accede vía SMS" (seed 001): the data, the service's answer to them, then the code. */
export function SmsAccess() {
  const styles = useStyles();
  const { texts, replace } = useKiosk();
  const [data, setData] = useState(NOBODY);
  const enter = useMutation({ mutationFn: () => client.kiosk.smsAccess(data) });
  const set = (name: keyof typeof NOBODY) => ({
    value: data[name],
    size: 'large' as const,
    autoComplete: 'off',
    maxLength: 60,
    onChange: (_: unknown, { value }: { value: string }) => setData({ ...data, [name]: value }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!enter.isPending) enter.mutate();
  };
  const code = enter.data?.code ?? null;
  if (code !== null) {
    return (
      <>
        <StepTitle lang="es">Accede vía SMS</StepTitle>
        <Title2 as="h2" lang="es">
          Revisa tu teléfono móvil
        </Title2>
        <CodeForm
          first={code}
          onVerified={() => replace('PERSONAL')}
          onAgain={() => {
            setData(NOBODY);
            enter.reset();
          }}
        />
      </>
    );
  }
  const refused = enter.data?.diagnosis ?? null;
  return (
    <>
      <StepTitle lang="es">Accede vía SMS</StepTitle>
      <Text size={400}>{texts.sms.intro}</Text>
      <form className={styles.form} onSubmit={submit}>
        <Row>
          <Field label={texts.sms.id} size="large">
            <Input {...set('id')} autoCapitalize="characters" spellCheck={false} />
          </Field>
          <Field label={texts.sms.birth} hint={texts.sms.birthHint} size="large">
            <Input {...set('birth')} />
          </Field>
        </Row>
        <Row>
          <Field label={texts.sms.prefix} size="large">
            <Input {...set('prefix')} inputMode="tel" maxLength={8} />
          </Field>
          <Field label={texts.sms.phone} size="large">
            <Input {...set('phone')} inputMode="tel" />
          </Field>
        </Row>
        {refused !== null && (
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody>
              <MessageBarTitle>
                <Official>{refused.message}</Official>
              </MessageBarTitle>
              <Official>{refused.solution}</Official>
            </MessageBarBody>
          </MessageBar>
        )}
        {enter.error !== null && <Problem error={enter.error} texts={texts.errors} />}
        <div>
          <Button type="submit" appearance="primary" size="large" disabledFocusable={enter.isPending}>
            {texts.sms.enter}
          </Button>
        </div>
      </form>
    </>
  );
}
