import { useState } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import { client } from '../../app/client.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { daysUntil } from '../../ui/format.ts';
import { useCase } from './case-context.tsx';
import { InlineForm } from './inline-form.tsx';

const text = caseStrings.due;

/** The last day to answer; a calendar day in the office's time. */
export function DueForm() {
  const { detail, busy, change, openForm } = useCase();
  const before = detail.dueDate;
  const [day, setDay] = useState(before ?? '');
  const past = day !== '' && day !== before && daysUntil(day) < 0;
  const set = async (dueDate: string | null): Promise<void> => {
    const after = await change(
      (on) => client.cases.setDueDate({ ...on, dueDate }),
      dueDate === null ? text.cleared : text.saved,
      (on) => client.cases.setDueDate({ ...on, dueDate: before }),
    );
    if (after !== null) openForm(null);
  };
  return (
    <InlineForm
      title={text.title}
      save={text.save}
      saveDisabled={day === '' || day === before}
      busy={busy}
      extra={
        before !== null && (
          <Button size="small" disabled={busy} onClick={() => void set(null)}>
            {text.clear}
          </Button>
        )
      }
      onSave={() => void set(day)}
      onClose={() => {
        openForm(null);
      }}
    >
      <Field
        label={text.label}
        size="small"
        hint={text.hint}
        validationState={past ? 'warning' : 'none'}
        validationMessage={past ? text.past : undefined}
      >
        <Input
          type="date"
          value={day}
          onChange={(_, data) => {
            setDay(data.value);
          }}
        />
      </Field>
    </InlineForm>
  );
}
