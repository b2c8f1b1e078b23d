import { useState } from 'react';
import { Caption1 } from '@fluentui/react-components';
import { client } from '../../app/client.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { useCase } from './case-context.tsx';
import { CheckResultFields, checkSaved, type CheckResult } from './check-result.tsx';
import { InlineForm } from './inline-form.tsx';

const text = caseStrings.identity.form;

/** Verification by data: what was declared against the record, as the table above shows it. */
export function DataCheck() {
  const { busy, change, openForm } = useCase();
  const [result, setResult] = useState<CheckResult>('VERIFIED');
  const [notes, setNotes] = useState('');
  const save = async (): Promise<void> => {
    const after = await change(
      (on) => client.cases.verifyByData({ ...on, result, notes }),
      checkSaved(result),
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
      <CheckResultFields result={result} onResult={setResult} notes={notes} onNotes={setNotes} />
    </InlineForm>
  );
}
