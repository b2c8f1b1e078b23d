import { useState } from 'react';
import { Body1, Field, Select } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { api, client } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { caseStrings } from '../../strings/es/case.ts';
import { useCase } from './case-context.tsx';
import { InlineForm } from './inline-form.tsx';

const text = caseStrings.forward;

/** Hands the case to the unit it belongs to; inside the office, so it can be undone. */
export function ForwardForm() {
  const { detail, busy, change, openForm } = useCase();
  const units = useQuery(api.cases.units.queryOptions());
  const [unitId, setUnitId] = useState<number | null>(null);
  const active = units.data?.filter((unit) => unit.active) ?? [];
  const unit = active.find((candidate) => candidate.id === unitId);
  const before = detail.state;

  const save = async (): Promise<void> => {
    if (unit === undefined) return;
    const after = await change(
      (on) => client.cases.setState({ ...on, state: 'FORWARDED', unitId: unit.id }),
      text.saved(unit.name),
      before === 'FORWARDED' || before === 'NEW'
        ? undefined
        : (on) => client.cases.setState({ ...on, state: before }),
    );
    if (after !== null) openForm(null);
  };

  return (
    <InlineForm
      title={text.title}
      save={text.save}
      saveDisabled={unit === undefined}
      busy={busy}
      onSave={() => void save()}
      onClose={() => {
        openForm(null);
      }}
    >
      {units.error !== null && <ErrorBar error={units.error} onRetry={() => void units.refetch()} />}
      {units.data !== undefined && active.length === 0 && <Body1 block>{text.none}</Body1>}
      <Field label={text.unit} size="small" required>
        <Select
          value={unitId === null ? '' : String(unitId)}
          onChange={(_, data) => {
            setUnitId(data.value === '' ? null : Number(data.value));
          }}
        >
          <option value="">{text.choose}</option>
          {active.map((candidate) => (
            <option key={candidate.id} value={candidate.id}>
              {candidate.name}
            </option>
          ))}
        </Select>
      </Field>
    </InlineForm>
  );
}
