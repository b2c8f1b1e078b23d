import { Field, Input, Select, Spinner, makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { LadderRow, LadderSettings } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { useHasRole } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { ladderStrings } from '../../strings/es/ladder.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { LADDER, reaches } from '../case/ladder.tsx';
import { Block, refusedFields } from './parts.tsx';
import { SaveButtons, SettingsForm, useSettingsDraft } from './settings-form.tsx';

const texts = ladderStrings;

const useStyles = makeStyles({
  short: { maxWidth: '520px' },
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
  const mayChange = useHasRole('SUPERVISOR');
  const { draft, setDraft, save, changed } = useSettingsDraft(saved, async (ladder) => {
    const settings = await client.settings.saveLadder(ladder);
    await queryClient.invalidateQueries({ queryKey: api.identity.ladder.key() });
    return settings;
  });
  return (
    <SettingsForm mayChange={mayChange} readOnly={texts.readOnly} onSave={() => save.mutate()}>
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
          <SaveButtons changed={changed} saving={save.isPending} onUndo={() => setDraft(saved)} />
        )}
      </Block>
    </SettingsForm>
  );
}

function sentence(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('es') + words.slice(1);
}
