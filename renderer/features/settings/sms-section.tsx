import { useState } from 'react';
import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Spinner,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Settings, SmsGatewayData, SmsGatewayInfo } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { api, client, queryClient } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { useSession } from '../../app/session.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { identityStrings } from '../../strings/es/identity.ts';
import { phoneStrings } from '../../strings/es/phones.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { smsSettingsStrings } from '../../strings/es/sms-settings.ts';
import { SimulatedPhone } from '../case/simulated-phone.tsx';
import { WholeNumber } from './whole-number.tsx';
import { Block, refusedFields } from './parts.tsx';
import { submits, useSettingsDraft } from './settings-form.tsx';
import { gatewayDraftOf, gatewayOf } from './sms-gateway-draft.ts';
import { HttpsFields, SmppFields } from './sms-gateway-fields.tsx';

const texts = smsSettingsStrings;

const useStyles = makeStyles({
  short: { maxWidth: '360px' },
  button: { alignSelf: 'start' },
  pem: { fontFamily: tokens.fontFamilyMonospace, height: '100px', maxHeight: 'none' },
});

/** The gateway, whether it works, and the limits. Administrators only. */
export function SmsSection() {
  const gateway = useQuery(api.identity.gateway.queryOptions());
  const settings = useQuery(api.settings.get.queryOptions());
  const error = gateway.error ?? settings.error;
  if (error !== null) return <ErrorBar error={error} onRetry={() => void gateway.refetch()} />;
  if (gateway.data === undefined || settings.data === undefined) {
    return <Spinner label={strings.common.loading} />;
  }
  return (
    <>
      <GatewayForm key={JSON.stringify(gateway.data)} saved={gateway.data} />
      <TestForm />
      <PhonesForm key={JSON.stringify(settings.data.phones)} saved={settings.data} />
      <LimitsForm key={JSON.stringify(settings.data.sms)} saved={settings.data} />
    </>
  );
}

function GatewayForm({ saved }: { saved: SmsGatewayInfo }) {
  const styles = useStyles();
  const notify = useNotice();
  const report = useErrorReporter();
  const isDemo = useSession().demo !== null;
  const [draft, setDraft] = useState(() => gatewayDraftOf(saved.data));
  const [secret, setSecret] = useState('');
  const save = useMutation({
    mutationFn: () =>
      client.identity.saveGateway({ data: gatewayOf(draft), secret: secret === '' ? null : secret }),
    onSuccess: (info) => {
      queryClient.setQueryData(api.identity.gateway.queryKey(), info);
      void queryClient.invalidateQueries({ queryKey: api.identity.challenge.key() });
      notify(settingsStrings.saved);
    },
    onError: (error) => {
      if (refusedFields(error).size === 0) report(error);
      else announce(texts.invalid);
    },
  });
  const refused = refusedFields(save.error);
  // What the border refuses is named from the procedure's input down.
  const problem = (field: string) =>
    refused.has(field) || refused.has(`data.${field}`) ? texts.invalid : undefined;
  const { kind } = draft;
  const kinds: readonly SmsGatewayData['kind'][] = [
    'NONE',
    'HTTPS',
    'SMPP',
    ...(isDemo || kind === 'SIMULATOR' ? (['SIMULATOR'] as const) : []),
  ];
  const own = kind === 'HTTPS' ? draft.https : draft.smpp;
  const setOwn = (change: { caPem: string | null }): void =>
    setDraft(
      kind === 'HTTPS'
        ? { ...draft, https: { ...draft.https, ...change } }
        : { ...draft, smpp: { ...draft.smpp, ...change } },
    );
  return (
    <form noValidate onSubmit={submits(() => save.mutate())}>
      <Block title={texts.gateway} text={texts.gatewayText}>
        <Field label={texts.kind} className={styles.short}>
          <Select
            value={kind}
            onChange={(_, { value }) =>
              setDraft({ ...draft, kind: kinds.find((one) => one === value) ?? kind })
            }
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {texts.kinds[one]}
              </option>
            ))}
          </Select>
        </Field>
        {kind === 'HTTPS' && (
          <HttpsFields
            draft={draft.https}
            problem={problem}
            onChange={(change) => setDraft({ ...draft, https: { ...draft.https, ...change } })}
          />
        )}
        {kind === 'SMPP' && (
          <SmppFields
            draft={draft.smpp}
            problem={problem}
            onChange={(change) => setDraft({ ...draft, smpp: { ...draft.smpp, ...change } })}
          />
        )}
        {(kind === 'HTTPS' || kind === 'SMPP') && (
          <>
            <Field
              label={texts.secret}
              hint={saved.hasSecret ? texts.secretKept : texts.secretNone}
              className={styles.short}
              validationMessage={problem('secret')}
            >
              <Input
                type="password"
                autoComplete="new-password"
                value={secret}
                onChange={(_, { value }) => setSecret(value)}
              />
            </Field>
            <Field label={texts.caPem} hint={texts.caPemHint} validationMessage={problem('caPem')}>
              <Textarea
                textarea={{ className: styles.pem }}
                value={own.caPem ?? ''}
                spellCheck={false}
                onChange={(_, { value }) => setOwn({ caPem: value.trim() === '' ? null : value })}
              />
            </Field>
          </>
        )}
        <Button type="submit" appearance="primary" className={styles.button} disabled={save.isPending}>
          {texts.save}
        </Button>
      </Block>
    </form>
  );
}

