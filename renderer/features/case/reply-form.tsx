import { useId, useRef, useState } from 'react';
import {
  Body1,
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { CaseDetail } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { useRemembered } from '../../app/remembered.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { formatDateTime } from '../../ui/format.ts';
import { useCase } from './case-context.tsx';
import { Choice } from './choice.tsx';
import { declaredValue } from './declared.ts';
import { InlineForm } from './inline-form.tsx';

const text = caseStrings.reply;
const NO_TEMPLATE = 'NONE';

const useStyles = makeStyles({
  missing: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderRadius: tokens.borderRadiusMedium,
  },
  chip: {
    minWidth: 0,
    color: tokens.colorStatusWarningForeground3,
    fontFamily: tokens.fontFamilyMonospace,
  },
  body: { maxHeight: '60vh' },
});

type Draft = {
  readonly templateId: number | null;
  readonly toAddress: string;
  readonly subject: string;
  readonly body: string;
};

const HOLE = /\{\{[^{}]*\}\}/gu;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** The holes left in a draft, each once: what stops it from being sent. */
function holesIn(draft: Draft): string[] {
  return [...new Set(`${draft.subject}\n${draft.body}`.match(HOLE) ?? [])];
}

/** Who may be answered: whoever wrote, and what is declared or on record of the person. The service checks it. */
function knownAddresses({ messages, comparison, citizen }: CaseDetail): string[] {
  const addresses = [
    ...messages.map((message) => message.fromAddress),
    declaredValue(comparison, 'email'),
    citizen?.email ?? '',
  ];
  return [...new Set(addresses.filter((address) => address !== ''))];
}

/**
 * The answer: from a template or free, addressed, with its holes named and blocking. What leaves the building is
 * confirmed once, in place. What is typed stays while other messages are looked at.
 */
