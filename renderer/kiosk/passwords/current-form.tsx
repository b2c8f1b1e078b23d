import { useState, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { SignInOutcome } from '../../../main/api/contract/index.ts';
import { PASSWORD_OFFICIAL as official } from '../../strings/es/kiosk-passwords.ts';
import { Es, Form, TextField } from './form.tsx';
import { usePasswordTexts } from './texts.ts';

export type Credentials = {
  readonly document: { readonly type: null; readonly number: string };
  readonly password: string;
};

type Told = { readonly outcome: SignInOutcome | 'PROVEN'; readonly attempts: number };

/** Document and password, seed 004's "DNI/NIE: Autenticar". `onRight` comes once the service takes them. */
export function CurrentForm({
  label,
  submit,
  send,
  onRight,
}: {
  label: ReactNode;
  submit: ReactNode;
  send: (typed: Credentials) => Promise<Told>;
  onRight: () => void;
}) {
  const words = usePasswordTexts();
  const [number, setNumber] = useState('');
  const [password, setPassword] = useState('');
  const prove = useMutation({
    mutationFn: send,
    onSuccess: ({ outcome }) => {
      setPassword('');
      if (outcome === 'PROVEN' || outcome === 'ADMITTED') onRight();
    },
    gcTime: 0,
  });
  return (
    <Form
      submit={submit}
      onSubmit={() => prove.mutate({ document: { type: null, number }, password })}
      pending={prove.isPending}
      error={prove.error}
      problem={prove.data === undefined ? null : notRight(prove.data, words)}
    >
      <TextField label={<Es>{official.document}</Es>} value={number} onChange={setNumber} />
      <TextField label={label} value={password} onChange={setPassword} secret />
    </Form>
  );
}

function notRight({ outcome, attempts }: Told, words: ReturnType<typeof usePasswordTexts>): ReactNode {
  switch (outcome) {
    case 'PROVEN':
    case 'ADMITTED':
      return null;
    case 'REFUSED':
      return words.refusedPassword(attempts);
    case 'EXPIRED':
      return words.expired;
    case 'BAD_DOCUMENT':
      return <Es>{official.badDocument}</Es>;
    case 'DECEASED':
      return <Es>{official.deceased}</Es>;
  }
}
