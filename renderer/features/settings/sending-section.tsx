import { useState } from 'react';
import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  Select,
  SpinButton,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { GateLevel, QuoteStyle, SendingSettings } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { outboxStrings } from '../../strings/es/outbox.ts';
import { sendingStrings } from '../../strings/es/sending.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { Block } from './parts.tsx';

const texts = sendingStrings;
const MIB = 1_048_576;
const QUOTES = Object.keys(outboxStrings.quoteStyles) as QuoteStyle[];
const LEVELS = Object.keys(texts.levels) as GateLevel[];
const GATES = Object.keys(texts.gates) as (keyof typeof texts.gates)[];

const useStyles = makeStyles({
  short: { maxWidth: '420px' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
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
  const notify = useNotice();
  const report = useErrorReporter();
  const [draft, setDraft] = useState(saved);
  const save = useMutation({
    mutationFn: () => client.settings.saveSending(draft),
    onSuccess: (settings) => {
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
        <Field label={texts.maxMiB} hint={texts.maxMiBHint} className={styles.short}>
          <SpinButton
            value={Math.round(draft.maxBytes / MIB)}
            min={1}
            max={100}
            onChange={(_, data) => {
              const mib = wholeNumber(data.value, data.displayValue, 1, 100);
              if (mib !== null) setDraft({ ...draft, maxBytes: mib * MIB });
            }}
          />
        </Field>
        <Field label={texts.perDay} hint={texts.perDayHint} className={styles.short}>
          <SpinButton
            value={draft.maxPerAddressAndDay}
            min={1}
            max={1000}
            onChange={(_, data) => {
              const most = wholeNumber(data.value, data.displayValue, 1, 1000);
              if (most !== null) setDraft({ ...draft, maxPerAddressAndDay: most });
            }}
          />
        </Field>
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
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabled={!changed || save.isPending}>
            {settingsStrings.office.save}
          </Button>
          <Button disabled={!changed} onClick={() => setDraft(saved)}>
            {settingsStrings.office.undo}
          </Button>
        </div>
      </Block>
    </form>
  );
}

/** What a spin button says, inside its limits; null while it is no number. */
function wholeNumber(
  value: number | null | undefined,
  typed: string | undefined,
  min: number,
  max: number,
): number | null {
  const next = value ?? Number.parseInt(typed ?? '', 10);
  return Number.isFinite(next) ? Math.min(max, Math.max(min, Math.round(next))) : null;
}
