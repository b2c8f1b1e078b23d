import { useEffect, useRef, useState } from 'react';
import { Body1, Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { Challenge } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { client } from '../../app/client.ts';
import { toErrorView, useErrorReporter } from '../../app/errors.tsx';
import { counterStrings } from '../../strings/es/counter.ts';
import { identityStrings } from '../../strings/es/identity.ts';
import { CodeInput, CodeLimits, CodeWait, ToldBar, useTypedCode } from '../case/code-parts.tsx';
import { checkTold, sendingTold } from '../case/code-told.ts';
import { refusedFields } from '../settings/parts.tsx';

const text = counterStrings.possession;

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  address: { flexGrow: 1, maxWidth: '360px' },
  shown: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, outlineStyle: 'none' },
  // As wide as the code: the button stands beside it and not behind its long name.
  code: { width: '180px', '& label': { whiteSpace: 'nowrap' } },
  tick: { color: tokens.colorPaletteGreenForeground1 },
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
  const [changing, setChanging] = useState(false);
  if (!shown) return <Asking {...{ citizenId, kind, address, onAddress, onShown }} autoFocus={changing} />;
  return (
    <Shown
      kind={kind}
      address={address}
      onChange={() => {
        setChanging(true);
        onShown(false);
      }}
    />
  );
}

/** Takes the focus when it comes, for the field that had it is gone. */
function Shown({
  kind,
  address,
  onChange,
}: {
  kind: 'PHONE' | 'EMAIL';
  address: string;
  onChange: () => void;
}) {
  const styles = useStyles();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    line.current?.focus();
  }, []);
  return (
    <div ref={line} tabIndex={-1} className={styles.shown}>
      <CheckmarkCircle20Filled className={styles.tick} aria-hidden />
      <Body1>
        {address}. {text[kind].shown}
      </Body1>
      <Button size="small" appearance="subtle" onClick={onChange}>
        {text.change}
      </Button>
    </div>
  );
}

function Asking({
  citizenId,
  kind,
  address,
  onAddress,
  onShown,
  autoFocus,
}: {
  citizenId: number;
  kind: 'PHONE' | 'EMAIL';
  address: string;
  onAddress: (address: string) => void;
  onShown: (shown: boolean) => void;
  autoFocus: boolean;
}) {
  const styles = useStyles();
  const report = useErrorReporter();
  const words = text[kind];
  const [challenge, setChallenge] = useState<{ readonly of: Challenge; readonly at: number } | null>(null);
  const typed = useTypedCode(challenge?.of ?? null, challenge?.at ?? 0);
  const { code, setCode, tell, setTold } = typed;
  const of = { citizenId, kind, address };
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
  const checkable = typed.isComplete && !check.isPending;

  return (
    <div className={styles.step}>
      <div className={styles.line}>
        <Field label={words.label} required className={styles.address} validationMessage={badAddress}>
          <Input
            type={kind === 'PHONE' ? 'tel' : 'email'}
            value={address}
            maxLength={kind === 'PHONE' ? 40 : 254}
            autoComplete="off"
            autoFocus={autoFocus}
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
      <ToldBar told={typed.told} />
      {typed.isOpen && challenge !== null && (
        <>
          <div className={styles.line}>
            <Field label={text.code} className={styles.code}>
              <CodeInput
                field={typed.field}
                code={code}
                onCode={setCode}
                onEnter={() => {
                  if (checkable) check.mutate();
                }}
              />
            </Field>
            <Button appearance="primary" disabled={!checkable} onClick={() => check.mutate()}>
              {text.check}
            </Button>
          </div>
          <CodeLimits of={challenge.of} left={typed.left} />
        </>
      )}
      <CodeWait wait={typed.wait} />
    </div>
  );
}
