import { useEffect, useRef, useState } from 'react';
import {
  Body1,
  Button,
  Caption1,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { Challenge } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { client } from '../../app/client.ts';
import { toErrorView, useErrorReporter } from '../../app/errors.tsx';
import { counterStrings } from '../../strings/es/counter.ts';
import { identityStrings } from '../../strings/es/identity.ts';
import { checkTold, clock, sendingTold, useSecondsSince, type Told } from '../case/code-told.ts';
import { refusedFields } from '../settings/parts.tsx';

const text = counterStrings.possession;
const CODE_DIGITS = 6;

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  address: { flexGrow: 1, maxWidth: '360px' },
  code: { fontVariantNumeric: 'tabular-nums', letterSpacing: '0.2em', maxWidth: '160px' },
  shown: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  tick: { color: tokens.colorPaletteGreenForeground1 },
  numbers: { fontVariantNumeric: 'tabular-nums' },
});

/** One of the two possessions: the address, the code that went there, and what the citizen reads out. */
export function PossessionStep({
  citizenId,
  kind,
  address,
  shown,
  onAddress,
  onShown,
}: {
  citizenId: number;
  kind: 'PHONE' | 'EMAIL';
  address: string;
  shown: boolean;
  onAddress: (address: string) => void;
  onShown: (shown: boolean) => void;
}) {
  const styles = useStyles();
  const words = text[kind];
  if (shown) {
    return (
      <div className={styles.shown}>
        <CheckmarkCircle20Filled className={styles.tick} aria-hidden />
        <Body1>
          {address}. {words.shown}
        </Body1>
        <Button size="small" appearance="subtle" onClick={() => onShown(false)}>
          {text.change}
        </Button>
      </div>
    );
  }
  return <Asking {...{ citizenId, kind, address, onAddress, onShown }} />;
}

function Asking({
  citizenId,
  kind,
  address,
  onAddress,
  onShown,
}: {
  citizenId: number;
  kind: 'PHONE' | 'EMAIL';
  address: string;
  onAddress: (address: string) => void;
  onShown: (shown: boolean) => void;
}) {
  const styles = useStyles();
  const report = useErrorReporter();
  const words = text[kind];
  const field = useRef<HTMLInputElement>(null);
  const [challenge, setChallenge] = useState<{ readonly of: Challenge; readonly at: number } | null>(null);
  const [code, setCode] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const passed = useSecondsSince(challenge?.at ?? 0);
  const left = Math.max(0, (challenge?.of.secondsLeft ?? 0) - passed);
  const wait = Math.max(0, (challenge?.of.secondsToWait ?? 0) - passed);
  const isOpen = challenge?.of.state === 'PENDING' && left > 0;
  const of = { citizenId, kind, address };

  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);

  const tell = (next: Told): void => {
    setTold(next);
    announce(`${next.title}. ${next.body}`);
  };
  const onError = (error: unknown): void => {
    const { code: reason, details } = toErrorView(error);
    const obstacles: Readonly<Record<string, string>> = text.obstacles;
    const obstacle = reason === 'NOT_ALLOWED_YET' ? obstacles[String(details.reason)] : undefined;
    if (obstacle !== undefined) tell({ intent: 'warning', title: obstacle, body: '' });
    else if (!refusedFields(error).has('address')) report(error);
  };
  const send = useMutation({
    mutationFn: () => client.registrations.sendCode({ ...of, language: 'es' }),
    onSuccess: ({ sent, challenge: next }) => {
      setChallenge({ of: next, at: Date.now() });
      setCode('');
      tell(sendingTold(sent, kind === 'EMAIL' ? text.mailRefusals : identityStrings.refusals));
    },
    onError,
  });
  const check = useMutation({
    mutationFn: () => client.registrations.checkCode({ ...of, code }),
    onSuccess: ({ check: outcome, challenge: next }) => {
      setChallenge({ of: next, at: Date.now() });
      setCode('');
      if (outcome.outcome !== 'VERIFIED') {
        tell(checkTold(outcome));
        return;
      }
      announce(words.shown);
      onShown(true);
    },
    onError,
  });
  const badAddress = refusedFields(send.error).has('address') ? text.wrongAddress[kind] : undefined;
  const checkable = isOpen && code.replaceAll(/\D/gu, '').length === CODE_DIGITS && !check.isPending;

  return (
    <div className={styles.step}>
      <div className={styles.line}>
        <Field label={words.label} required className={styles.address} validationMessage={badAddress}>
          <Input
            type={kind === 'PHONE' ? 'tel' : 'email'}
            value={address}
            maxLength={kind === 'PHONE' ? 40 : 254}
            autoComplete="off"
            onChange={(_, { value }) => {
              onAddress(value);
              setChallenge(null);
              setTold(null);
            }}
          />
        </Field>
        <Button
          disabled={address.trim() === ''}
          disabledFocusable={send.isPending}
          onClick={() => {
            if (!send.isPending) send.mutate();
          }}
        >
          {challenge?.of.isResend === true ? words.resend : words.send}
        </Button>
      </div>
      {told !== null && (
        <MessageBar intent={told.intent} layout="multiline" politeness="polite">
          <MessageBarBody>
            <MessageBarTitle>{told.title}</MessageBarTitle>
            {told.body}
          </MessageBarBody>
        </MessageBar>
      )}
      {isOpen && (
        <div className={styles.line}>
          <Field label={text.code}>
            <Input
              className={styles.code}
              input={{ ref: field }}
              value={code}
              inputMode="numeric"
              autoComplete="off"
              maxLength={CODE_DIGITS + 3}
              onChange={(_, { value }) => setCode(value.replaceAll(/[^\d\s.-]/gu, ''))}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                if (checkable) check.mutate();
              }}
            />
          </Field>
          <Button appearance="primary" disabled={!checkable} onClick={() => check.mutate()}>
            {text.check}
          </Button>
        </div>
      )}
      {isOpen && (
        <Caption1 block className={styles.numbers}>
          {[
            identityStrings.code.attempts(challenge.of.attemptsLeft),
            identityStrings.code.resends(challenge.of.resendsLeft),
            identityStrings.code.expires(clock(left)),
          ].join(' · ')}
        </Caption1>
      )}
      {wait > 0 && (
        <Caption1 block className={styles.numbers}>
          {identityStrings.code.wait(clock(wait))}
        </Caption1>
      )}
    </div>
  );
}
