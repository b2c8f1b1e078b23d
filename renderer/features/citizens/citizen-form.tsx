import { useState } from 'react';
import {
  Button,
  Caption1,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { Citizen } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { api, client, queryClient } from '../../app/client.ts';
import { toErrorView, useErrorReporter } from '../../app/errors.tsx';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { InlineForm } from '../case/inline-form.tsx';
import { dataOf, draftOf, EMPTY_DRAFT, type CitizenDraft } from './citizen-data.ts';
import { DocumentRow } from './document-row.tsx';
import { useReadWhenLeft } from './number-note.tsx';

const text = citizenStrings.form;

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingVerticalS,
    alignItems: 'start',
    minWidth: 0,
  },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  documents: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  add: { alignSelf: 'start' },
  note: { color: tokens.colorNeutralForeground2 },
});

type TextField = 'givenName' | 'surnames' | 'birthDate' | 'naf' | 'email' | 'address';

/** Creates a record (`citizen` null) or changes one; the service says what is not valid, field by field. */
export function CitizenForm({
  citizen,
  initial,
  headingLevel,
  onDone,
  onExisting,
  onClose,
}: {
  citizen: Citizen | null;
  initial?: CitizenDraft;
  headingLevel: 'h2' | 'h4';
  onDone: (citizen: Citizen) => void;
  /** Somebody already has that document: what "Usar esa ficha" does with his record. */
  onExisting: (citizenId: number) => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const report = useErrorReporter();
  const [draft, setDraft] = useState<CitizenDraft>(
    () => initial ?? (citizen === null ? EMPTY_DRAFT : draftOf(citizen)),
  );
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set());
  const [existingId, setExistingId] = useState<number | null>(null);
  const save = useMutation({
    mutationFn: () =>
      citizen === null
        ? client.citizens.create(dataOf(draft))
        : client.citizens.update({ citizenId: citizen.id, version: citizen.version, data: dataOf(draft) }),
    onSuccess: (saved) => {
      void queryClient.invalidateQueries({ queryKey: api.citizens.key() });
      onDone(saved);
    },
    onError: (error) => {
      const { code, details, what } = toErrorView(error);
      if (code === 'DUPLICATE' && typeof details.citizenId === 'number') {
        setExistingId(details.citizenId);
        return;
      }
      if (code === 'INVALID_INPUT' && Array.isArray(details.fields)) {
        setInvalid(new Set(details.fields)); // the fields say it themselves, where they are
        announce(what);
        return;
      }
      report(error);
    },
  });

  const set = (field: TextField, value: string): void => {
    setDraft({ ...draft, [field]: value });
    setInvalid(new Set([...invalid].filter((name) => name !== field)));
  };
  const setDocument = (index: number, change: Partial<CitizenDraft['documents'][number]>): void => {
    setExistingId(null);
    setDraft({
      ...draft,
      documents: draft.documents.map((document, at) =>
        at === index ? { ...document, ...change } : document,
      ),
    });
    setInvalid(new Set([...invalid].filter((name) => !name.startsWith('documents'))));
  };
  const naf = useReadWhenLeft('NAF', draft.naf);
  const problem = (field: TextField): string | undefined => (invalid.has(field) ? text.invalid : undefined);
  const documentProblem = [...invalid].some((name) => name.startsWith('documents'))
    ? text.invalid
    : undefined;
  const incomplete =
    draft.givenName.trim() === '' || draft.documents.every((document) => document.number.trim() === '');

  return (
    <InlineForm
      headingLevel={headingLevel}
      title={citizen === null ? text.createTitle : text.editTitle}
      save={citizen === null ? text.create : text.save}
      saveDisabled={incomplete}
      busy={save.isPending}
      onSave={() => {
        save.mutate();
      }}
      onClose={onClose}
    >
      <div className={styles.grid}>
        <Field label={text.givenName} required validationMessage={problem('givenName')}>
          <Input
            value={draft.givenName}
            maxLength={100}
            onChange={(_, data) => {
              set('givenName', data.value);
            }}
          />
        </Field>
        <Field label={text.surnames} validationMessage={problem('surnames')}>
          <Input
            value={draft.surnames}
            maxLength={150}
            onChange={(_, data) => {
              set('surnames', data.value);
            }}
          />
        </Field>
      </div>
      <Field label={text.documents} required className={styles.field} validationMessage={documentProblem}>
        <div className={styles.documents}>
          {draft.documents.map((document, index) => (
            <DocumentRow
              key={index}
              place={index + 1}
              document={document}
              onChange={(change) => setDocument(index, change)}
              onRemove={
                draft.documents.length === 1
                  ? null
                  : () => setDraft({ ...draft, documents: draft.documents.filter((_, at) => at !== index) })
              }
            />
          ))}
          <Button
            size="small"
            appearance="subtle"
            className={styles.add}
            icon={<Add16Regular />}
            onClick={() => {
              setDraft({ ...draft, documents: [...draft.documents, { type: 'DNI', number: '' }] });
            }}
          >
            {text.addDocument}
          </Button>
        </div>
      </Field>
      {existingId !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text.duplicate}</MessageBarBody>
          <MessageBarActions>
            <Button
              size="small"
              onClick={() => {
                onExisting(existingId);
              }}
            >
              {text.useExisting}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div className={styles.grid}>
        <Field label={text.birthDate} validationMessage={problem('birthDate')}>
          <Input
            type="date"
            value={draft.birthDate}
            onChange={(_, data) => {
              set('birthDate', data.value);
            }}
          />
        </Field>
        <Field
          label={text.naf}
          hint={text.nafHint}
          validationState={naf.read?.valid === false || invalid.has('naf') ? 'error' : 'none'}
          validationMessage={naf.read?.note ?? problem('naf')}
        >
          <Input
            value={draft.naf}
            maxLength={60}
            onBlur={naf.onBlur}
            onChange={(_, data) => {
              set('naf', data.value);
            }}
          />
        </Field>
        <Field label={text.email} validationMessage={problem('email')}>
          <Input
            type="email"
            value={draft.email}
            maxLength={254}
            onChange={(_, data) => {
              set('email', data.value);
            }}
          />
        </Field>
        <Field label={text.address} validationMessage={problem('address')}>
          <Input
            value={draft.address}
            maxLength={300}
            onChange={(_, data) => {
              set('address', data.value);
            }}
          />
        </Field>
      </div>
      <Caption1 block className={styles.note}>
        {text.phoneNote}
      </Caption1>
    </InlineForm>
  );
}
