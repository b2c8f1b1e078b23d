import { useState } from 'react';
import {
  Body1,
  Button,
  Caption1,
  Checkbox,
  Field,
  Input,
  Label,
  Select,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import type { ContactSet, Inputs, PhoneChannel } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { evidenceName, phoneStrings } from '../../strings/es/phones.ts';
import { formatDay, formatPhone } from '../../ui/format.ts';
import { knownCase, useCase, type On } from './case-context.tsx';
import { declaredValue } from './declared.ts';
import { usePhoneOfForm } from './take-over.ts';
import { InlineForm } from './inline-form.tsx';
import { RevealedPhone } from './revealed-phone.tsx';
import { SmsCheck } from './sms-check.tsx';

const text = caseStrings.phone;
const MIN_REASON = 3;
const SETS = Object.keys(phoneStrings.sets) as ContactSet[];
const CHANNELS = Object.keys(phoneStrings.channels) as PhoneChannel[];
type Wish = Inputs['phones']['request']['wish']['act'];

const useStyles = makeStyles({
  from: { color: tokens.colorNeutralForeground2 },
  checks: { display: 'flex', flexDirection: 'column' },
  box: { alignItems: 'start', overflowWrap: 'anywhere' },
  start: { alignSelf: 'start' },
});

type PhoneCheck = { readonly state: 'error' | 'warning' | 'none'; readonly message: string | undefined };

/** What will be stored, and what is odd about it, while it is typed. The service has the last word. */
function checkPhone(typed: string): PhoneCheck {
  if (typed.trim() === '') return { state: 'none', message: undefined };
  const mobile = parsePhoneNumberFromString(typed, 'ES');
  if (mobile === undefined || !mobile.isPossible()) return { state: 'error', message: text.invalid };
  if (!mobile.isValid()) return { state: 'warning', message: text.notMobile };
  return { state: 'none', message: text.reads(formatPhone(mobile.number)) };
}

/** Taken back by whoever asked: withdrawn while it waits, undone once it took effect. */
function takeBack(on: On) {
  const [newest] = knownCase(on.caseId)?.phoneChanges ?? [];
  const changeId = newest?.id ?? 0;
  return newest?.state === 'PENDING'
    ? client.phones.refuse({ ...on, changeId, note: '' })
    : client.phones.undo({ ...on, changeId });
}

/** One change of one contact set: what, through which channel, why, on what evidence. Nothing is edited in place. */
export function PhoneChangeForm() {
  const styles = useStyles();
  const { detail, messageId, busy, change, openForm } = useCase();
  const settings = useQuery(api.settings.get.queryOptions());
  const declared = detail.comparison.find((row) => row.field === 'phone');
  const linked = detail.attachments.filter((attachment) => attachment.documentType !== null);
  const hasTa1 = linked.some((attachment) => attachment.documentType === 'TA1');
  const message = detail.messages.find((candidate) => candidate.id === messageId) ?? detail.messages.at(-1);
  const [contactSet, setContactSet] = useState<ContactSet>('ELECTRONIC');
  const [wish, setWish] = useState<Wish>('SET');
  const [ofForm] = usePhoneOfForm(detail.id);
  const asked =
    ofForm !== '' || declared?.outcome === 'EQUAL' ? ofForm : declaredValue(detail.comparison, 'phone');
  const [phone, setPhone] = useState(formatPhone(asked));
  const [channel, setChannel] = useState<PhoneChannel>(hasTa1 ? 'TA1' : 'MAILBOX');
  const [cause, setCause] = useState(
    message === undefined || (declared?.declared ?? null) === null
      ? ''
      : text.reasonPrefill(formatDay(message.receivedAt)),
  );
  const [attachmentIds, setAttachmentIds] = useState(() => linked.map(({ id }) => id));
  const [proving, setProving] = useState(false);

  const current = detail.citizen?.phoneRecords.find(
    (record) => record.validTo === null && record.contactSet === contactSet,
  );
  const act: Wish = current === undefined ? 'SET' : wish;
  const check = checkPhone(phone);
  const isNumber = phone.trim() !== '' && check.state !== 'error';
  const office = settings.data?.phones;
  const needsProof = office?.possession === true && act === 'SET' && contactSet === 'ELECTRONIC';
  const proof = useQuery(
    api.identity.challenge.queryOptions({
      input: { caseId: detail.id, newPhone: phone },
      enabled: needsProof && isNumber,
    }),
  );
  const proved = proof.data?.state === 'USED';
  const incomplete =
    cause.trim().length < MIN_REASON || (act === 'SET' && !isNumber) || (needsProof && !proved);

  if (proving) {
    return (
      <SmsCheck
        newPhone={phone}
        onClose={() => {
          setProving(false);
        }}
      />
    );
  }

  const save = async (): Promise<void> => {
    const after = await change(
      (on) =>
        client.phones.request({
          ...on,
          contactSet,
          wish: act === 'SET' ? { act, phone } : { act },
          channel,
          cause,
          attachmentIds,
        }),
      (done) => {
        const [newest] = done.phoneChanges;
        if (newest?.state === 'PENDING') return phoneStrings.waits;
        return newest === undefined || newest.maskedTo === null
          ? phoneStrings.removed
          : text.saved(newest.maskedTo);
      },
      takeBack,
    );
    if (after !== null) openForm(null);
  };

  return (
    <InlineForm
      title={text.title}
      save={office?.secondPerson === true ? phoneStrings.request : text.save}
      saveDisabled={incomplete}
      busy={busy}
      onSave={() => void save()}
      onClose={() => {
        openForm(null);
      }}
    >
      <Field label={phoneStrings.set} size="small">
        <Select
          value={contactSet}
          onChange={(_, { value }) => {
            setContactSet(SETS.find((one) => one === value) ?? contactSet);
          }}
        >
          {SETS.map((one) => (
            <option key={one} value={one}>
              {phoneStrings.sets[one]}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Caption1 block className={styles.from}>
          {text.from}
        </Caption1>
        {current === undefined ? (
          <Body1 block>{text.noPhone}</Body1>
        ) : (
          <RevealedPhone
            key={current.id}
            masked={current.masked}
            phoneRef={{ of: 'RECORD', id: current.id }}
            caseId={detail.id}
          />
        )}
      </div>
      {current !== undefined && (
        <Field label={phoneStrings.wish} size="small">
          <Select
            value={act}
            onChange={(_, { value }) => {
              setWish(value === 'REMOVE' || value === 'DISOWN' ? value : 'SET');
            }}
          >
            <option value="SET">{phoneStrings.wishes.SET(true)}</option>
            <option value="REMOVE">{phoneStrings.wishes.REMOVE}</option>
            <option value="DISOWN">{phoneStrings.wishes.DISOWN}</option>
          </Select>
        </Field>
      )}
      {act === 'SET' && (
        <Field
          label={text.to}
          size="small"
          required
          validationState={check.state}
          validationMessage={check.state === 'none' ? undefined : check.message}
          hint={check.state === 'none' ? check.message : undefined}
        >
          <Input
            type="tel"
            value={phone}
            maxLength={40}
            onChange={(_, data) => {
              setPhone(data.value);
            }}
          />
        </Field>
      )}
      {needsProof && (
        <>
          <Caption1 block role="status">
            {proved ? phoneStrings.possession.shown : phoneStrings.possession.needed}
          </Caption1>
          {!proved && (
            <Button
              size="small"
              className={styles.start}
              disabled={!isNumber}
              onClick={() => {
                setProving(true);
              }}
            >
              {phoneStrings.possession.open}
            </Button>
          )}
        </>
      )}
      <Field label={phoneStrings.channel} size="small">
        <Select
          value={channel}
          onChange={(_, { value }) => {
            setChannel(CHANNELS.find((one) => one === value) ?? channel);
          }}
        >
          {CHANNELS.map((one) => (
            <option key={one} value={one}>
              {phoneStrings.channels[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text.reason} size="small" required hint={text.reasonHint}>
        <Textarea
          rows={2}
          resize="vertical"
          maxLength={500}
          value={cause}
          onChange={(_, data) => {
            setCause(data.value);
          }}
        />
      </Field>
      <div>
        <Label size="small">{phoneStrings.evidence}</Label>
        {linked.length === 0 && <Caption1 block>{phoneStrings.noEvidence}</Caption1>}
        <div role="group" aria-label={phoneStrings.evidence} className={styles.checks}>
          {linked.map((attachment) => (
            <Checkbox
              key={attachment.id}
              className={styles.box}
              checked={attachmentIds.includes(attachment.id)}
              label={evidenceName(attachment.documentType, attachment.name)}
              onChange={(_, { checked }) => {
                setAttachmentIds(
                  checked === true
                    ? [...attachmentIds, attachment.id]
                    : attachmentIds.filter((id) => id !== attachment.id),
                );
              }}
            />
          ))}
        </div>
      </div>
      {office?.secondPerson === true && <Caption1 block>{phoneStrings.willWait}</Caption1>}
    </InlineForm>
  );
}
