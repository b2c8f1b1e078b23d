import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, DismissCircle16Filled } from '@fluentui/react-icons';
import type { Verification } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { useShortcut, withKey } from '../../app/keyboard.tsx';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { identityStrings } from '../../strings/es/identity.ts';
import { DateText } from '../../ui/DateText.tsx';
import { useCase, type FormId } from './case-context.tsx';
import { DataCheck } from './data-check.tsx';
import { declaredValue } from './declared.ts';
import { DiagnosisForm, phoneDraft } from './diagnosis-form.tsx';
import { DocumentCheck } from './document-check.tsx';
import { Ladder, LadderOpens, reaches } from './ladder.tsx';
import { Section } from './section.tsx';
import { SmsCheck } from './sms-check.tsx';

const text = caseStrings.identity;

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
  },
  item: { display: 'flex', gap: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground2 },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  bad: { color: tokens.colorStatusDangerForeground3, flexShrink: 0 },
});

/** Step 3: how far the writer's identity is proven, and the next step as a button. */
export function IdentitySection() {
  const styles = useStyles();
  const { detail, busy, form, openForm, change } = useCase();
  const hasCitizen = detail.citizen !== null;
  const hasAttachments = detail.attachments.length > 0;
  const canCheckDocument = hasCitizen && hasAttachments;
  const level = detail.identityLevel;
  const verified = reaches(level, 'DOCUMENT');
  const fromRecord = detail.messages.some(
    ({ fromAddress }) => fromAddress === detail.citizen?.email?.toLowerCase(),
  );
  useShortcut(
    'identity',
    () => {
      openForm('document');
    },
    canCheckDocument,
  );
  return (
    <Section title={text.title}>
      <Ladder level={level} />
      <Caption1 block className={styles.muted}>
        {text.reached[level]}
      </Caption1>
      {hasCitizen && <LadderOpens level={level} />}
      {detail.verifications.length > 0 && (
        <ul className={styles.list}>
          {detail.verifications.map((verification) => (
            <VerificationLine key={verification.id} verification={verification} />
          ))}
        </ul>
      )}
      {!hasCitizen && (
        <Body1 block className={styles.muted}>
          {text.needsCitizen}
        </Body1>
      )}
      {hasCitizen && !hasAttachments && !verified && (
        <Body1 block className={styles.muted}>
          {text.needsAttachment}
        </Body1>
      )}
      {!isChecking(form) && (
        <div className={styles.buttons}>
          {canCheckDocument && (
            <Button
              size="small"
              appearance={verified ? 'secondary' : 'primary'}
              onClick={() => {
                openForm('document');
              }}
            >
              {withKey(verified ? text.again : text.byDocument, 'identity')}
            </Button>
          )}
          {hasCitizen && level === 'NONE' && (
            <Button
              size="small"
              onClick={() => {
                openForm('data');
              }}
            >
              {text.byData}
            </Button>
          )}
          {fromRecord && !reaches(level, 'SENDER') && (
            <Button
              size="small"
              disabled={busy}
              onClick={() => void change((on) => client.cases.verifyBySender(on), text.savedVerified)}
            >
              {text.bySender}
            </Button>
          )}
          {hasCitizen && detail.isSigned && !reaches(level, 'CERTIFICATE') && (
            <Button
              size="small"
              disabled={busy}
              onClick={() => void change((on) => client.cases.verifyByCertificate(on), text.savedVerified)}
            >
              {text.byCertificate}
            </Button>
          )}
          {hasCitizen && (
            <Button
              size="small"
              onClick={() => {
                openForm('sms');
              }}
            >
              {identityStrings.code.open}
            </Button>
          )}
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              openForm('diagnosis');
            }}
          >
            {identityStrings.diagnosis.open}
          </Button>
        </div>
      )}
      {form === 'document' && canCheckDocument && <DocumentCheck />}
      {form === 'data' && hasCitizen && <DataCheck />}
      {form === 'sms' && hasCitizen && <SmsCheck />}
      {form === 'diagnosis' && (
        <DiagnosisForm
          start={{
            id: declaredValue(detail.comparison, 'id'),
            birth: declaredValue(detail.comparison, 'birthDate'),
            ...phoneDraft(declaredValue(detail.comparison, 'phone')),
          }}
          onClose={() => {
            openForm(null);
          }}
        />
      )}
    </Section>
  );
}

function isChecking(form: FormId | null): boolean {
  return form === 'document' || form === 'data' || form === 'sms' || form === 'diagnosis';
}

function VerificationLine({ verification }: { verification: Verification }) {
  const styles = useStyles();
  const method = strings.labels.verificationMethod[verification.method];
  const verified = verification.result === 'VERIFIED';
  return (
    <li>
      <Caption1 block className={styles.item}>
        {verified ? (
          <CheckmarkCircle16Filled aria-hidden className={styles.good} />
        ) : (
          <DismissCircle16Filled aria-hidden className={styles.bad} />
        )}
        <span>
          {verified
            ? text.verified(method, verification.createdBy)
            : text.rejected(method, verification.createdBy)}
          {', '}
          <DateText date={verification.createdAt} />
          {verification.notes !== '' && <>. {verification.notes}</>}
        </span>
      </Caption1>
    </li>
  );
}
