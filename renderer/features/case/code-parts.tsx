import { useEffect, useRef, useState, type Ref } from 'react';
import {
  Caption1,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { Challenge } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { identityStrings } from '../../strings/es/identity.ts';
import { clock, useSecondsSince, type Told } from './code-told.ts';

const text = identityStrings.code;
const CODE_DIGITS = 6;

const useStyles = makeStyles({
  numbers: { fontVariantNumeric: 'tabular-nums' },
  code: { fontVariantNumeric: 'tabular-nums', letterSpacing: '0.2em', maxWidth: '180px' },
});

/**
 * The clerk's side of a code that the citizen reads out: what is typed of it, what is told about it, and the seconds that
 * it has left. `askedAt`: when the service told the challenge, by this machine's clock.
 */
export function useTypedCode(challenge: Challenge | null, askedAt: number) {
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const passed = useSecondsSince(askedAt);
  const left = Math.max(0, (challenge?.secondsLeft ?? 0) - passed);
  const wait = Math.max(0, (challenge?.secondsToWait ?? 0) - passed);
  const isOpen = challenge?.state === 'PENDING' && left > 0;
  const isComplete = isOpen && code.replaceAll(/\D/gu, '').length === CODE_DIGITS;

  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);

  const tell = (next: Told): void => {
    setTold(next);
    announce(`${next.title}. ${next.body}`);
  };
  return { field, code, setCode, isComplete, told, tell, setTold, left, wait, isOpen };
}

export function ToldBar({ told }: { told: Told | null }) {
  if (told === null) return null;
  return (
    <MessageBar intent={told.intent} layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{told.title}</MessageBarTitle>
        {told.body}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Inside a Field. Spaces and dots may be typed: citizens read a code out in groups. */
export function CodeInput({
  field,
  code,
  onCode,
  onEnter,
}: {
  field: Ref<HTMLInputElement>;
  code: string;
  onCode: (code: string) => void;
  onEnter?: () => void;
}) {
  const styles = useStyles();
  return (
    <Input
      className={styles.code}
      input={{ ref: field }}
      value={code}
      inputMode="numeric"
      autoComplete="off"
      maxLength={CODE_DIGITS + 3}
      onChange={(_, { value }) => onCode(value.replaceAll(/[^\d\s.-]/gu, ''))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || onEnter === undefined) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}

/** How often the code may still be tried and sent, and how long it holds. */
export function CodeLimits({ of, left }: { of: Challenge; left: number }) {
  const styles = useStyles();
  return (
    <Caption1 block className={styles.numbers}>
      {[text.attempts(of.attemptsLeft), text.resends(of.resendsLeft), text.expires(clock(left))].join(' · ')}
    </Caption1>
  );
}

/** How long until another may be sent. */
export function CodeWait({ wait }: { wait: number }) {
  const styles = useStyles();
  if (wait === 0) return null;
  return (
    <Caption1 block className={styles.numbers}>
      {text.wait(clock(wait))}
    </Caption1>
  );
}
