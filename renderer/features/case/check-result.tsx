import type { ReactNode } from 'react';
import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { caseStrings } from '../../strings/es/case.ts';

const text = caseStrings.identity.form;

export type CheckResult = 'VERIFIED' | 'REJECTED';

/** What a clerk's check came to, and his words on it: without them nobody is rejected. `children` stand between. */
export function CheckResultFields({
  result,
  onResult,
  notes,
  onNotes,
  children,
}: {
  result: CheckResult;
  onResult: (result: CheckResult) => void;
  notes: string;
  onNotes: (notes: string) => void;
  children?: ReactNode;
}) {
  return (
    <>
      <Field label={text.result} size="small">
        <RadioGroup
          layout="horizontal"
          value={result}
          onChange={(_, { value }) => {
            onResult(value === 'REJECTED' ? 'REJECTED' : 'VERIFIED');
          }}
        >
          <Radio value="VERIFIED" label={text.resultVerified} />
          <Radio value="REJECTED" label={text.resultRejected} />
        </RadioGroup>
      </Field>
      {children}
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
          onChange={(_, { value }) => {
            onNotes(value);
          }}
        />
      </Field>
    </>
  );
}

/** What the clerk is told once it is kept. */
export function checkSaved(result: CheckResult): string {
  return result === 'VERIFIED' ? caseStrings.identity.savedVerified : caseStrings.identity.savedRejected;
}
