import { Checkbox, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { CounterChecklist, ShownDocument } from '../../../main/api/contract/index.ts';
import { counterStrings } from '../../strings/es/counter.ts';

const text = counterStrings.document;
const KINDS: readonly ShownDocument[] = ['DNI', 'MIDNI', 'TIE', 'EU_CERTIFICATE'];

/** The certificate of a citizen of the Union has no photograph: it says itself that it is good with another paper only. */
const IS_BEARER: Readonly<Record<ShownDocument, string>> = {
  DNI: text.isBearer,
  MIDNI: text.isBearerMidni,
  TIE: text.isBearer,
  EU_CERTIFICATE: text.isBearerEu,
};

/** The checklist as it is filled in; `validUntil` empty until it is known. */
export type DocumentDraft = Omit<CounterChecklist, 'supportNumber' | 'validUntil'> & {
  readonly supportNumber: string;
  readonly validUntil: string;
  readonly permanent: boolean;
};

export const EMPTY_DOCUMENT: DocumentDraft = {
  shown: 'DNI',
  number: '',
  supportNumber: '',
  validUntil: '',
  permanent: false,
  dataMatch: false,
  isBearer: false,
};

/** What the service is told; null while something is missing. */
export function checklistOf(draft: DocumentDraft): CounterChecklist | null {
  const { permanent, validUntil, supportNumber, ...rest } = draft;
  const needsSupport = draft.shown !== 'MIDNI';
  const complete =
    draft.number.trim() !== '' &&
    (!needsSupport || supportNumber.trim() !== '') &&
    (permanent || validUntil !== '') &&
    draft.dataMatch &&
    draft.isBearer;
  if (!complete) return null;
  return {
    ...rest,
    supportNumber: needsSupport ? supportNumber.trim() : null,
    validUntil: permanent ? null : validUntil,
  };
}

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingVerticalS,
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '& > *': { minWidth: 0 },
  },
  kind: { minWidth: 0, width: '100%' },
  checks: { display: 'flex', flexDirection: 'column' },
});

/** The document in front of the clerk, item by item (LPAC art. 9). */
export function DocumentFields({
  draft,
  refused,
  onChange,
}: {
  draft: DocumentDraft;
  refused: ReadonlySet<string>;
  onChange: (draft: DocumentDraft) => void;
}) {
  const styles = useStyles();
  const set = (change: Partial<DocumentDraft>): void => onChange({ ...draft, ...change });
  const problem = (field: string): string | undefined =>
    refused.has(field) ? counterStrings.fields[field] : undefined;
  return (
    <div role="group" aria-label={text.title}>
      <div className={styles.grid}>
        <Field label={text.shown} hint={text.noPassport}>
          <Select
            className={styles.kind}
            value={draft.shown}
            onChange={(_, { value }) => set({ shown: KINDS.find((kind) => kind === value) ?? draft.shown })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {text.kinds[kind]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={text.number} required validationMessage={problem('checklist.number')}>
          <Input
            value={draft.number}
            maxLength={20}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value }) => set({ number: value })}
          />
        </Field>
        {draft.shown !== 'MIDNI' && (
          <Field
            label={text.support}
            required
            hint={text.supportHint[draft.shown]}
            validationMessage={problem('checklist.supportNumber')}
          >
            <Input
              value={draft.supportNumber}
              maxLength={12}
              autoComplete="off"
              spellCheck={false}
              onChange={(_, { value }) => set({ supportNumber: value })}
            />
          </Field>
        )}
        <div>
          <Field label={text.until} required={!draft.permanent}>
            <Input
              type="date"
              value={draft.validUntil}
              disabled={draft.permanent}
              onChange={(_, { value }) => set({ validUntil: value })}
            />
          </Field>
          <Checkbox
            label={text.permanent}
            checked={draft.permanent}
            onChange={(_, { checked }) => set({ permanent: checked === true, validUntil: '' })}
          />
        </div>
      </div>
      <div className={styles.checks}>
        <Checkbox
          label={text.dataMatch}
          checked={draft.dataMatch}
          onChange={(_, { checked }) => set({ dataMatch: checked === true })}
        />
        <Checkbox
          label={IS_BEARER[draft.shown]}
          checked={draft.isBearer}
          onChange={(_, { checked }) => set({ isBearer: checked === true })}
        />
      </div>
    </div>
  );
}
