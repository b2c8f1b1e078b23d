import { useState } from 'react';
import {
  Body1Strong,
  Caption1,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { Citizen, Outputs } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { counterStrings } from '../../strings/es/counter.ts';
import { InlineForm } from '../case/inline-form.tsx';
import { SimulatedPhone } from '../case/simulated-phone.tsx';
import { refusedFields } from '../settings/parts.tsx';
import { checklistOf, DocumentFields, EMPTY_DOCUMENT } from './document-fields.tsx';
import { PhoneOnRecord } from './phone-on-record.tsx';
import { PossessionStep } from './possession-step.tsx';
import { counterRefusal } from './refusal.ts';

const text = counterStrings.register;

export type Issued = Outputs['registrations']['register'];

const useStyles = makeStyles({
  step: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
});

/** Registration in person, step after step: the document, the mobile, the e-mail address. */
export function RegisterForm({
  citizen,
  onIssued,
  onClose,
}: {
  citizen: Citizen;
  onIssued: (issued: Issued) => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const report = useErrorReporter();
  const [document, setDocument] = useState(EMPTY_DOCUMENT);
  const [phone, setPhone] = useState('');
  const [phoneShown, setPhoneShown] = useState(false);
  const [email, setEmail] = useState(citizen.email ?? '');
  const [emailShown, setEmailShown] = useState(false);
  const checklist = checklistOf(document);
  const register = useMutation({
    mutationFn: () => {
      if (checklist === null) throw new Error('the document is not complete');
      return client.registrations.register({ citizenId: citizen.id, checklist, phone, email });
    },
    onSuccess: onIssued,
    onError: (error) => {
      if (counterRefusal(error) === null) report(error);
    },
  });
  const refusal = counterRefusal(register.error);
  const ready = checklist !== null && phoneShown && emailShown;
  const [documentStep, phoneStep, emailStep] = text.steps;
  return (
    <InlineForm
      title={text.title}
      headingLevel="h2"
      save={text.save}
      saveDisabled={!ready}
      busy={register.isPending}
      onSave={() => register.mutate()}
      onClose={onClose}
    >
      <div className={styles.step}>
        <Body1Strong as="h3">{documentStep}</Body1Strong>
        <DocumentFields draft={document} refused={refusedFields(register.error)} onChange={setDocument} />
      </div>
      <div className={styles.step}>
        <Body1Strong as="h3">{phoneStep}</Body1Strong>
        <PossessionStep
          citizenId={citizen.id}
          kind="PHONE"
          address={phone}
          shown={phoneShown}
          onAddress={setPhone}
          onShown={setPhoneShown}
        />
      </div>
      <div className={styles.step}>
        <Body1Strong as="h3">{emailStep}</Body1Strong>
        <PossessionStep
          citizenId={citizen.id}
          kind="EMAIL"
          address={email}
          shown={emailShown}
          onAddress={setEmail}
          onShown={setEmailShown}
        />
      </div>
      {refusal !== null && (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      <PhoneOnRecord citizenId={citizen.id} error={register.error} onShown={register.reset} />
      <SimulatedPhone />
      {!ready && <Caption1 block>{text.missing}</Caption1>}
    </InlineForm>
  );
}
