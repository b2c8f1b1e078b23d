import { useState } from 'react';
import { Button, Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { Diagnosis } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { client } from '../../app/client.ts';
import { copyText } from '../../app/copy-text.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { identityStrings } from '../../strings/es/identity.ts';
import { useReadWhenLeft } from '../citizens/number-note.tsx';
import { InlineForm } from './inline-form.tsx';

const text = identityStrings.diagnosis;

/** As the person would type them into the service's own page. */
export type DiagnosisDraft = {
  readonly id: string;
  readonly birth: string;
  readonly prefix: string;
  readonly phone: string;
};

const useStyles = makeStyles({
  phone: { display: 'grid', gridTemplateColumns: '72px minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  prefix: { minWidth: 0, width: '100%' },
  muted: { color: tokens.colorNeutralForeground2 },
  result: {
    margin: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0 },
});

/** E.164 as the two fields of the service's page; a Spanish number without its prefix. */
export function phoneDraft(phone: string | null): Pick<DiagnosisDraft, 'prefix' | 'phone'> {
  const spanish = /^\+34(\d{9})$/u.exec(phone ?? '')?.[1];
  return { prefix: '+34', phone: spanish ?? phone ?? '' };
}

/** Why a person cannot get in by SMS: message, explanation and solution of the service's own table. */
export function DiagnosisForm({
  start,
  headingLevel = 'h4',
  onClose,
}: {
  start: DiagnosisDraft;
  headingLevel?: 'h2' | 'h4';
  onClose: () => void;
}) {
  const styles = useStyles();
  const report = useErrorReporter();
  const [draft, setDraft] = useState(start);
  const check = useMutation({
    mutationFn: () => client.identity.diagnose(draft),
    onSuccess: ({ message }) => announce(message),
    onError: report,
  });
  // The service takes a DNI or a NIE, and nothing else.
  const id = useReadWhenLeft(/^\W*[xyz]/iu.test(draft.id) ? 'NIE' : 'DNI', draft.id);
  const input = (name: keyof DiagnosisDraft, maxLength: number) => ({
    value: draft[name],
    maxLength,
    autoComplete: 'off',
    onChange: (_: unknown, { value }: { value: string }) => {
      check.reset();
      setDraft({ ...draft, [name]: value });
    },
  });
  return (
    <InlineForm
      title={text.title}
      headingLevel={headingLevel}
      save={text.check}
      busy={check.isPending}
      onSave={() => check.mutate()}
      onClose={onClose}
    >
      <Caption1 block className={styles.muted}>
        {text.intro}
      </Caption1>
      <Field
        label={text.id}
        size="small"
        validationState={id.read?.valid === false ? 'error' : 'none'}
        validationMessage={id.read?.note ?? undefined}
      >
        <Input {...input('id', 60)} onBlur={id.onBlur} />
      </Field>
      <Field label={text.birth} size="small" hint={text.birthHint}>
        <Input {...input('birth', 60)} />
      </Field>
      <div className={styles.phone}>
        <Field label={text.prefix} size="small">
          <Input className={styles.prefix} {...input('prefix', 8)} input={{ className: styles.prefix }} />
        </Field>
        <Field label={text.phone} size="small">
          <Input type="tel" {...input('phone', 60)} />
        </Field>
      </div>
      {check.data !== undefined && <Result diagnosis={check.data} />}
    </InlineForm>
  );
}

function Result({ diagnosis: { message, explanation, solution } }: { diagnosis: Diagnosis }) {
  const styles = useStyles();
  const notify = useNotice();
  const copy = (): void => {
    copyText(text.answer(message, explanation, solution))
      .then(() => notify(text.copied))
      .catch(() => undefined);
  };
  const rows = [
    [text.message, message],
    [text.explanation, explanation],
    [text.solution, solution],
  ] as const;
  return (
    <section aria-label={text.result}>
      <dl className={styles.result}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      <Button size="small" onClick={copy}>
        {text.copy}
      </Button>
    </section>
  );
}