export function ReplyForm() {
  const styles = useStyles();
  const { detail, messageId, busy, change, openForm } = useCase();
  const report = useErrorReporter();
  const addressesId = useId();
  const bodyField = useRef<HTMLTextAreaElement>(null);
  const subjectField = useRef<HTMLInputElement>(null);
  const newest = detail.messages.at(-1);
  const [inReplyToId, setInReplyToId] = useState(messageId ?? newest?.id ?? null);
  const answered = detail.messages.find((message) => message.id === inReplyToId) ?? newest;
  const [stored, setDraft] = useRemembered<Draft | null>(`case.${detail.id}.reply`, null);
  const [confirming, setConfirming] = useState(false);
  const draft: Draft = stored ?? {
    templateId: null,
    toAddress: answered?.fromAddress ?? '',
    subject: answered === undefined ? '' : text.answerSubject(answered.subject),
    body: '',
  };
  const templates = useQuery(api.replies.templates.queryOptions());
  const fill = useMutation({
    mutationFn: (templateId: number) => client.replies.preview({ caseId: detail.id, templateId }),
    onSuccess: (filled, templateId) => {
      const { toAddress, subject, body } = filled;
      setDraft({ templateId, toAddress, subject, body });
      window.requestAnimationFrame(() => {
        const hole = body.match(HOLE)?.[0];
        if (hole === undefined) bodyField.current?.focus();
        else goTo(hole);
      });
    },
    onError: report,
  });

  /** Puts the cursor on a hole, selected, so that typing replaces it. */
  const goTo = (hole: string): void => {
    for (const field of [bodyField.current, subjectField.current]) {
      const at = field?.value.indexOf(hole) ?? -1;
      if (field === null || at < 0) continue;
      // Taking the focus brings the selection into sight; setting it alone does not.
      field.blur();
      field.setSelectionRange(at, at + hole.length);
      field.focus();
      return;
    }
  };

  const holes = holesIn(draft);
  const addressed = ADDRESS.test(draft.toAddress.trim());
  const ready =
    inReplyToId !== null &&
    addressed &&
    holes.length === 0 &&
    draft.subject.trim() !== '' &&
    draft.body.trim() !== '';

  const set = (part: Partial<Draft>): void => {
    setConfirming(false);
    setDraft({ ...draft, ...part });
  };
  const send = async (): Promise<void> => {
    if (inReplyToId === null) return;
    const after = await change(
      (on) =>
        client.replies.queue({
          ...on,
          seenVersion: on.version,
          inReplyToId,
          subject: draft.subject,
          body: draft.body,
          to: [draft.toAddress.trim()],
        }),
      text.queued,
    );
    if (after === null) return;
    setDraft(null);
    openForm(null);
  };

  return (
    <InlineForm
      title={text.title}
      save={confirming ? text.confirmYes : text.queue}
      saveDisabled={!ready}
      busy={busy}
      extra={
        confirming && (
          <Button
            size="small"
            onClick={() => {
              setConfirming(false);
            }}
          >
            {text.confirmNo}
          </Button>
        )
      }
      onSave={() => {
        if (confirming) void send();
        else setConfirming(true);
      }}
      onClose={() => {
        openForm(null);
      }}
    >
      {templates.error !== null && (
        <ErrorBar error={templates.error} onRetry={() => void templates.refetch()} />
      )}
      <Field label={text.template} size="small">
        <Choice
          label={text.template}
          value={draft.templateId === null ? NO_TEMPLATE : String(draft.templateId)}
          busy={fill.isPending}
          options={[
            { value: NO_TEMPLATE, text: text.noTemplate },
            ...(templates.data ?? []).map(({ id, name }) => ({ value: String(id), text: name })),
          ]}
          onChoose={(value) => {
            if (value === NO_TEMPLATE) set({ templateId: null });
            else fill.mutate(Number(value));
          }}
        />
      </Field>
      {detail.messages.length > 1 && (
        <Field label={text.inReplyTo} size="small">
          <Select
            value={inReplyToId === null ? '' : String(inReplyToId)}
            onChange={(_, data) => {
              setInReplyToId(Number(data.value));
            }}
          >
            {detail.messages.map((message) => (
              <option key={message.id} value={message.id}>
                {formatDateTime(message.receivedAt)} · {message.subject}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field
        label={text.to}
        size="small"
        required
        validationMessage={draft.toAddress === '' || addressed ? undefined : text.invalidAddress}
      >
        <Input
          type="email"
          list={addressesId}
          value={draft.toAddress}
          onChange={(_, data) => {
            set({ toAddress: data.value });
          }}
        />
      </Field>
      <datalist id={addressesId}>
        {knownAddresses(detail).map((address) => (
          <option key={address} value={address} />
        ))}
      </datalist>
      <Field label={text.subject} size="small" required>
        <Input
          ref={subjectField}
          value={draft.subject}
          maxLength={300}
          onChange={(_, data) => {
            set({ subject: data.value });
          }}
        />
      </Field>
      <Field label={text.body} size="small" required>
        <Textarea
          ref={bodyField}
          rows={12}
          resize="vertical"
          className={styles.body}
          maxLength={50_000}
          value={draft.body}
          onChange={(_, data) => {
            set({ body: data.value });
          }}
        />
      </Field>
      {holes.length > 0 && (
        <div className={styles.missing} role="status">
          <Body1>{text.missing(holes.length)}</Body1>
          {holes.map((hole) => (
            <Button
              key={hole}
              size="small"
              className={styles.chip}
              aria-label={text.goToMissing(holeName(hole))}
              onClick={() => {
                goTo(hole);
              }}
            >
              {holeName(hole)}
            </Button>
          ))}
        </div>
      )}
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{text.notice}</MessageBarBody>
      </MessageBar>
      {confirming && (
        <Body1 block role="status">
          {text.confirm(draft.toAddress)}
        </Body1>
      )}
    </InlineForm>
  );
}

/** "{{texto_libre}}" as a person reads it: "texto libre". */
function holeName(hole: string): string {
  return hole.slice(2, -2).trim().replaceAll('_', ' ');
}
