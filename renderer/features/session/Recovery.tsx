import { useMutation } from '@tanstack/react-query';
import {
  Button,
  MessageBar,
  MessageBarBody,
  Spinner,
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { announce } from '../../app/announce.tsx';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { showSession } from '../../app/session.tsx';
import type { SessionState } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { SessionCard } from './SessionCard.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  code: { fontFamily: tokens.fontFamilyMonospace },
  facts: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
});

/** The store could not be opened: what happened, what was kept, what to do. Never a way to delete anything. */
export function Recovery({ state }: { state: SessionState }) {
  const styles = useStyles();
  const texts = strings.session.recovery;
  const retry = useMutation(
    api.session.retry.mutationOptions({
      onSuccess: (next) => {
        if (next.phase === 'RECOVERY') announce(texts.stillThere);
        showSession(next);
      },
    }),
  );
  if (state.recovery === null) return null;
  const { code, data } = state.recovery;
  const facts = Object.entries(data.details).flatMap(([name, value]) => {
    const label = texts.facts[name];
    return label === undefined ? [] : [{ label, value: String(value) }];
  });
  return (
    <SessionCard title={texts.title[code] ?? texts.otherTitle} wide>
      {(['what', 'kept', 'todo'] as const).map((part) => (
        <section key={part} className={styles.part}>
          <Subtitle2 as="h2">{texts[part]}</Subtitle2>
          <Text>{data[part]}</Text>
          {part === 'what' &&
            facts.map(({ label, value }) => (
              <Text key={label} size={200} className={styles.facts}>
                {label}: {value}
              </Text>
            ))}
        </section>
      ))}
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{texts.never}</MessageBarBody>
      </MessageBar>
      <Text size={200}>
        {texts.code}: <span className={styles.code}>{code}</span>
      </Text>
      {retry.error !== null && <ErrorBar error={retry.error} />}
      {retry.data?.phase === 'RECOVERY' && !retry.isPending && <Text>{texts.stillThere}</Text>}
      <div>
        <Button
          appearance="primary"
          autoFocus
          disabledFocusable={retry.isPending}
          icon={retry.isPending ? <Spinner size="tiny" /> : undefined}
          onClick={() => {
            retry.mutate(undefined);
          }}
        >
          {texts.retry}
        </Button>
      </div>
    </SessionCard>
  );
}
