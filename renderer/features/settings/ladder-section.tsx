import { useState } from 'react';
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { LadderRow, LadderSettings } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { useHasRole } from '../../app/session.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { ladderStrings } from '../../strings/es/ladder.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { LADDER, reaches } from '../case/ladder.tsx';
import { Block, refusedFields } from './parts.tsx';

const texts = ladderStrings;

const useStyles = makeStyles({
  fields: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  note: { marginBottom: tokens.spacingVerticalL },
  short: { maxWidth: '520px' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** What each act needs to know of the writer: everybody reads it, the supervisor raises it. */
export function LadderSection() {
  const settings = useQuery(api.settings.get.queryOptions());
  const rows = useQuery(api.identity.ladder.queryOptions());
  const error = settings.error ?? rows.error;
  if (error !== null) {
    return <ErrorBar error={error} onRetry={() => void Promise.all([settings.refetch(), rows.refetch()])} />;
  }
  if (settings.data === undefined || rows.data === undefined) {
    return <Spinner label={strings.common.loading} />;
  }
  const { ladder } = settings.data;
  return <LadderForm key={JSON.stringify(ladder)} saved={ladder} rows={rows.data} />;
}

function LadderForm({ saved, rows }: { saved: LadderSettings; rows: readonly LadderRow[] }) {
  const styles = useStyles();
  const notify = useNotice();
  const report = useErrorReporter();
  const mayChange = useHasRole('SUPERVISOR');
  const [draft, setDraft] = useState(saved);
  const save = useMutation({
    mutationFn: () => client.settings.saveLadder(draft),
    onSuccess: async (settings) => {
      await queryClient.invalidateQueries({ queryKey: api.identity.ladder.key() });
      queryClient.setQueryData(api.settings.get.queryKey(), settings);
      notify(settingsStrings.saved);
    },
    onError: report,
  });
  const changed = JSON.stringify(draft) !== JSON.stringify(saved);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {!mayChange && (
        <MessageBar className={styles.note}>
          <MessageBarBody>{texts.readOnly}</MessageBarBody>
        </MessageBar>
      )}
      <fieldset disabled={!mayChange} className={styles.fields}>
        <Block title={texts.title} text={texts.text}>
          {rows.map(({ action, floor }) => (
            <Field
              key={action}
              label={sentence(texts.acts[action])}
              hint={`${texts.floor(strings.labels.identity[floor])} ${texts.floors[action]}`}
              className={styles.short}
            >
              <Select
                value={draft[action]}
                onChange={(_, { value }) => {
                  setDraft({ ...draft, [action]: LADDER.find((one) => one === value) ?? draft[action] });
                }}
              >
                {LADDER.filter((level) => reaches(level, floor)).map((level) => (
                  <option key={level} value={level}>
                    {strings.labels.identity[level]}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </Block>
        <Block title={texts.server} text={texts.serverText}>
          <Field
            label={texts.authservId}
            hint={texts.authservIdHint}
            className={styles.short}
            validationMessage={
              refusedFields(save.error).has('authservId') ? settingsStrings.invalid : undefined
            }
          >
            <Input
              maxLength={255}
              value={draft.authservId}
              onChange={(_, { value }) => setDraft({ ...draft, authservId: value })}
            />
          </Field>
          {mayChange && (
            <div className={styles.buttons}>
              <Button type="submit" appearance="primary" disabled={!changed || save.isPending}>
                {settingsStrings.office.save}
              </Button>
              <Button disabled={!changed} onClick={() => setDraft(saved)}>
                {settingsStrings.office.undo}
              </Button>
            </div>
          )}
        </Block>
      </fieldset>
    </form>
  );
}

function sentence(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('es') + words.slice(1);
}
