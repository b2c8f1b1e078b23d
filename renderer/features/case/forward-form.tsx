import { useState } from 'react';
import {
  Body1,
  Caption1,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { CaseDetail, Unit } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { useDraft } from '../../app/remembered.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { formatDateTime } from '../../ui/format.ts';
import { useCase, type Change } from './case-context.tsx';
import { useSuggestions } from './suggestions.tsx';
import { InlineForm } from './inline-form.tsx';

const text = caseStrings.forward;

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase200 },
  muted: { color: tokens.colorNeutralForeground3 },
});

/**
 * Hands the case to the unit it belongs to: by e-mail, with the messages as they came and a covering note, where the
 * unit has an address; else it is only written down. Either can be undone.
 */
export function ForwardForm() {
  const styles = useStyles();
  const { detail, messageId, busy, change, openForm } = useCase();
  const units = useQuery(api.cases.units.queryOptions());
  const newest = detail.messages.at(-1)?.id;
  const suggested = useSuggestions(messageId ?? newest ?? null).data?.unit?.id ?? null;
  const [chosen, setUnitId] = useState<number | null | undefined>(undefined);
  // What is suggested, until the clerk says otherwise.
  const unitId = chosen === undefined ? suggested : chosen;
  const [messageIds, setMessageIds] = useState<readonly number[]>(
    [messageId ?? newest].flatMap((id) => id ?? []),
  );
  const [note, setNote] = useDraft(`case.${detail.id}.forward`, '');
  const active = units.data?.filter((unit) => unit.active) ?? [];
  const unit = active.find((candidate) => candidate.id === unitId);
  const byMail = unit !== undefined && unit.email !== null;

  const save = async (): Promise<void> => {
    if (unit === undefined) return;
    const after = await (byMail ? sendTo(unit) : writeDown(unit));
    if (after === null) return;
    setNote('');
    openForm(null);
  };

  const sendTo = (to: Unit): Promise<CaseDetail | null> => {
    let replyId = 0;
    return change(
      async (on) => {
        const forwarded = await client.replies.forward({
          ...on,
          unitId: to.id,
          messageIds: [...messageIds],
          note,
        });
        replyId = forwarded.replies[0]?.id ?? 0;
        return forwarded;
      },
      ({ replies }) =>
        (replies[0]?.accountName ?? null) === null ? text.kept(to.name) : text.sending(to.name),
      () => client.replies.cancel({ replyId }),
    );
  };
  const writeDown = (to: Unit): Promise<CaseDetail | null> => {
    const before = detail.state;
    const back: Change | undefined =
      before === 'FORWARDED' || before === 'NEW'
        ? undefined
        : (on) => client.cases.setState({ ...on, state: before });
    return change(
      (on) => client.cases.setState({ ...on, state: 'FORWARDED', unitId: to.id }),
      text.saved(to.name),
      back,
    );
  };

  return (
    <InlineForm
      title={text.title}
      save={byMail ? text.send : text.save}
      saveDisabled={unit === undefined || (byMail && messageIds.length === 0)}
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
      {unit !== undefined && !byMail && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text.noEmail}</MessageBarBody>
        </MessageBar>
      )}
      {byMail && (
        <>
          <Caption1 block className={styles.muted}>
            {text.to(unit.email ?? '')}
          </Caption1>
          <Field label={text.note} size="small">
            <Textarea
              rows={4}
              resize="vertical"
              maxLength={5000}
              value={note}
              onChange={(_, data) => {
                setNote(data.value);
              }}
            />
          </Field>
          <fieldset className={styles.group}>
            <legend className={styles.legend}>{text.originals}</legend>
            {detail.messages.map((message) => (
              <Checkbox
                key={message.id}
                label={`${formatDateTime(message.receivedAt)} · ${message.subject}`}
                checked={messageIds.includes(message.id)}
                onChange={(_, { checked }) => {
                  const others = messageIds.filter((one) => one !== message.id);
                  setMessageIds(checked === true ? [...others, message.id] : others);
                }}
              />
            ))}
          </fieldset>
        </>
      )}
    </InlineForm>
  );
}
