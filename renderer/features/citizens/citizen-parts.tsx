import { useId, useState, type ReactNode } from 'react';
import { Body1, Button, Caption1, Link, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import type { AuditEntry, Citizen, Outputs } from '../../../main/api/contract/index.ts';
import { pathTo } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { auditSentence } from '../../strings/es/audit.ts';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { DateText } from '../../ui/DateText.tsx';
import { formatIsoDay } from '../../ui/format.ts';

const text = citizenStrings.record;
const SHOWN_LOOK_UPS = 6;

type Record = Outputs['citizens']['get'];

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalXL,
    minWidth: 0,
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground3 },
  more: { alignSelf: 'start' },
});

export function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <Subtitle2 as="h2" id={id}>
        {title}
      </Subtitle2>
      {children}
    </section>
  );
}

/** Names and values, one beside the other. */
export function Facts({ rows }: { rows: readonly (readonly [term: string, value: ReactNode])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {rows.map(([term, value]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Who({ citizen }: { citizen: Citizen }) {
  const styles = useStyles();
  const documents = citizen.documents.map(
    (document) => `${strings.labels.idType[document.type]} ${document.number}`,
  );
  const facts: readonly (readonly [string, string | null])[] = [
    [text.fields.documents, documents.join(', ')],
    [text.fields.birthDate, citizen.birthDate === null ? null : formatIsoDay(citizen.birthDate)],
    [text.fields.naf, citizen.naf],
    [text.fields.email, citizen.email],
    [text.fields.address, citizen.address],
  ];
  return (
    <Part title={text.who}>
      <Facts
        rows={facts.map(([term, value]) => [
          term,
          value ?? <span className={styles.muted}>{text.absent}</span>,
        ])}
      />
      <Caption1 block className={styles.muted}>
        {text.updated} <DateText date={citizen.updatedAt} />
      </Caption1>
    </Part>
  );
}

export function CitizenCases({ cases }: { cases: Record['cases'] }) {
  const styles = useStyles();
  return (
    <Part title={text.cases}>
      {cases.length === 0 ? (
        <Body1 block>{text.noCases}</Body1>
      ) : (
        <ul className={styles.list}>
          {cases.map((row) => (
            <li key={row.id}>
              <Link href={pathTo('expedientes', row.id)}>
                {row.number} · {row.title}
              </Link>
              <Caption1 block className={styles.muted}>
                {strings.labels.caseState[row.state]}, <DateText date={row.updatedAt} style="day" />
              </Caption1>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

export function CitizenMessages({ messages }: { messages: Record['messages'] }) {
  const styles = useStyles();
  return (
    <Part title={text.messages}>
      {messages.length === 0 ? (
        <Body1 block>{text.noMessages}</Body1>
      ) : (
        <ul className={styles.list}>
          {messages.map((message) => (
            <li key={message.id}>
              <Link href={pathTo('bandeja', message.id)}>
                {message.subject === '' ? text.noSubject : message.subject}
              </Link>
              <Caption1 block className={styles.muted}>
                {message.fromAddress}, <DateText date={message.receivedAt} />
              </Caption1>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** Who saw this record: the log in front of those it is about. */
export function LookUps({ entries }: { entries: readonly AuditEntry[] }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, SHOWN_LOOK_UPS);
  return (
    <Part title={text.lookUps}>
      {entries.length === 0 ? (
        <Body1 block>{text.noLookUps}</Body1>
      ) : (
        <ul className={styles.list}>
          {shown.map((entry) => (
            <li key={entry.id}>
              <Body1>{auditSentence(entry)}</Body1>{' '}
              <Caption1 className={styles.muted}>
                <DateText date={entry.at} />
              </Caption1>
            </li>
          ))}
        </ul>
      )}
      {entries.length > SHOWN_LOOK_UPS && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.more}
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? text.fewerLookUps : text.moreLookUps(entries.length)}
        </Button>
      )}
    </Part>
  );
}
