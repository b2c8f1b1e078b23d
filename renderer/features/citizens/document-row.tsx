import { useId } from 'react';
import { Button, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import type { IdType } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { citizenStrings } from '../../strings/es/citizens.ts';
import type { CitizenDraft } from './citizen-data.ts';
import { NumberNote, useReadWhenLeft } from './number-note.tsx';

const text = citizenStrings.form;
const ID_TYPES = Object.keys(strings.labels.idType) as IdType[];

type Document = CitizenDraft['documents'][number];

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  type: { minWidth: '96px', flexShrink: 0 },
  number: { flexGrow: 1, minWidth: 0 },
});

/** Type and number of one document, the `place`th of its record; `onRemove` null: the only one stays. */
export function DocumentRow({
  place,
  document,
  onChange,
  onRemove,
}: {
  place: number;
  document: Document;
  onChange: (change: Partial<Document>) => void;
  onRemove: (() => void) | null;
}) {
  const styles = useStyles();
  const noteId = useId();
  const { read, onBlur } = useReadWhenLeft(document.type, document.number);
  return (
    <div>
      <div className={styles.row}>
        <Select
          className={styles.type}
          aria-label={text.documentType(place)}
          value={document.type}
          onChange={(_, data) => {
            const type = ID_TYPES.find((candidate) => candidate === data.value);
            if (type !== undefined) onChange({ type });
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
          aria-label={text.documentNumber(place)}
          aria-describedby={read?.note ? noteId : undefined}
          aria-invalid={read?.valid === false}
          value={document.number}
          maxLength={60}
          onBlur={onBlur}
          onChange={(_, data) => onChange({ number: data.value })}
        />
        {onRemove !== null && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Dismiss16Regular />}
            aria-label={text.removeDocument(place)}
            onClick={onRemove}
          />
        )}
      </div>
      <NumberNote id={noteId} read={read} />
    </div>
  );
}
