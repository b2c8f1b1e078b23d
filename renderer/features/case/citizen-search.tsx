import { useState } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { formatIsoDay } from '../../ui/format.ts';
import { PickList } from './pick-list.tsx';

const text = caseStrings.citizen;
const FOUND_LIMIT = 8;

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalXS },
  input: { flexGrow: 1, minWidth: 0 },
});

/**
 * Looks somebody up in the register. Asks only when told to (Enter or the button): every look-up is recorded, and
 * a look-up per keystroke would record words nobody meant.
 */
export function CitizenSearch({ busy, onPick }: { busy: boolean; onPick: (citizenId: number) => void }) {
  const styles = useStyles();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const found = useQuery(
    api.citizens.search.queryOptions({
      input: { text: asked, limit: FOUND_LIMIT },
      enabled: asked !== '',
    }),
  );
  return (
    <>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(words.trim());
        }}
      >
        <Field label={text.searchLabel} size="small">
          <div className={styles.line}>
            <Input
              autoFocus
              size="small"
              type="search"
              className={styles.input}
              aria-label={text.searchLabel}
              placeholder={text.search}
              value={words}
              onChange={(_, data) => {
                setWords(data.value);
              }}
            />
            <Button size="small" type="submit" disabled={words.trim() === ''}>
              {text.searchButton}
            </Button>
          </div>
        </Field>
      </form>
      {found.error !== null && <ErrorBar error={found.error} />}
      {found.data !== undefined && (
        <PickList
          label={text.searchLabel}
          busy={busy}
          empty={text.noResults}
          items={found.data.rows.map((row) => ({
            id: row.id,
            title: row.name,
            lines: [
              [
                ...row.documents.map(
                  (document) => `${strings.labels.idType[document.type]} ${document.number}`,
                ),
                ...(row.birthDate === null ? [] : [formatIsoDay(row.birthDate)]),
                ...(row.deceased ? [text.deceasedShort] : []),
              ].join(' · '),
            ],
            onPick: () => {
              onPick(row.id);
            },
          }))}
        />
      )}
    </>
  );
}
