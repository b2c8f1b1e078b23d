import { useEffect, useRef, type ReactNode } from 'react';
import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { CaseDetail, IdentityLevel } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { useCase, type FormId } from './case-context.tsx';
import { reaches } from './ladder.tsx';
import { PhoneChangeForm } from './phone-change-form.tsx';
import { usePhoneOfForm } from './take-over.ts';

const text = caseStrings.phone;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  missing: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Asks for a change of the register, once the citizen is known and verified. */
export function PhoneForm() {
  const { detail } = useCase();
  const { data: ladder = [] } = useQuery(api.identity.ladder.queryOptions());
  const least = ladder.find((row) => row.action === 'changePhone')?.least ?? 'DOCUMENT';
  // Taken from a TA.1 while the form is open, the number takes the place of what stood there.
  const [ofForm] = usePhoneOfForm(detail.id);
  const missing = missingSteps(detail, least);
  if (detail.citizen?.deceased === true) {
    return (
      <Box>
        <Body1 block>{text.deceased}</Body1>
      </Box>
    );
  }
  return missing.length > 0 ? <Missing steps={missing} /> : <PhoneChangeForm key={ofForm} />;
}

type Step = { readonly words: string; readonly form: FormId };

function missingSteps(detail: CaseDetail, least: IdentityLevel): Step[] {
  const steps: Step[] = [];
  if (detail.citizen === null) steps.push({ words: text.needsCitizen, form: 'citizen' });
  if (!reaches(detail.identityLevel, least)) {
    steps.push({ words: text.needsIdentity, form: 'document' });
  }
  return steps;
}

/** What stands where the form would: brought into sight, because it may have opened below it. */
function Box({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} className={styles.box} role="status">
      {children}
    </div>
  );
}

function Missing({ steps }: { steps: readonly Step[] }) {
  const styles = useStyles();
  const { detail, openForm } = useCase();
  const canCheck = detail.citizen !== null && detail.attachments.length > 0;
  return (
    <Box>
      <Body1 block>{caseStrings.actions.missing}</Body1>
      <ol className={styles.missing}>
        {steps.map((step) => (
          <li key={step.form}>
            <Body1>{step.words}</Body1>
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        {canCheck && (
          <Button
            size="small"
            appearance="primary"
            onClick={() => {
              openForm('document');
            }}
          >
            {caseStrings.identity.byDocument}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => {
            openForm(null);
          }}
        >
          {strings.common.close}
        </Button>
      </div>
    </Box>
  );
}
