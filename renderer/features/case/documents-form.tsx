import { useState } from 'react';
import { Button, Caption1, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { client } from '../../app/client.ts';
import { toErrorView, useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { documentStrings } from '../../strings/es/documents.ts';
import { saveFile } from '../../ui/save-file.ts';
import { useCase } from './case-context.tsx';
import { InlineForm } from './inline-form.tsx';
import { useReplyDraft } from './reply-draft.ts';
import { RefusalBar, refusalOf, type Refusal } from './refusal-bar.tsx';

const text = documentStrings.make;
const SHORTEST_CAUSE = 3;

type Kind = 'report' | 'sheet';
/** Which paper, and what is done with it. */
type Order = { readonly kind: Kind; readonly then: (file: File) => void };

/** A paper about the citizen, made from the record: put with the answer, or saved. */
export function DocumentsForm() {
  const { detail, messageId, openForm } = useCase();
  const notify = useNotice();
  const report = useErrorReporter();
  const [draft, setDraft] = useReplyDraft(detail, messageId);
  const [kind, setKind] = useState<Kind>('report');
  const [cause, setCause] = useState(text.usualCause);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const make = useMutation({
    mutationFn: ({ kind }: Order) =>
      kind === 'report'
        ? client.documents.report({ caseId: detail.id })
        : client.documents.requestSheet({ caseId: detail.id, cause }),
    onSuccess: (file, { then }) => {
      setRefusal(null);
      then(file);
    },
    onError: (error) => {
      const refused = refusalOf(toErrorView(error));
      setRefusal(refused);
      if (refused === null) report(error);
    },
  });
  const attach = (file: File): void => {
    setDraft({ ...draft, files: [...draft.files, file] });
    notify(text.attached(file.name));
    openForm('reply');
  };
  const incomplete = kind === 'sheet' && cause.trim().length < SHORTEST_CAUSE;
  return (
    <InlineForm
      title={text.title}
      save={text.attach}
      saveDisabled={incomplete}
      busy={make.isPending}
      extra={
        <Button
          size="small"
          disabled={incomplete || make.isPending}
          onClick={() => {
            make.mutate({
              kind,
              then: (file) => {
                saveFile(file, file.name);
              },
            });
          }}
        >
          {text.save}
        </Button>
      }
      onSave={() => {
        make.mutate({ kind, then: attach });
      }}
      onClose={() => {
        openForm(null);
      }}
    >
      <Field label={text.document} size="small">
        <RadioGroup
          value={kind}
          onChange={(_, data) => {
            setKind(data.value === 'sheet' ? 'sheet' : 'report');
          }}
        >
          <Radio value="report" label={text.report} />
          <Radio value="sheet" label={text.sheet} />
        </RadioGroup>
      </Field>
      {kind === 'sheet' && (
        <Field label={text.cause} size="small" required>
          <Input
            value={cause}
            maxLength={200}
            onChange={(_, data) => {
              setCause(data.value);
            }}
          />
        </Field>
      )}
      <Caption1 block>{text.explain}</Caption1>
      {refusal !== null && <RefusalBar refusal={refusal} onDismiss={() => setRefusal(null)} />}
    </InlineForm>
  );
}
