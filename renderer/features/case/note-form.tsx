import { useId } from 'react';
import {
  Body1,
  Caption1,
  Caption1Strong,
  Field,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { client } from '../../app/client.ts';
import { useDraft } from '../../app/remembered.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { DateText } from '../../ui/DateText.tsx';
import { useCase } from './case-context.tsx';
import { InlineForm } from './inline-form.tsx';

const text = caseStrings.note;

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  head: { color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXXS },
  by: { color: tokens.colorNeutralForeground3 },
});

/** A note for the office. What is typed stays while other messages are looked at. */
export function NoteForm() {
  const { detail, busy, change, openForm } = useCase();
  const [words, setWords] = useDraft(`case.${detail.id}.note`, '');
  const save = async (): Promise<void> => {
    const after = await change((on) => client.cases.addNote({ ...on, text: words }), text.saved);
    if (after === null) return;
    setWords('');
    openForm(null);
  };
  return (
    <InlineForm
      title={text.title}
      save={text.save}
      saveDisabled={words.trim() === ''}
      busy={busy}
      onSave={() => void save()}
      onClose={() => {
        openForm(null);
      }}
    >
      <Field label={text.label} size="small" hint={text.hint}>
        <Textarea
          rows={4}
          resize="vertical"
          maxLength={5000}
          value={words}
          onChange={(_, data) => {
            setWords(data.value);
          }}
        />
      </Field>
    </InlineForm>
  );
}

export function NoteList() {
  const styles = useStyles();
  const { detail } = useCase();
  const headId = useId();
  if (detail.notes.length === 0) return null;
  return (
    <div>
      <Caption1Strong as="h4" block className={styles.head} id={headId}>
        {text.list}
      </Caption1Strong>
      <ul className={styles.list} aria-labelledby={headId}>
        {detail.notes.map((note) => (
          <li key={note.id}>
            <Body1 block className={styles.words}>
              {note.text}
            </Body1>
            <Caption1 block className={styles.by}>
              {note.createdBy}, <DateText date={note.createdAt} />
            </Caption1>
          </li>
        ))}
      </ul>
    </div>
  );
}
