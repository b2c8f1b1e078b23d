import { useState } from 'react';
import { Caption1, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { client } from '../../app/client.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { useCase } from './case-context.tsx';
import { InlineForm } from './inline-form.tsx';

const text = caseStrings.identity.form;

/** Verification by data: what was declared against the record, as the table above shows it. */
export function DataCheck() {
  const { busy, change, openForm } = useCase();
  const [result, setResult] = useState<'VERIFIED' | 'REJECTED'>('VERIFIED');
  const [notes, setNotes] = useState('');
  const save = async (): Promise<void> => {
    const after = await change(
      (on) => client.cases.verifyByData({ ...on, result, notes }),
      result === 'VERIFIED' ? caseStrings.identity.savedVerified : caseStrings.identity.savedRejected,
    );
    if (after !== null) openForm(null);
  };
  return (
    <InlineForm
      title={text.dataTitle}
      save={text.save}
      saveDisabled={result === 'REJECTED' && notes.trim() === ''}
      busy={busy}
      onSave={() => void save()}
      onClose={() => {
        openForm(null);
      }}
    >
      <Caption1 block>{text.dataText}</Caption1>
      <Field label={text.result} size="small">
        <RadioGroup
          layout="horizontal"
          value={result}
          onChange={(_, { value }) => {
            setResult(value === 'REJECTED' ? 'REJECTED' : 'VERIFIED');
          }}
        >
          <Radio value="VERIFIED" label={text.resultVerified} />
          <Radio value="REJECTED" label={text.resultRejected} />
        </RadioGroup>
      </Field>
      <Field
        label={text.notes}
        size="small"
        required={result === 'REJECTED'}
        hint={result === 'REJECTED' ? text.rejectedNeedsNotes : undefined}
      >
        <Textarea
          rows={2}
          resize="vertical"
          maxLength={2000}
          value={notes}
          onChange={(_, data) => {
            setNotes(data.value);
          }}
        />
      </Field>
    </InlineForm>
  );
}
