import { useState } from 'react';
import { Button, Caption1, Field, Input, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { Category, Rule } from '../../../../main/api/contract/index.ts';
import { client } from '../../../app/client.ts';
import { errorCode, useErrorReporter } from '../../../app/errors.tsx';
import { useNotice } from '../../../app/undo.tsx';
import { strings } from '../../../strings/es.ts';
import { CATEGORY_ORDER } from '../../../strings/es/labels.ts';
import { learningStrings } from '../../../strings/es/learning.ts';
import { CategoryChip } from '../../../ui/CategoryChip.tsx';
import { formatDay } from '../../../ui/format.ts';
import { Card } from '../card.tsx';

const texts = learningStrings.rules;
const LEAST_LETTERS = 3;
const MOST_LETTERS = 80;

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalS },
  phrase: { flexGrow: 1, flexBasis: '180px' },
  button: { marginTop: '26px' },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    maxHeight: '320px',
    overflowY: 'auto',
  },
  rule: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  by: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

/** Words that decide: taught and taken away by the supervisor. */
export function RulesCard({ rules, className }: { rules: readonly Rule[]; className?: string }) {
  const styles = useStyles();
  const notify = useNotice();
  const report = useErrorReporter();
  const [phrase, setPhrase] = useState('');
  const [category, setCategory] = useState<Category>('AFILIACION');
  const teach = useMutation({
    mutationFn: (rule: { phrase: string; category: Category }) => client.learning.teachRule(rule),
    onSuccess: (_, rule) => {
      setPhrase('');
      notify(texts.taught(rule.phrase));
    },
    onError: (error) => {
      if (fault(error) === undefined) report(error);
    },
  });
  const remove = useMutation({
    mutationFn: (rule: Rule) => client.learning.removeRule({ ruleId: rule.id }),
    onSuccess: (_, rule) => notify(texts.removed(rule.phrase)),
    onError: report,
  });
  return (
    <Card className={className} title={texts.title} text={texts.text}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          teach.mutate({ phrase: phrase.trim(), category });
        }}
      >
        <Field label={texts.phrase} className={styles.phrase} validationMessage={fault(teach.error)}>
          <Input
            value={phrase}
            maxLength={MOST_LETTERS}
            onChange={(_, { value }) => {
              teach.reset();
              setPhrase(value);
            }}
          />
        </Field>
        <Field label={texts.category}>
          <Select
            value={category}
            onChange={(_, { value }) =>
              setCategory(CATEGORY_ORDER.find((candidate) => candidate === value) ?? 'AFILIACION')
            }
          >
            {CATEGORY_ORDER.map((candidate) => (
              <option key={candidate} value={candidate}>
                {strings.labels.category[candidate]}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          type="submit"
          className={styles.button}
          disabled={phrase.trim().length < LEAST_LETTERS || teach.isPending}
        >
          {texts.teach}
        </Button>
      </form>
      {rules.length === 0 ? (
        <Text>{texts.none}</Text>
      ) : (
        <ul className={styles.list} aria-label={texts.list}>
          {rules.map((rule) => (
            <li key={rule.id} className={styles.rule}>
              <span className={styles.words}>«{rule.phrase}»</span>
              <CategoryChip category={rule.category} size="small" />
              <Caption1 className={styles.by}>{texts.by(rule.createdBy, formatDay(rule.createdAt))}</Caption1>
              <Button
                size="small"
                aria-label={texts.removeRule(rule.phrase)}
                disabled={remove.isPending}
                onClick={() => remove.mutate(rule)}
              >
                {texts.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What is wrong with the phrase itself; anything else is told as every error is. */
function fault(error: unknown): string | undefined {
  switch (errorCode(error)) {
    case 'INVALID_INPUT':
      return texts.invalid;
    case 'DUPLICATE':
      return texts.duplicate;
    default:
      return undefined;
  }
}
