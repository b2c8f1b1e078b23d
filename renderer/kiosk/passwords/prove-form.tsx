import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Field, Select, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ProveOutcome, WordQuestion } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { PASSWORD_OFFICIAL as official } from '../../strings/es/kiosk-passwords.ts';
import { useKiosk } from '../kiosk-context.tsx';
import { Official, Row } from '../parts.tsx';
import { Problem } from '../problem.tsx';
import { Es, Form, TextField } from './form.tsx';
import { usePasswordTexts } from './texts.ts';

type Typed = {
  readonly type: 'DNI' | 'NIE';
  readonly number: string;
  readonly email: string;
  readonly activationCode: string;
  readonly answer: string;
};

const useStyles = makeStyles({
  answer: {
    display: 'flex',
    alignItems: 'end',
    gap: tokens.spacingHorizontalL,
    '& > :first-child': { flexGrow: 1, minWidth: 0 },
    '& > button': { flexShrink: 0 },
  },
});

const EMPTY: Typed = { type: 'DNI', number: '', email: '', activationCode: '', answer: '' };

/** Seed 004, step 4: the data of the registration, its activation code and the word question. */
export function ProveForm({ cause, onProven }: { cause: 'ACTIVATION' | 'FORGOTTEN'; onProven: () => void }) {
  const { texts } = useKiosk();
  const query = useQuery(api.passwords.question.queryOptions({ staleTime: Infinity, gcTime: 0 }));
  if (query.error !== null) return <Problem error={query.error} texts={texts.errors} />;
  if (query.data === undefined) return <Spinner label={texts.frame.loading} />;
  return <Fields cause={cause} first={query.data} onProven={onProven} />;
}

function Fields({
  cause,
  first,
  onProven,
}: {
  cause: 'ACTIVATION' | 'FORGOTTEN';
  first: WordQuestion;
  onProven: () => void;
}) {
  const styles = useStyles();
  const words = usePasswordTexts();
  const [typed, setTyped] = useState(EMPTY);
  const [question, setQuestion] = useState(first);
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const ask = (next: WordQuestion): void => {
    setQuestion(next);
    setTyped((before) => ({ ...before, answer: '' }));
  };
  const another = useMutation({ mutationFn: () => client.passwords.question(), onSuccess: ask, gcTime: 0 });
  const prove = useMutation({
    mutationFn: ({ type, number, ...rest }: Typed) =>
      client.passwords.prove({ cause, document: { type, number }, ...rest }),
    onSuccess: (told) => {
      if (told.outcome === 'PROVEN') onProven();
      else ask(told.question);
    },
    gcTime: 0,
  });
  const { data: told } = prove;
  return (
    <Form
      submit={<Es>{official.next}</Es>}
      onSubmit={() => prove.mutate(typed)}
      pending={prove.isPending}
      error={prove.error ?? another.error}
      problem={
        told === undefined || told.outcome === 'PROVEN' ? null : notProven(told.outcome, words, told.attempts)
      }
    >
      <Text weight="semibold" size={500}>
        <Es>{official.important}</Es>
      </Text>
      <Official>{official.willReceive}</Official>
      <Text>
        <Es>(*) {official.required}</Es>
      </Text>
      <Row>
        <Field label={{ children: <Es>(*) {official.documentType}</Es> }} size="large">
          <Select
            size="large"
            value={typed.type}
            onChange={(_, { value }) => change({ type: value === 'NIE' ? 'NIE' : 'DNI' })}
          >
            <option value="DNI">DNI</option>
            <option value="NIE">NIE</option>
          </Select>
        </Field>
        <TextField
          label={<Es>(*) {official.documentNumber}</Es>}
          value={typed.number}
          onChange={(number) => change({ number })}
        />
      </Row>
      <Row>
        {cause === 'ACTIVATION' && (
          <TextField
            label={<Es>(*) {official.email}</Es>}
            value={typed.email}
            onChange={(email) => change({ email })}
          />
        )}
        <TextField
          label={<Es>(*) {official.activationCode}</Es>}
          value={typed.activationCode}
          onChange={(activationCode) => change({ activationCode })}
        />
      </Row>
      <div role="group" aria-label={official.answer}>
        <Official>{official.question(question.category)}</Official>
        <Text block size={500} weight="semibold" lang="es" data-question={question.category}>
          {question.words.join(': ')}
        </Text>
      </div>
      <div className={styles.answer}>
        <TextField
          label={<Es>(*) {official.answer}</Es>}
          value={typed.answer}
          onChange={(answer) => change({ answer })}
        />
        <Button size="large" onClick={() => another.mutate()} disabledFocusable={another.isPending}>
          {words.newQuestion}
        </Button>
      </div>
    </Form>
  );
}

function notProven(
  outcome: Exclude<ProveOutcome, 'PROVEN'>,
  words: ReturnType<typeof usePasswordTexts>,
  attempts: number,
): ReactNode {
  switch (outcome) {
    case 'WRONG_ANSWER':
      return words.wrongAnswer;
    case 'BAD_CODE':
      return words.badCode;
    case 'REFUSED':
      return words.refusedCode(attempts);
    case 'ALREADY_ACTIVE':
      return words.alreadyActive;
    case 'NOT_ACTIVE':
      return words.notActive;
    case 'BAD_DOCUMENT':
      return <Es>{official.badDocument}</Es>;
    case 'DECEASED':
      return <Es>{official.deceased}</Es>;
  }
}
