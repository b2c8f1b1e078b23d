import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowForward16Regular,
  CalendarClock16Regular,
  DocumentPdf16Regular,
  Globe16Regular,
  Mail16Regular,
  NoteAdd16Regular,
  Phone16Regular,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import { useShortcut, withKey } from '../../app/keyboard.tsx';
import type { ShortcutId } from '../../app/shortcuts.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { useCase, type FormId } from './case-context.tsx';
import { DocumentsForm } from './documents-form.tsx';
import { DueForm } from './due-form.tsx';
import { ForwardForm } from './forward-form.tsx';
import { OnlineForm } from './online-form.tsx';
import { NoteForm, NoteList } from './note-form.tsx';
import { PhoneChanges } from './phone-changes.tsx';
import { PhoneForm } from './phone-form.tsx';
import { ReplyForm } from './reply-form.tsx';
import { ReplyList } from './reply-list.tsx';
import { Section } from './section.tsx';

const text = caseStrings.actions;

const useStyles = makeStyles({
  buttons: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(100px, 1fr))',
    gap: tokens.spacingHorizontalXS,
  },
});

type ActionForm = Extract<FormId, 'phone' | 'reply' | 'online' | 'forward' | 'note' | 'due' | 'documents'>;

const ACTIONS: readonly {
  readonly form: ActionForm;
  readonly shortcut: ShortcutId | null;
  readonly icon: FluentIcon;
}[] = [
  { form: 'phone', shortcut: 'phone', icon: Phone16Regular },
  { form: 'reply', shortcut: 'reply', icon: Mail16Regular },
  { form: 'online', shortcut: null, icon: Globe16Regular },
  { form: 'forward', shortcut: 'forward', icon: ArrowForward16Regular },
  { form: 'note', shortcut: 'note', icon: NoteAdd16Regular },
  { form: 'due', shortcut: null, icon: CalendarClock16Regular },
  { form: 'documents', shortcut: null, icon: DocumentPdf16Regular },
];

/** Step 5: what is done for the citizen. Each act opens here, in place. */
export function ActionsSection() {
  const styles = useStyles();
  const { form, openForm } = useCase();
  useShortcut('phone', () => {
    openForm('phone');
  });
  useShortcut('reply', () => {
    openForm('reply');
  });
  useShortcut('forward', () => {
    openForm('forward');
  });
  useShortcut('note', () => {
    openForm('note');
  });
  return (
    <Section title={text.title}>
      <div className={styles.buttons}>
        {ACTIONS.map((action) => (
          <Button
            key={action.form}
            size="small"
            icon={<action.icon />}
            aria-expanded={form === action.form}
            title={action.shortcut === null ? undefined : withKey(text[action.form], action.shortcut)}
            onClick={() => {
              openForm(form === action.form ? null : action.form);
            }}
          >
            {text[action.form]}
          </Button>
        ))}
      </div>
      <OpenForm form={form} />
      <PhoneChanges />
      <ReplyList />
      <NoteList />
    </Section>
  );
}

function OpenForm({ form }: { form: FormId | null }) {
  switch (form) {
    case 'phone':
      return <PhoneForm />;
    case 'reply':
      return <ReplyForm />;
    case 'online':
      return <OnlineForm />;
    case 'forward':
      return <ForwardForm />;
    case 'note':
      return <NoteForm />;
    case 'due':
      return <DueForm />;
    case 'documents':
      return <DocumentsForm />;
    case 'citizen':
    case 'newCitizen':
    case 'document':
    case 'data':
    case 'sms':
    case 'diagnosis':
    case null:
      return null;
  }
}
