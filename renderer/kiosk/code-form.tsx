import { useRef, useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { CheckOutcome, Outputs } from '../../main/api/contract/index.ts';
import { client } from '../app/client.ts';
import { useKiosk } from './kiosk-context.tsx';
import { Official, useCodeClass } from './parts.tsx';
import { Problem } from './problem.tsx';

type Code = Outputs['kiosk']['sendCode'];
type Told = { readonly intent: 'success' | 'warning' | 'error'; readonly notice: Code['notice'] };

const DIGITS = 6;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/**
 * Waits for the code that came by SMS (seed 001: "Revisa tu teléfono móvil"). `onAgain` once the attempts are used up:
 * then everything begins anew. Null where it cannot.
 */
export function CodeForm({
  first,
  onVerified,
  onAgain,
}: {
  first: Code;
  onVerified: () => void;
  onAgain: () => void;
}) {
  const styles = useStyles();
  const codeClass = useCodeClass();
  const { texts, refresh } = useKiosk();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [told, setTold] = useState<Told>(() => sendingTold(first));
  const [problem, setProblem] = useState<string | null>(null);
  const [exhausted, setExhausted] = useState(false);

  const tellCheck = ({ outcome, notice }: CheckOutcome): void => {
    setCode('');
    setExhausted(outcome === 'EXHAUSTED');
    if (notice !== null) {
      setProblem(null);
      setTold({ intent: outcome === 'WRONG' ? 'warning' : 'error', notice });
    } else if (outcome !== 'VERIFIED' && outcome !== 'WRONG' && outcome !== 'EXHAUSTED') {
      setProblem(texts.sms.over[outcome]);
    }
    field.current?.focus();
  };
  const check = useMutation({
    mutationFn: () => client.kiosk.checkCode({ code }),
    onSuccess: async ({ check: outcome }) => {
      if (outcome.outcome !== 'VERIFIED') return tellCheck(outcome);
      await refresh();
      onVerified();
    },
  });
  const resend = useMutation({
    mutationFn: () => client.kiosk.sendCode(),
    onSuccess: (sent) => {
      setCode('');
      setProblem(sent.notice === null ? texts.sms.notSent : null);
      setTold(sendingTold(sent));
      field.current?.focus();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    resend.reset();
    if (code.length === DIGITS && !check.isPending) check.mutate();
  };
  const failure = check.error ?? resend.error;
  return (
    <form className={styles.form} onSubmit={submit}>
      <MessageBar intent={problem === null ? told.intent : 'warning'} layout="multiline" role="status">
        <MessageBarBody>
          <MessageBarTitle>
            {problem ??
              (told.notice === null ? texts.sms.notSent : <Official>{told.notice.message}</Official>)}
          </MessageBarTitle>
          {problem === null && told.notice !== null && told.intent === 'warning' && (
            <Official>{told.notice.explanation}</Official>
          )}
        </MessageBarBody>
      </MessageBar>
      {failure !== null && <Problem error={failure} texts={texts.errors} />}
      {exhausted ? (
        <div className={styles.buttons}>
          <Button appearance="primary" size="large" onClick={onAgain}>
            {texts.sms.again}
          </Button>
        </div>
      ) : (
        <>
          <Field label={texts.sms.code} hint={texts.sms.codeHint} size="large">
            <Input
              className={codeClass}
              input={{ ref: field }}
              size="large"
              autoFocus
              inputMode="numeric"
              autoComplete="off"
              value={code}
              onChange={(_, { value }) => setCode(value.replaceAll(/\D/gu, '').slice(0, DIGITS))}
            />
          </Field>
          <div className={styles.buttons}>
            <Button
              type="submit"
              appearance="primary"
              size="large"
              disabled={code.length !== DIGITS}
              disabledFocusable={check.isPending}
            >
              {texts.sms.enter}
            </Button>
            <Button size="large" disabledFocusable={resend.isPending} onClick={() => resend.mutate()}>
              {texts.sms.resend}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function sendingTold({ outcome, notice }: Code): Told {
  switch (outcome) {
    case 'SENT':
    case 'RESENT':
      return { intent: 'success', notice };
    case 'RESEND_LIMIT':
    case 'NOT_SENT':
      return { intent: 'warning', notice };
  }
}
