import { useState } from 'react';
import { Checkbox, Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, client } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { catalogueStrings } from '../../strings/es/catalogue.ts';
import { useCase } from './case-context.tsx';
import { InlineForm } from './inline-form.tsx';
import { OnlineServices, useOnlineServices } from './online-services.tsx';
import { useReplyDraft } from './reply-draft.ts';

const text = catalogueStrings.online;
/** Where a template wants the services (main/cases/placeholders.ts). */
const HOLE = /\{\{\s*servicios_en_línea\s*\}\}/iu;

/** "How can this be done on line": the services that the message asks for, and an answer that explains them. */
export function OnlineForm() {
  const { detail, messageId, busy, openForm } = useCase();
  const report = useErrorReporter();
  const [draft, setDraft] = useReplyDraft(detail, messageId);
  const askedId = messageId ?? detail.messages.at(-1)?.id ?? 0;
  const services = useOnlineServices(askedId);
  const templates = useQuery(api.replies.templates.queryOptions());
  const [picked, setPicked] = useState<readonly number[] | null>(null);
  const [preferred, setPreferred] = useState<number | null>(null);
  const fitting = templates.data?.filter(({ body }) => HOLE.test(body));
  const template = fitting?.find(({ id }) => id === preferred) ?? fitting?.[0];
  // The likeliest, until the clerk says otherwise.
  const chosen = picked ?? services.data?.slice(0, 1).map(({ entry }) => entry.id) ?? [];
  const write = useMutation({
    mutationFn: (templateId: number) =>
      client.replies.preview({ caseId: detail.id, templateId, serviceIds: [...chosen] }),
    onSuccess: ({ toAddress, subject, body, templateVersion }, templateId) => {
      setDraft({ ...draft, templateId, templateVersion, to: toAddress, subject, body });
      openForm('reply');
    },
    onError: report,
  });
  return (
    <InlineForm
      title={text.title}
      save={text.write}
      saveDisabled={template === undefined || chosen.length === 0}
      busy={busy || write.isPending}
      onSave={() => {
        if (template !== undefined) write.mutate(template.id);
      }}
      onClose={() => {
        openForm(null);
      }}
    >
      <OnlineServices
        messageId={askedId}
        choice={({ entry }) => (
          <Checkbox
            label={entry.name}
            checked={chosen.includes(entry.id)}
            onChange={(_, { checked }) => {
              setPicked(checked === true ? [...chosen, entry.id] : chosen.filter((id) => id !== entry.id));
            }}
          />
        )}
      />
      {fitting !== undefined && fitting.length > 1 && (
        <Field label={text.template} size="small">
          <Select
            value={String(template?.id)}
            onChange={(_, { value }) => {
              setPreferred(Number(value));
            }}
          >
            {fitting.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {fitting?.length === 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text.noTemplate}</MessageBarBody>
        </MessageBar>
      )}
      {draft.body !== '' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text.replaces}</MessageBarBody>
        </MessageBar>
      )}
    </InlineForm>
  );
}
