import { useState } from 'react';
import {
  Button,
  Field,
  Input,
  Spinner,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Unit } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { ErrorBar, errorCode, useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { InlineForm } from '../case/inline-form.tsx';
import { ListHead, refusedFields } from './parts.tsx';

const texts = settingsStrings.units;

/** Where cases are forwarded to. */
export function UnitsSection() {
  const units = useQuery(api.settings.units.queryOptions());
  const [editing, setEditing] = useState<Unit | 'NEW' | null>(null);
  if (units.error !== null) return <ErrorBar error={units.error} onRetry={() => void units.refetch()} />;
  if (units.data === undefined) return <Spinner label={strings.common.loading} />;
  return (
    <>
      <ListHead
        text={texts.intro}
        create={texts.create}
        onCreate={() => setEditing('NEW')}
        form={
          editing === null ? null : (
            <UnitForm
              key={editing === 'NEW' ? 'NEW' : editing.id}
              unit={editing === 'NEW' ? null : editing}
              onClose={() => setEditing(null)}
            />
          )
        }
      />
      <Table aria-label={texts.list}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{texts.name}</TableHeaderCell>
            <TableHeaderCell>{texts.email}</TableHeaderCell>
            <TableHeaderCell>{texts.active}</TableHeaderCell>
            <TableHeaderCell>{texts.actions}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {units.data.map((unit) => (
            <TableRow key={unit.id}>
              <TableCell>{unit.name}</TableCell>
              <TableCell>{unit.email ?? ''}</TableCell>
              <TableCell>{unit.active ? strings.common.yes : texts.inactive}</TableCell>
              <TableCell>
                <Button size="small" aria-label={texts.editOf(unit.name)} onClick={() => setEditing(unit)}>
                  {texts.edit}
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}

function UnitForm({ unit, onClose }: { unit: Unit | null; onClose: () => void }) {
  const notify = useNotice();
  const report = useErrorReporter();
  const [name, setName] = useState(unit?.name ?? '');
  const [email, setEmail] = useState(unit?.email ?? '');
  const [active, setActive] = useState(unit?.active ?? true);
  const save = useMutation({
    mutationFn: () =>
      client.settings.saveUnit({
        id: unit?.id ?? null,
        name,
        email: email.trim() === '' ? null : email.trim(),
        active,
      }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: api.settings.units.key() });
      void queryClient.invalidateQueries({ queryKey: api.cases.units.key() });
      notify(settingsStrings.saved);
      onClose();
    },
    onError: (error) => {
      if (refusedFields(error).size === 0) report(error);
    },
  });
  const refused = refusedFields(save.error);
  const nameProblem =
    errorCode(save.error) === 'DUPLICATE'
      ? texts.duplicate
      : refused.has('name')
        ? settingsStrings.invalid
        : undefined;
  return (
    <InlineForm
      title={unit === null ? texts.create : texts.editOf(unit.name)}
      headingLevel="h3"
      save={strings.common.save}
      saveDisabled={name.trim() === ''}
      busy={save.isPending}
      onSave={() => save.mutate()}
      onClose={onClose}
    >
      <Field label={texts.name} required validationMessage={nameProblem}>
        <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field
        label={texts.email}
        hint={texts.emailHint}
        validationMessage={refused.has('email') ? settingsStrings.invalid : undefined}
      >
        <Input type="email" value={email} maxLength={254} onChange={(_, { value }) => setEmail(value)} />
      </Field>
      <Switch label={texts.active} checked={active} onChange={(_, { checked }) => setActive(checked)} />
    </InlineForm>
  );
}
