import { useState } from 'react';
import {
  Body1,
  Button,
  Caption1,
  Field,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Challenge, SmsLanguage } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { useHasRole } from '../../app/session.tsx';
import { useNotice } from '../../app/undo.tsx';
import { identityStrings } from '../../strings/es/identity.ts';
import { phoneStrings } from '../../strings/es/phones.ts';
import { useCase } from './case-context.tsx';
import { CodeInput, CodeLimits, CodeWait, ToldBar, useTypedCode } from './code-parts.tsx';
import { checkTold, sendingTold } from './code-told.ts';
import { InlineForm } from './inline-form.tsx';
import { SimulatedPhone } from './simulated-phone.tsx';

const text = identityStrings.code;
const LANGUAGES: readonly SmsLanguage[] = ['es', 'ca', 'gl', 'eu'];
/** Another desk may have sent a newer code. */
const LOOK_AGAIN_MS = 15_000;

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
});

/**
 * The challenge to the phone on record, or to a new number (E.164 or as it is typed): send, answer, what is left. Every
 * limit is the service's.
 */
export function SmsCheck({ newPhone = null, onClose }: { newPhone?: string | null; onClose?: () => void }) {
  const { detail, openForm } = useCase();
  const close = onClose ?? (() => openForm(null));
  const query = useQuery(
    api.identity.challenge.queryOptions({
      input: { caseId: detail.id, newPhone },
      refetchInterval: LOOK_AGAIN_MS,
    }),
  );
  if (query.error !== null) return <ErrorBar error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Spinner size="tiny" label={text.loading} />;
  const { obstacle } = query.data;
  if (obstacle !== null) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.obstacles[obstacle]}</MessageBarTitle>
          <Button size="small" onClick={close}>
            {identityStrings.close}
          </Button>
        </MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <CodeForm challenge={query.data} askedAt={query.dataUpdatedAt} newPhone={newPhone} onClose={close} />
  );
}

function CodeForm({
  challenge,
  askedAt,
  newPhone,
  onClose,
}: {
  challenge: Challenge;
  askedAt: number;
  newPhone: string | null;
  onClose: () => void;
}) {
  const styles = useStyles();
  const { detail, busy, change } = useCase();
  const notify = useNotice();
  const isSupervisor = useHasRole('SUPERVISOR');
  const [language, setLanguage] = useState<SmsLanguage>(challenge.language ?? 'es');
  const typed = useTypedCode(challenge, askedAt);
  const { field, code, setCode, told, tell, isOpen } = typed;
  const keep = (next: Challenge): void => {
    queryClient.setQueryData(
      api.identity.challenge.queryKey({ input: { caseId: detail.id, newPhone } }),
      next,
    );
  };

  const send = async (): Promise<void> => {
    await change(async (on) => {
      const { sent, challenge: next } = await client.identity.sendCode({ ...on, language, newPhone });
      keep(next);
      setCode('');
      tell(sendingTold(sent));
      return detail;
    });
  };

  const check = async (): Promise<void> => {
    let verified = false;
    await change(async (on) => {
      const answer = await client.identity.checkCode({ ...on, code, newPhone });
      keep(answer.challenge);
      setCode('');
      verified = answer.check.outcome === 'VERIFIED';
      if (!verified) tell(checkTold(answer.check));
      return answer.detail;
    });
    if (verified) {
      notify(newPhone === null ? text.verified : phoneStrings.possession.verified);
      onClose();
    } else field.current?.focus();
  };

  const askDelivery = async (): Promise<void> => {
    keep(await client.identity.askDelivery({ caseId: detail.id, newPhone }));
  };

  const state = challenge.state === null || told !== null ? null : text.states[stateShown(challenge, isOpen)];
  return (
    <InlineForm
      title={newPhone === null ? text.title : phoneStrings.possession.title}
      save={text.check}
      saveDisabled={!typed.isComplete}
      busy={busy}
      onSave={() => void check()}
      onClose={onClose}
      extra={
        <Button
          size="small"
          appearance={isOpen ? 'secondary' : 'primary'}
          disabledFocusable={busy || (challenge.shared && !isSupervisor)}
          onClick={() => void send()}
        >
          {challenge.isResend ? text.resend : text.send}
        </Button>
      }
    >
      <Body1 block>
        {newPhone === null
          ? text.phone(challenge.maskedPhone ?? '')
          : phoneStrings.possession.phone(newPhone)}
      </Body1>
      {challenge.shared && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{text.shared}</MessageBarTitle>
            {isSupervisor ? text.sharedSupervisor : text.sharedClerk}
          </MessageBarBody>
        </MessageBar>
      )}
      <ToldBar told={told} />
      {state !== null && <Caption1 block>{state}</Caption1>}
      {isOpen ? (
        <>
          <Field label={text.field} size="small" hint={text.fieldHint}>
            <CodeInput field={field} code={code} onCode={setCode} />
          </Field>
          <CodeLimits of={challenge} left={typed.left} />
        </>
      ) : (
        <Field label={text.language} size="small">
          <Select
            value={language}
            onChange={(_, { value }) => setLanguage(LANGUAGES.find((one) => one === value) ?? 'es')}
          >
            {LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {identityStrings.languages[one]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <CodeWait wait={typed.wait} />
      {challenge.canAskDelivery && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => void askDelivery()}>
            {text.askDelivery}
          </Button>{' '}
          {challenge.delivery !== null && (
            <Caption1 role="status" className={styles.muted}>
              {text.deliveries[challenge.delivery]}
            </Caption1>
          )}
        </div>
      )}
      <SimulatedPhone />
    </InlineForm>
  );
}

function stateShown({ state }: Challenge, isOpen: boolean): NonNullable<Challenge['state']> {
  if (state === 'PENDING' && !isOpen) return 'EXPIRED';
  return state ?? 'PENDING';
}
