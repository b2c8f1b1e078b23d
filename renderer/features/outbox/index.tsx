import {
  Body1,
  Button,
  Caption1,
  Field,
  Select,
  Subtitle2,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular, Send24Regular } from '@fluentui/react-icons';
import type { OutboxFilter, Reply } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { useRemembered } from '../../app/remembered.ts';
import { RouteLink } from '../../app/routes.tsx';
import { outboxStrings } from '../../strings/es/outbox.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeysetList } from '../../ui/use-keyset-list.ts';
import { useOnePane } from '../../ui/use-media.ts';
import { PageFrame } from '../cases/page-frame.tsx';
import { ReplyFacts } from './reply-facts.tsx';
import { ReplyFate } from './reply-fate.tsx';
import { isBad, situation } from './situation.ts';

const text = outboxStrings;
const PAGE_SIZE = 100;
const FILTERS = Object.keys(text.filters) as OutboxFilter[];

const useStyles = makeStyles({
  body: { display: 'flex', height: '100%', minHeight: 0 },
  list: { flexGrow: 1, minWidth: 0, minHeight: 0 },
  hidden: { display: 'none' },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    boxSizing: 'border-box',
    width: 'clamp(340px, 34%, 560px)',
    flexShrink: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  whole: { width: '100%', borderLeft: 'none' },
  head: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalS },
  subject: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  words: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  bad: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  link: { color: tokens.colorBrandForegroundLink },
});

function Situation({ reply }: { reply: Reply }) {
  const styles = useStyles();
  return <span className={mergeClasses(isBad(reply) && styles.bad)}>{situation(reply)}</span>;
}

const addressesOf = (reply: Reply): string => reply.recipients.map(({ address }) => address).join(', ');

const COLUMNS: readonly Column<Reply>[] = [
  {
    id: 'state',
    title: text.columns.state,
    width: 'minmax(150px, 1fr)',
    cell: (row) => <Situation reply={row} />,
  },
  { id: 'to', title: text.columns.to, width: 'minmax(160px, 2fr)', cell: addressesOf },
  { id: 'subject', title: text.columns.subject, width: 'minmax(160px, 3fr)', cell: (row) => row.subject },
  { id: 'case', title: text.columns.case, width: '124px', cell: (row) => row.caseNumber },
  { id: 'by', title: text.columns.by, width: 'minmax(96px, 1fr)', cell: (row) => row.createdBy },
  {
    id: 'at',
    title: text.columns.at,
    width: '104px',
    align: 'end',
    cell: (row) => <DateText date={row.sentAt ?? row.createdAt} style="short" />,
  },
];
/** Beside an open answer, or at 200 % zoom. */
const FEW_COLUMNS = COLUMNS.filter(({ id }) => ['state', 'to', 'at'].includes(id));

/** `#/salida`: every answer and forward, where it stands, and what can be done about it. */
export default function OutboxPage() {
  const styles = useStyles();
  const [filter, setFilter] = useRemembered<OutboxFilter | null>('outbox.filter', null);
  const [chosen, setChosen] = useRemembered<number | null>('outbox.chosen', null);
  const onePane = useOnePane();
  const list = useKeysetList<Reply>({
    queryKey: [...api.replies.outbox.key(), filter],
    fetchPage: (cursor, signal) => client.replies.outbox({ cursor, limit: PAGE_SIZE, filter }, { signal }),
  });
  const reply = list.rows.find(({ id }) => id === chosen) ?? null;
  return (
    <PageFrame
      title={text.title}
      tools={
        <Field label={text.filter} size="small">
          <Select
            value={filter ?? ''}
            onChange={(_, { value }) => {
              setFilter(FILTERS.find((one) => one === value) ?? null);
            }}
          >
            <option value="">{text.all}</option>
            {FILTERS.map((one) => (
              <option key={one} value={one}>
                {text.filters[one]}
              </option>
            ))}
          </Select>
        </Field>
      }
    >
      <div className={styles.body}>
        <div className={mergeClasses(styles.list, onePane && reply !== null && styles.hidden)}>
          <DataTable
            label={text.tableLabel}
            placeKey="outbox"
            columns={onePane || reply !== null ? FEW_COLUMNS : COLUMNS}
            list={list}
            rowKey={(row) => row.id}
            onOpen={(row) => {
              setChosen(row.id);
            }}
            empty={<EmptyState icon={<Send24Regular />} {...(filter === null ? text.empty : text.noMatch)} />}
          />
        </div>
        {reply !== null && (
          <ReplyDetail
            reply={reply}
            whole={onePane}
            onClose={() => {
              setChosen(null);
            }}
          />
        )}
      </div>
    </PageFrame>
  );
}

function ReplyDetail({ reply, whole, onClose }: { reply: Reply; whole: boolean; onClose: () => void }) {
  const styles = useStyles();
  return (
    <section
      className={mergeClasses(styles.side, whole && styles.whole)}
      aria-label={text.detail}
      tabIndex={0}
      data-scrolls
    >
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.subject}>
          {reply.subject}
        </Subtitle2>
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={text.close}
          onClick={onClose}
        />
      </div>
      <div>
        {reply.kind === 'FORWARD' && <Body1 block>{text.forwarded}</Body1>}
        <Caption1 block className={styles.muted}>
          {text.columns.to}: {addressesOf(reply)}
        </Caption1>
        <Caption1 block className={styles.muted}>
          {reply.createdBy}, <DateText date={reply.createdAt} />
        </Caption1>
        <ReplyFacts reply={reply} />
        <RouteLink page="expedientes" rest={reply.caseId} className={styles.link}>
          {text.openCase(reply.caseNumber)}
        </RouteLink>
      </div>
      <ReplyFate reply={reply} />
      <Body1 block className={styles.words}>
        {reply.body}
      </Body1>
    </section>
  );
}
