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
import type { QuoteStyle } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { caseStrings } from '../../strings/es/case.ts';
import { outboxStrings } from '../../strings/es/outbox.ts';
import { formatDateTime } from '../../ui/format.ts';
import { useCase } from './case-context.tsx';
import { Choice } from './choice.tsx';
import { useSuggestions } from './suggestions.tsx';
import { InlineForm } from './inline-form.tsx';
import { ReplyAttachments } from './reply-attachments.tsx';
import {
  areAddresses,
  draftInput,
  holesIn,
  knownAddresses,
  splitAddresses,
  useReplyDraft,
  type ReplyDraft,
} from './reply-draft.ts';
import { ReplyReview } from './reply-review.tsx';

const text = caseStrings.reply;
const NO_TEMPLATE = 'NONE';
const QUOTES = Object.keys(outboxStrings.quoteStyles) as QuoteStyle[];

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

/**
 * The answer: from a template or free, addressed, with its files; then looked at as it will leave, with everything
 * that speaks against it. What is typed stays while other messages are looked at, and comes back when it is undone.
 */
export function ReplyForm() {
  const { detail, messageId, busy, change, openForm } = useCase();
  const report = useErrorReporter();
  const [draft, setDraft] = useReplyDraft(detail, messageId);
  const check = useMutation({
    mutationFn: () =>
      client.replies.check({ ...draftInput(draft), caseId: detail.id, version: detail.version }),
    onError: report,
  });
  const review = check.data;
  const addresses = splitAddresses(draft.to);
  const addressed = addresses.length > 0 && areAddresses(addresses) && areAddresses(splitAddresses(draft.cc));
  const ready = addressed && draft.body.trim() !== '' && holesIn(draft).length === 0;
  const stopped = review?.findings.some(({ level }) => level === 'STOP') ?? false;
  const warned = review?.findings.filter(({ level }) => level === 'WARN').map(({ code }) => code) ?? [];

  const set = (part: Partial<ReplyDraft>): void => {
    check.reset();
    setDraft({ ...draft, ...part });
  };
  const send = async (): Promise<void> => {
    let replyId = 0;
    const after = await change(
      async (on) => {
        const queued = await client.replies.queue({ ...draftInput(draft), ...on, acknowledged: warned });
        replyId = queued.replies[0]?.id ?? 0;
        return queued;
      },
      ({ replies }) => ((replies[0]?.accountName ?? null) === null ? text.kept : text.sending),
      async () => {
        const back = await client.replies.cancel({ replyId });
        setDraft(draft);
        openForm('reply');
        return back;
      },
    );
    check.reset();
    if (after === null) return;
    setDraft(null);
    openForm(null);
  };

  return (
    <InlineForm
      title={text.title}
      save={review === undefined ? text.check : warned.length > 0 ? text.sendAnyway : text.send}
      saveDisabled={!ready || stopped}
      busy={busy || check.isPending}
      extra={
        review !== undefined && (
          <Button
            size="small"
            onClick={() => {
              check.reset();
            }}
          >
            {text.goOnWriting}
          </Button>
        )
      }
      onSave={() => {
        if (review === undefined) check.mutate();
        else void send();
      }}
      onClose={() => {
        openForm(null);
      }}
    >
      {review === undefined ? <ReplyFields draft={draft} set={set} /> : <ReplyReview check={review} />}
    </InlineForm>
  );
}

function ReplyFields({ draft, set }: { draft: ReplyDraft; set: (part: Partial<ReplyDraft>) => void }) {
  const styles = useStyles();
  const { detail } = useCase();
  const report = useErrorReporter();
  const addressesId = useId();
  const bodyField = useRef<HTMLTextAreaElement>(null);
  const subjectField = useRef<HTMLInputElement>(null);
  const [ccShown, setCcShown] = useState(draft.cc !== '');
  const templates = useQuery(api.replies.templates.queryOptions());
  const suggested = useSuggestions(draft.inReplyToId).data?.template?.id;
  const settings = useQuery(api.settings.get.queryOptions());
  const fill = useMutation({
    mutationFn: (templateId: number) => client.replies.preview({ caseId: detail.id, templateId }),
    onSuccess: ({ toAddress, subject, body, templateVersion }, templateId) => {
      set({ templateId, templateVersion, to: toAddress, subject, body });
      window.requestAnimationFrame(() => {
        const hole = holesIn({ subject: '', body })[0];
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
  const problem = (typed: string): string | undefined =>
    areAddresses(splitAddresses(typed)) ? undefined : text.invalidAddress;

  return (
    <>
      {templates.error !== null && (
        <ErrorBar error={templates.error} onRetry={() => void templates.refetch()} />
      )}
      <Field label={text.template} size="small">
        <Choice
          label={text.template}
          value={draft.templateId === null ? NO_TEMPLATE : String(draft.templateId)}
          busy={fill.isPending}
          suggested={draft.templateId === null && suggested !== undefined ? String(suggested) : undefined}
          options={[
            { value: NO_TEMPLATE, text: text.noTemplate },
            ...(templates.data ?? []).map(({ id, name }) => ({ value: String(id), text: name })),
          ]}
          onChoose={(value) => {
            if (value === NO_TEMPLATE) set({ templateId: null, templateVersion: null });
            else fill.mutate(Number(value));
          }}
        />
      </Field>
      {detail.messages.length > 1 && (
        <Field label={text.inReplyTo} size="small">
          <Select
            value={String(draft.inReplyToId)}
            onChange={(_, data) => {
              set({ inReplyToId: Number(data.value) });
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
      <Field label={text.to} size="small" required validationMessage={problem(draft.to)}>
        <Input
          list={addressesId}
          value={draft.to}
          contentAfter={
            ccShown ? undefined : (
              <Button size="small" appearance="transparent" onClick={() => setCcShown(true)}>
                {text.addCc}
              </Button>
            )
          }
          onChange={(_, data) => {
            set({ to: data.value });
          }}
        />
      </Field>
      {ccShown && (
        <Field label={text.cc} size="small" validationMessage={problem(draft.cc)}>
          <Input
            list={addressesId}
            value={draft.cc}
            onChange={(_, data) => {
              set({ cc: data.value });
            }}
          />
        </Field>
      )}
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
      <Field label={text.quote} size="small">
        <Select
          value={draft.quote ?? settings.data?.sending.quote ?? 'BELOW'}
          onChange={(_, { value }) => {
            set({ quote: QUOTES.find((style) => style === value) ?? null });
          }}
        >
          {QUOTES.map((style) => (
            <option key={style} value={style}>
              {outboxStrings.quoteStyles[style]}
            </option>
          ))}
        </Select>
      </Field>
      <ReplyAttachments draft={draft} onChange={set} />
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{text.notice}</MessageBarBody>
      </MessageBar>
    </>
  );
}

/** "{{texto_libre}}" as a person reads it: "texto libre". */
function holeName(hole: string): string {
  return hole.slice(2, -2).trim().replaceAll('_', ' ');
}
