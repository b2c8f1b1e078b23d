import { useRef, useState } from 'react';
import {
  Body1,
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { RegistrationView } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useHasRole } from '../../app/session.tsx';
import { useNotice } from '../../app/undo.tsx';
import { counterStrings } from '../../strings/es/counter.ts';
import { InlineForm } from '../case/inline-form.tsx';
import { SimulatedPhone } from '../case/simulated-phone.tsx';
import { Part } from '../citizens/citizen-parts.tsx';
import { refusedFields } from '../settings/parts.tsx';
import { checklistOf, DocumentFields, EMPTY_DOCUMENT } from './document-fields.tsx';
import { PhoneOnRecord } from './phone-on-record.tsx';
import type { Issued } from './register-form.tsx';
import { counterRefusal } from './refusal.ts';

const text = counterStrings.acts;
const SHORTEST_REASON = 3;

type Act = keyof typeof text.saves;

/** The citizen stands at the counter for these and shows his document each time. */
const SHOWS_DOCUMENT: readonly Act[] = ['reissue', 'close'];

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  file: { display: 'none' },
});

/** What can be done to an open registration. */
export function RegistrationActs({
  registration,
  onIssued,
}: {
  registration: RegistrationView;
  onIssued: (issued: Issued) => void;
}) {
  const styles = useStyles();
  const report = useErrorReporter();
  const notify = useNotice();
  const supervises = useHasRole('SUPERVISOR');
  const [open, setOpen] = useState<Act | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const addSheet = useMutation({
    mutationFn: (file: File) => client.registrations.addSheet({ registrationId: registration.id, file }),
    onSuccess: () => notify(text.dones.addSheet),
    onError: (error) => {
      if (counterRefusal(error) === null) report(error);
    },
  });
  const acts: readonly Act[] = [
    'reissue',
    ...(registration.code?.state === 'ACTIVE' ? (['voidCode'] as const) : []),
    'block',
    'close',
    ...(supervises ? (['closeByOffice'] as const) : []),
  ];
  const refusal = counterRefusal(addSheet.error);
  return (
    <Part title={text.title}>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          onClick={() => picker.current?.click()}
          disabledFocusable={addSheet.isPending}
        >
          {text.addSheet}
        </Button>
        {acts.map((act) => (
          <Button key={act} onClick={() => setOpen(act)}>
            {text[act]}
          </Button>
        ))}
        <input
          ref={picker}
          type="file"
          accept=".pdf,.png,.jpg,.jpeg"
          aria-label={text.addSheet}
          className={styles.file}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file !== undefined) addSheet.mutate(file);
          }}
        />
      </div>
      {refusal !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      {open !== null && (
        <ActForm
          key={open}
          act={open}
          registration={registration}
          onIssued={onIssued}
          onClose={() => setOpen(null)}
        />
      )}
    </Part>
  );
}

function ActForm({
  act,
  registration,
  onIssued,
  onClose,
}: {
  act: Act;
  registration: RegistrationView;
  onIssued: (issued: Issued) => void;
  onClose: () => void;
}) {
  const report = useErrorReporter();
  const notify = useNotice();
  const [document, setDocument] = useState(EMPTY_DOCUMENT);
  const [reason, setReason] = useState('');
  const shows = SHOWS_DOCUMENT.includes(act);
  const checklist = checklistOf(document);
  const save = useMutation({
    mutationFn: async (): Promise<Issued | null> => {
      const on = { registrationId: registration.id, version: registration.version, reason };
      switch (act) {
        case 'reissue':
          if (checklist === null) throw new Error('the document is not complete');
          return client.registrations.reissue({ ...on, checklist });
        case 'close':
          if (checklist === null) throw new Error('the document is not complete');
          await client.registrations.close({ ...on, checklist });
          return null;
        case 'voidCode':
          await client.registrations.voidCode(on);
          return null;
        case 'block':
          await client.registrations.block(on);
          return null;
        case 'closeByOffice':
          await client.registrations.closeByOffice(on);
          return null;
      }
    },
    onSuccess: (issued) => {
      onClose();
      if (issued !== null) onIssued(issued);
      else if (act !== 'reissue') notify(text.dones[act]);
    },
    onError: (error) => {
      if (counterRefusal(error) === null) report(error);
    },
  });
  const refusal = counterRefusal(save.error);
  return (
    <InlineForm
      title={text[act]}
      headingLevel="h3"
      save={text.saves[act]}
      saveDisabled={reason.trim().length < SHORTEST_REASON || (shows && checklist === null)}
      busy={save.isPending}
      onSave={() => save.mutate()}
      onClose={onClose}
    >
      <Body1>{text.texts[act]}</Body1>
      {shows && (
        <DocumentFields draft={document} refused={refusedFields(save.error)} onChange={setDocument} />
      )}
      <Field label={text.reason} required hint={text.reasonHint}>
        <Input value={reason} maxLength={300} onChange={(_, { value }) => setReason(value)} />
      </Field>
      {refusal !== null && (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      <PhoneOnRecord citizenId={registration.citizenId} error={save.error} onShown={save.reset}>
        <SimulatedPhone />
      </PhoneOnRecord>
    </InlineForm>
  );
}
