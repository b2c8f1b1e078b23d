import { useState } from 'react';
import {
  Caption1,
  Checkbox,
  Field,
  Label,
  Radio,
  RadioGroup,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { client } from '../../app/client.ts';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { looksLikeIdentity, useLikelyTypes } from '../reading/likely-types.ts';
import { useCase } from './case-context.tsx';
import { InlineForm } from './inline-form.tsx';

const text = caseStrings.identity.form;
const RESULTS = { VERIFIED: text.resultVerified, REJECTED: text.resultRejected } as const;

const useStyles = makeStyles({
  checks: { display: 'flex', flexDirection: 'column' },
  hint: { color: tokens.colorNeutralForeground2 },
  box: { alignItems: 'start', overflowWrap: 'anywhere' },
});

/** The checklist over the attached document (LPAC art. 9). The result is the clerk's, the evidence is kept. */
export function DocumentCheck() {
  const styles = useStyles();
  const { detail, busy, change, openForm } = useCase();
  const likely = useLikelyTypes(detail.attachments);
  const [picked, setAttachmentIds] = useState<readonly number[] | null>(null);
  // What looks like a card or a passport, until the clerk says otherwise.
  const attachmentIds =
    picked ??
    detail.attachments
      .filter(({ id, documentType }) => looksLikeIdentity(documentType, likely.get(id)))
      .map(({ id }) => id);
  const [checks, setChecks] = useState({ legible: false, matches: false, inForce: false });
  const [result, setResult] = useState<'VERIFIED' | 'REJECTED'>('VERIFIED');
  const [notes, setNotes] = useState('');
  const complete = attachmentIds.length > 0 && checks.legible && checks.matches && checks.inForce;
  const canSave = result === 'VERIFIED' ? complete : attachmentIds.length > 0 && notes.trim() !== '';

  const save = async (): Promise<void> => {
    const after = await change(
      (on) =>
        client.cases.verifyByDocument({
          ...on,
          checklist: { attachmentIds: [...attachmentIds], ...checks },
          result,
          notes,
        }),
      result === 'VERIFIED' ? caseStrings.identity.savedVerified : caseStrings.identity.savedRejected,
    );
    if (after !== null) openForm(null);
  };

  // Groups, not Fields: a Field gives its one id and label to every control inside.
  return (
    <InlineForm
      title={text.documentTitle}
      save={text.save}
      saveDisabled={!canSave}
      busy={busy}
      onSave={() => void save()}
      onClose={() => {
        openForm(null);
      }}
    >
      <div>
        <Label size="small">{text.attachments}</Label>
        <div role="group" aria-label={text.attachments} className={styles.checks}>
          {detail.attachments.map((attachment) => (
            <Checkbox
              key={attachment.id}
              className={styles.box}
              checked={attachmentIds.includes(attachment.id)}
              label={
                attachment.documentType === null
                  ? attachment.name
                  : `${attachment.name} (${strings.labels.documentType[attachment.documentType]})`
              }
              onChange={(_, { checked }) => {
                setAttachmentIds(
                  checked === true
                    ? [...attachmentIds, attachment.id]
                    : attachmentIds.filter((id) => id !== attachment.id),
                );
              }}
            />
          ))}
        </div>
      </div>
      <div>
        <Label size="small">{text.checks}</Label>
        <div role="group" aria-label={text.checks} className={styles.checks}>
          {(['legible', 'matches', 'inForce'] as const).map((check) => (
            <Checkbox
              key={check}
              checked={checks[check]}
              label={text[check]}
              onChange={(_, { checked }) => {
                setChecks({ ...checks, [check]: checked === true });
              }}
            />
          ))}
        </div>
      </div>
      <Field label={text.result} size="small">
        <RadioGroup
          layout="horizontal"
          value={result}
          onChange={(_, { value }) => {
            setResult(value === 'REJECTED' ? 'REJECTED' : 'VERIFIED');
          }}
        >
          <Radio value="VERIFIED" label={RESULTS.VERIFIED} />
          <Radio value="REJECTED" label={RESULTS.REJECTED} />
        </RadioGroup>
      </Field>
      {result === 'VERIFIED' && !complete && (
        <Caption1 block className={styles.hint}>
          {text.verifiedNeedsAll}
        </Caption1>
      )}
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
