import { Field, MessageBar, MessageBarBody, Select, Spinner, makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { GateLevel, QuoteStyle, SendingSettings } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { outboxStrings } from '../../strings/es/outbox.ts';
import { sendingStrings } from '../../strings/es/sending.ts';
import { Block } from './parts.tsx';
import { SaveButtons, submits, useSettingsDraft } from './settings-form.tsx';
import { WholeNumber } from './whole-number.tsx';

const texts = sendingStrings;
const MIB = 1_048_576;
const QUOTES = Object.keys(outboxStrings.quoteStyles) as QuoteStyle[];
const LEVELS = Object.keys(texts.levels) as GateLevel[];
const GATES = Object.keys(texts.gates) as (keyof typeof texts.gates)[];

const useStyles = makeStyles({
  short: { maxWidth: '420px' },
});

/** How answers leave, and what only warns before one does. */
export function SendingSection() {
  const query = useQuery(api.settings.get.queryOptions());
  if (query.error !== null) return <ErrorBar error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Spinner label={strings.common.loading} />;
  const { sending } = query.data;
  return <SendingForm key={JSON.stringify(sending)} saved={sending} />;
}

function SendingForm({ saved }: { saved: SendingSettings }) {
  const styles = useStyles();
  const { draft, setDraft, save, changed } = useSettingsDraft(saved, (sending) =>
    client.settings.saveSending(sending),
  );
  return (
    <form noValidate onSubmit={submits(() => save.mutate())}>
      <Block title={texts.answers}>
        <Field label={texts.quote} hint={texts.quoteHint} className={styles.short}>
          <Select
            value={draft.quote}
            onChange={(_, { value }) => {
              setDraft({ ...draft, quote: QUOTES.find((one) => one === value) ?? draft.quote });
            }}
          >
            {QUOTES.map((style) => (
              <option key={style} value={style}>
                {outboxStrings.quoteStyles[style]}
              </option>
            ))}
          </Select>
        </Field>
        <WholeNumber
          label={texts.maxMiB}
          hint={texts.maxMiBHint}
          value={Math.round(draft.maxBytes / MIB)}
          min={1}
          max={100}
          onChange={(mib) => setDraft({ ...draft, maxBytes: mib * MIB })}
        />
        <WholeNumber
          label={texts.perDay}
          hint={texts.perDayHint}
          value={draft.maxPerAddressAndDay}
          min={1}
          max={1000}
          onChange={(maxPerAddressAndDay) => setDraft({ ...draft, maxPerAddressAndDay })}
        />
      </Block>
      <Block title={texts.gate} text={texts.gateHint}>
        {GATES.map((gate) => (
          <Field key={gate} label={texts.gates[gate]} className={styles.short}>
            <Select
              value={draft[gate]}
              onChange={(_, { value }) => {
                setDraft({ ...draft, [gate]: LEVELS.find((one) => one === value) ?? draft[gate] });
              }}
            >
              {LEVELS.map((level) => (
                <option key={level} value={level}>
                  {texts.levels[level]}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{texts.alwaysStops}</MessageBarBody>
        </MessageBar>
        <SaveButtons changed={changed} saving={save.isPending} onUndo={() => setDraft(saved)} />
      </Block>
    </form>
  );
}
