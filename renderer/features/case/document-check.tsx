import { useState } from 'react';
import { Caption1, Checkbox, Label, makeStyles, tokens } from '@fluentui/react-components';
import { client } from '../../app/client.ts';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { looksLikeIdentity, useLikelyTypes } from '../reading/likely-types.ts';
import { useCase } from './case-context.tsx';
import { CheckResultFields, checkSaved, type CheckResult } from './check-result.tsx';
import { InlineForm } from './inline-form.tsx';

const text = caseStrings.identity.form;

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
  const [result, setResult] = useState<CheckResult>('VERIFIED');
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
      checkSaved(result),
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
      <CheckResultFields result={result} onResult={setResult} notes={notes} onNotes={setNotes}>
        {result === 'VERIFIED' && !complete && (
          <Caption1 block className={styles.hint}>
            {text.verifiedNeedsAll}
          </Caption1>
        )}
      </CheckResultFields>
    </InlineForm>
  );
}
