import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  Body1,
  Button,
  Caption1,
  Field,
  Input,
  Select,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowDown16Regular } from '@fluentui/react-icons';
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import type { CaseDetail } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { formatDay, formatPhone } from '../../ui/format.ts';
import { useCase, type FormId } from './case-context.tsx';
import { declaredValue } from './declared.ts';
import { InlineForm } from './inline-form.tsx';

const text = caseStrings.phone;
const MIN_REASON = 3;

const useStyles = makeStyles({
  change: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  from: { color: tokens.colorNeutralForeground2 },
  old: { textDecorationLine: 'line-through' },
  arrow: { color: tokens.colorNeutralForeground3 },
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  missing: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Changes the phone on record: from which to which, why, and on what evidence. Nothing is edited in place. */
export function PhoneForm() {
  const { detail } = useCase();
  const missing = missingSteps(detail);
  if (detail.citizen?.deceased === true) {
    return (
      <Box>
        <Body1 block>{text.deceased}</Body1>
      </Box>
    );
  }
  return missing.length > 0 ? <Missing steps={missing} /> : <PhoneChange />;
}

type Step = { readonly words: string; readonly form: FormId };

function missingSteps(detail: CaseDetail): Step[] {
  const steps: Step[] = [];
  if (detail.citizen === null) steps.push({ words: text.needsCitizen, form: 'citizen' });
  if (detail.identityLevel === 'NONE' || detail.identityLevel === 'DATA') {
    steps.push({ words: text.needsIdentity, form: 'document' });
  }
  return steps;
}

/** What stands where the form would: brought into sight, because it may have opened below it. */
function Box({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} className={styles.box} role="status">
      {children}
    </div>
  );
}

function Missing({ steps }: { steps: readonly Step[] }) {
  const styles = useStyles();
  const { detail, openForm } = useCase();
  const canCheck = detail.citizen !== null && detail.attachments.length > 0;
  return (
    <Box>
      <Body1 block>{caseStrings.actions.missing}</Body1>
      <ol className={styles.missing}>
        {steps.map((step) => (
          <li key={step.form}>
            <Body1>{step.words}</Body1>
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        {canCheck && (
          <Button
            size="small"
            appearance="primary"
            onClick={() => {
              openForm('document');
            }}
          >
            {caseStrings.identity.byDocument}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => {
            openForm(null);
          }}
        >
          {strings.common.close}
        </Button>
      </div>
    </Box>
  );
}

type PhoneCheck = { readonly state: 'error' | 'warning' | 'none'; readonly message: string | undefined };

/** What will be stored, and what is odd about it, while it is typed. The service has the last word. */
function checkPhone(typed: string, current: string | null): PhoneCheck {
  if (typed.trim() === '') return { state: 'none', message: undefined };
  const mobile = parsePhoneNumberFromString(typed, 'ES');
  if (mobile === undefined || !mobile.isPossible()) return { state: 'error', message: text.invalid };
  if (mobile.number === current) return { state: 'error', message: text.same };
  if (!mobile.isValid()) return { state: 'warning', message: text.notMobile };
  return { state: 'none', message: text.reads(formatPhone(mobile.number)) };
}

function PhoneChange() {
  const styles = useStyles();
  const { detail, messageId, busy, change, openForm } = useCase();
  const current = detail.citizen?.phone ?? null;
  const declared = declaredValue(detail.comparison, 'phone');
  const linked = detail.attachments.filter((attachment) => attachment.documentType !== null);
  const message = detail.messages.find((candidate) => candidate.id === messageId) ?? detail.messages.at(-1);
  const [phone, setPhone] = useState(declared === current ? '' : formatPhone(declared));
  const [reason, setReason] = useState(
    message === undefined || declared === '' ? '' : text.reasonPrefill(formatDay(message.receivedAt)),
  );
  const [attachmentId, setAttachmentId] = useState<number | null>(
    (linked.find((attachment) => attachment.documentType === 'TA1') ?? linked[0])?.id ?? null,
  );
  const check = checkPhone(phone, current);
  const incomplete = phone.trim() === '' || check.state === 'error' || reason.trim().length < MIN_REASON;

  const save = async (): Promise<void> => {
    const after = await change(
      (on) => client.cases.updatePhone({ ...on, phone, reason, attachmentId }),
      (done) => text.saved(formatPhone(done.citizen?.phone ?? phone)),
    );
    if (after !== null) openForm(null);
  };

  return (
    <InlineForm
      title={text.title}
      save={text.save}
      saveDisabled={incomplete}
      busy={busy}
      onSave={() => void save()}
      onClose={() => {
        openForm(null);
      }}
    >
      <div className={styles.change}>
        <Caption1 block className={styles.from}>
          {text.from}
        </Caption1>
        <Body1 block className={current === null ? undefined : styles.old}>
          {current === null ? text.noPhone : formatPhone(current)}
        </Body1>
        <ArrowDown16Regular aria-hidden className={styles.arrow} />
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
      </div>
      <Field label={text.reason} size="small" required hint={text.reasonHint}>
        <Textarea
          rows={2}
          resize="vertical"
          maxLength={500}
          value={reason}
          onChange={(_, data) => {
            setReason(data.value);
          }}
        />
      </Field>
      <Field label={text.evidence} size="small">
        <Select
          value={attachmentId === null ? '' : String(attachmentId)}
          onChange={(_, data) => {
            setAttachmentId(data.value === '' ? null : Number(data.value));
          }}
        >
          <option value="">{text.noEvidence}</option>
          {linked.map((attachment) => (
            <option key={attachment.id} value={attachment.id}>
              {attachment.documentType === null
                ? attachment.name
                : `${strings.labels.documentType[attachment.documentType]} · ${attachment.name}`}
            </option>
          ))}
        </Select>
      </Field>
    </InlineForm>
  );
}
