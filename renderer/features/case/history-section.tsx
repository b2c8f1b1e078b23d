import { useState } from 'react';
import { Body1, Button, Caption1, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { AuditEntry } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { historySentence, type HistoryNames } from '../../strings/es/case-history.ts';
import { DateText } from '../../ui/DateText.tsx';
import { formatIsoDay } from '../../ui/format.ts';
import { useCase } from './case-context.tsx';
import { fullName } from './declared.ts';
import { Section } from './section.tsx';

const text = caseStrings.history;
const SHOWN = 5;

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  when: { color: tokens.colorNeutralForeground3 },
  sentence: { overflowWrap: 'anywhere' },
  more: { alignSelf: 'start' },
});

/** Looking is in the log too, but is not what the case went through. */
function isLook(entry: AuditEntry): boolean {
  return entry.action === 'case.opened' || entry.action === 'citizen.opened';
}

/** Step 6: what was done, one sentence per act, newest first. */
export function HistorySection() {
  const styles = useStyles();
  const { detail } = useCase();
  const [all, setAll] = useState(false);
  const history = useQuery(api.cases.history.queryOptions({ input: { caseId: detail.id } }));
  const people = useQuery(api.cases.people.queryOptions());
  const names: HistoryNames = {
    person: (id) => people.data?.find((person) => person.id === id)?.displayName ?? null,
    citizen: (id) => (detail.citizen?.id === id ? fullName(detail.citizen) : null),
    attachment: (id) => detail.attachments.find((attachment) => attachment.id === id)?.name ?? null,
    day: formatIsoDay,
  };
  const entries = history.data ?? [];
  const acts = entries.filter((entry) => !isLook(entry));
  const shown = all ? entries : acts.slice(0, SHOWN);
  return (
    <Section title={text.title}>
      {history.error !== null && <ErrorBar error={history.error} onRetry={() => void history.refetch()} />}
      {history.isPending && <Spinner size="tiny" label={strings.common.loading} />}
      {history.data !== undefined && entries.length === 0 && <Body1 block>{text.empty}</Body1>}
      <ol className={styles.list} aria-label={text.title}>
        {shown.map((entry) => (
          <li key={entry.id}>
            <Caption1 block className={styles.sentence}>
              {historySentence(entry, names)}
            </Caption1>
            <Caption1 block className={styles.when}>
              <DateText date={entry.at} />
            </Caption1>
          </li>
        ))}
      </ol>
      {entries.length > Math.min(acts.length, SHOWN) && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.more}
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? text.fewer : text.all(entries.length)}
        </Button>
      )}
    </Section>
  );
}