function TestForm() {
  const styles = useStyles();
  const report = useErrorReporter();
  const [phone, setPhone] = useState('');
  const test = useMutation({
    mutationFn: () => client.identity.testSms({ phone }),
    onSuccess: ({ refusal }) => announce(refusal === null ? texts.testOk : texts.testFailed),
    onError: (error) => {
      if (refusedFields(error).size === 0) report(error);
      else announce(texts.invalid);
    },
  });
  return (
    <form noValidate onSubmit={submits(() => test.mutate())}>
      <Block title={texts.test} text={texts.testText}>
        <Field
          label={texts.testPhone}
          className={styles.short}
          validationMessage={refusedFields(test.error).has('phone') ? texts.invalid : undefined}
        >
          <Input type="tel" maxLength={40} value={phone} onChange={(_, { value }) => setPhone(value)} />
        </Field>
        <Button type="submit" className={styles.button} disabled={phone.trim() === '' || test.isPending}>
          {texts.testSend}
        </Button>
        {test.data !== undefined && (
          <MessageBar intent={test.data.refusal === null ? 'success' : 'error'} layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>
                {test.data.refusal === null ? texts.testOk : texts.testFailed}
              </MessageBarTitle>
              {test.data.refusal !== null && identityStrings.refusals[test.data.refusal]}
              {test.data.detail !== null && ` (${test.data.detail})`}
            </MessageBarBody>
          </MessageBar>
        )}
        <SimulatedPhone />
      </Block>
    </form>
  );
}

/** The limits in their order, with what the service accepts. */
const LIMITS = [
  { name: 'lifetimeMinutes', min: 2, max: 30 },
  { name: 'attempts', min: 1, max: 10 },
  { name: 'resends', min: 0, max: 10 },
  { name: 'coolDownMinutes', min: 1, max: 1440 },
  { name: 'perCitizenAndDay', min: 1, max: 100 },
  { name: 'perPersonAndHour', min: 1, max: 1000 },
  { name: 'diagnosesPerHour', min: 1, max: 1000 },
] as const satisfies readonly { name: keyof Settings['sms']; min: number; max: number }[];

function LimitsForm({ saved }: { saved: Settings }) {
  const styles = useStyles();
  const { draft, setDraft, save, changed } = useSettingsDraft(saved.sms, (sms) =>
    client.settings.save({ ...saved, sms }),
  );
  return (
    <form noValidate onSubmit={submits(() => save.mutate())}>
      <Block title={texts.limits} text={texts.limitsText}>
        {LIMITS.map(({ name, min, max }) => (
          <WholeNumber
            key={name}
            label={texts[name]}
            value={draft[name]}
            min={min}
            max={max}
            onChange={(value) => setDraft({ ...draft, [name]: value })}
          />
        ))}
        <Button
          type="submit"
          appearance="primary"
          className={styles.button}
          disabled={!changed || save.isPending}
        >
          {texts.saveLimits}
        </Button>
      </Block>
    </form>
  );
}

/** What a change of phone needs besides a verified identity. */
function PhonesForm({ saved }: { saved: Settings }) {
  const styles = useStyles();
  const { draft, setDraft, save, changed } = useSettingsDraft(saved.phones, (phones) =>
    client.settings.save({ ...saved, phones }),
  );
  return (
    <form noValidate onSubmit={submits(() => save.mutate())}>
      <Block title={phoneStrings.settings.title} text={phoneStrings.settings.text}>
        {(['possession', 'secondPerson'] as const).map((name) => (
          <Checkbox
            key={name}
            label={phoneStrings.settings[name]}
            checked={draft[name]}
            onChange={(_, { checked }) => setDraft({ ...draft, [name]: checked === true })}
          />
        ))}
        <Button
          type="submit"
          appearance="primary"
          className={styles.button}
          disabled={!changed || save.isPending}
        >
          {phoneStrings.settings.save}
        </Button>
      </Block>
    </form>
  );
}
