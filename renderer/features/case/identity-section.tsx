import { Body1, Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, DismissCircle16Filled, Checkmark12Filled } from '@fluentui/react-icons';
import type { IdentityLevel, Verification } from '../../../main/api/contract/index.ts';
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
import { Section } from './section.tsx';
import { SmsCheck } from './sms-check.tsx';

const text = caseStrings.identity;

const LADDER = ['NONE', 'DATA', 'DOCUMENT', 'SMS', 'CERTIFICATE'] as const satisfies readonly IdentityLevel[];

const useStyles = makeStyles({
  ladder: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxWidth: '480px',
  },
  step: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    ':not(:first-child)::before': {
      content: '""',
      position: 'absolute',
      top: '8px',
      right: 'calc(50% + 10px)',
      left: 'calc(-50% + 10px)',
      height: '1px',
      backgroundColor: tokens.colorNeutralStroke1,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
  },
  dot: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '16px',
    height: '16px',
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  reached: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  reachedDot: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': {
      backgroundColor: 'CanvasText',
      color: 'Canvas',
      forcedColorAdjust: 'none',
    },
  },
  nothing: {
    backgroundColor: tokens.colorNeutralForeground3,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralForeground3}`,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
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
  const { detail, form, openForm } = useCase();
  const hasCitizen = detail.citizen !== null;
  const hasAttachments = detail.attachments.length > 0;
  const canCheckDocument = hasCitizen && hasAttachments;
  const verified = detail.identityLevel !== 'NONE' && detail.identityLevel !== 'DATA';
  useShortcut(
    'identity',
    () => {
      openForm('document');
    },
    canCheckDocument,
  );
  return (
    <Section title={text.title}>
      <Ladder level={detail.identityLevel} />
      <Caption1 block className={styles.muted}>
        {text.reached[detail.identityLevel]}
      </Caption1>
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
          {hasCitizen && detail.identityLevel === 'NONE' && (
            <Button
              size="small"
              onClick={() => {
                openForm('data');
              }}
            >
              {text.byData}
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

function Ladder({ level }: { level: IdentityLevel }) {
  const styles = useStyles();
  return (
    <ol className={styles.ladder} aria-label={text.ladderLabel}>
      {LADDER.map((step) => {
        const here = step === level;
        return (
          <li
            key={step}
            className={mergeClasses(styles.step, here && styles.reached)}
            aria-current={here ? 'step' : undefined}
          >
            <span
              aria-hidden
              className={mergeClasses(
                styles.dot,
                here && styles.reachedDot,
                here && step === 'NONE' && styles.nothing,
              )}
            >
              {here && step !== 'NONE' && <Checkmark12Filled />}
            </span>
            {text.ladder[step]}
          </li>
        );
      })}
    </ol>
  );
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
