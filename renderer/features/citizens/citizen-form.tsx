import { useState } from 'react';
import {
  Button,
  Caption1,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Add16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { Citizen, IdType } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { api, client, queryClient } from '../../app/client.ts';
import { toErrorView, useErrorReporter } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { InlineForm } from '../case/inline-form.tsx';
import { dataOf, draftOf, EMPTY_DRAFT, type CitizenDraft } from './citizen-data.ts';

const text = citizenStrings.form;
const ID_TYPES = Object.keys(strings.labels.idType) as IdType[];

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingVerticalS,
    alignItems: 'start',
    minWidth: 0,
  },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  document: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  documents: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  type: { minWidth: '96px', flexShrink: 0 },
  number: { flexGrow: 1, minWidth: 0 },
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
            <div key={index} className={styles.document}>
              <Select
                className={styles.type}
                aria-label={text.documentType(index + 1)}
                value={document.type}
                onChange={(_, data) => {
                  const type = ID_TYPES.find((candidate) => candidate === data.value);
                  if (type !== undefined) setDocument(index, { type });
                }}
              >
                {ID_TYPES.map((type) => (
                  <option key={type} value={type}>
                    {strings.labels.idType[type]}
                  </option>
                ))}
              </Select>
              <Input
                className={styles.number}
                aria-label={text.documentNumber(index + 1)}
                value={document.number}
                maxLength={40}
                onChange={(_, data) => {
                  setDocument(index, { number: data.value });
                }}
              />
              {draft.documents.length > 1 && (
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<Dismiss16Regular />}
                  aria-label={text.removeDocument(index + 1)}
                  onClick={() => {
                    setDraft({ ...draft, documents: draft.documents.filter((_, at) => at !== index) });
                  }}
                />
              )}
            </div>
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
        <Field label={text.naf} hint={text.nafHint} validationMessage={problem('naf')}>
          <Input
            value={draft.naf}
            maxLength={20}
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
