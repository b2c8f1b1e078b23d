import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button } from '@fluentui/react-components';
import { client } from '../../app/client.ts';
import { PASSWORD_OFFICIAL as official } from '../../strings/es/kiosk-passwords.ts';
import { Official } from '../parts.tsx';
import { Es, Form, TextField } from './form.tsx';
import { Notice } from './notice.tsx';
import { usePasswordTexts } from './texts.ts';

/** The code by SMS that a first or forgotten password asks for: sent when the screen comes, and again when asked. */
export function CodeForm({ onAnswered }: { onAnswered: () => void }) {
  const words = usePasswordTexts();
  const [code, setCode] = useState('');
  const check = useMutation({
    mutationFn: () => client.passwords.checkCode({ code }),
    onSuccess: ({ outcome }) => {
      setCode('');
      if (outcome === 'VERIFIED') onAnswered();
    },
    gcTime: 0,
  });
  const send = useMutation({ mutationFn: () => client.passwords.sendCode(), gcTime: 0 });
  const sentOnce = useRef(false);
  const { mutate: sendNow } = send;
  useEffect(() => {
    if (sentOnce.current) return;
    sentOnce.current = true;
    sendNow();
  }, [sendNow]);
  const { data: sent } = send;
  const { data: checked } = check;
  return (
    <Form
      submit={<Es>{official.next}</Es>}
      onSubmit={() => check.mutate()}
      pending={check.isPending || send.isPending}
      error={send.error ?? check.error}
      more={
        <Button
          size="large"
          disabledFocusable={send.isPending}
          onClick={() => {
            check.reset();
            sendNow();
          }}
        >
          <Es>{official.resend}</Es>
        </Button>
      }
    >
      {sent !== undefined && checked === undefined && (
        <Notice intent={sent.outcome === 'SENT' || sent.outcome === 'RESENT' ? 'info' : 'error'}>
          {sent.notice === null ? words.notSent : <Es>{sent.notice.message}</Es>}
        </Notice>
      )}
      {checked !== undefined && checked.outcome !== 'VERIFIED' && (
        <Notice intent="error">
          {checked.notice === null ? words.codeOver : <Es>{checked.notice.message}</Es>}
        </Notice>
      )}
      <Official>{official.slow}</Official>
      <Official>{official.enterCode}</Official>
      <TextField label={<Es>{official.code}</Es>} value={code} onChange={setCode} numeric />
    </Form>
  );
}
