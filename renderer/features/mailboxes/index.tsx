import {
  Button,
  Caption1,
  Spinner,
  Subtitle1,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { MailSettings20Regular, PlugConnected24Regular } from '@fluentui/react-icons';
import type { MailboxStatus } from '../../../main/api/contract/index.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { useMailboxStatuses } from '../../app/mailbox-state.ts';
import { conditionOf, conditionSentence, worstOf } from '../../app/mailbox-words.ts';
import { pathTo, useRoute } from '../../app/routes.tsx';
import { useHasRole } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { mailboxesStrings } from '../../strings/es/mailboxes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MailboxView } from './mailbox-view.tsx';

const texts = mailboxesStrings;

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    height: '100%',
    boxSizing: 'border-box',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    flexShrink: 0,
  },
  body: {
    display: 'flex',
    gap: tokens.spacingHorizontalXXL,
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 1099px)': { flexDirection: 'column', minHeight: 'auto' },
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    width: '250px',
    flexShrink: 0,
    '@media (max-width: 1099px)': { width: '100%' },
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground2,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  state: { color: tokens.colorNeutralForeground2 },
  bad: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
});

/** `#/buzones`: the folder that is worst off; `#/buzones/<id>`: that one. */
export default function MailboxesPage() {
  const styles = useStyles();
  const { id } = useRoute();
  const administers = useHasRole('ADMIN');
  const { data, error, refetch } = useMailboxStatuses();
  const shown = data?.find(({ mailboxId }) => mailboxId === id) ?? (data && worstOf(data));
  return (
    <div className={styles.page} data-scrolls tabIndex={-1}>
      <div className={styles.head}>
        <Subtitle1 as="h1">{texts.title}</Subtitle1>
        {administers && (
          <Button as="a" href={pathTo('ajustes', 'buzones')} icon={<MailSettings20Regular />}>
            {texts.accounts}
          </Button>
        )}
      </div>
      {error !== null ? (
        <ErrorBar error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Spinner label={strings.common.loading} />
      ) : shown === undefined ? (
        <NoMailbox administers={administers} />
      ) : (
        <div className={styles.body}>
          {data.length > 1 && <MailboxList statuses={data} shown={shown} />}
          <MailboxView key={shown.mailboxId} status={shown} />
        </div>
      )}
    </div>
  );
}

function MailboxList({ statuses, shown }: { statuses: readonly MailboxStatus[]; shown: MailboxStatus }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={texts.list}>
      {statuses.map((status) => {
        const condition = conditionOf(status);
        const bad = condition === 'MISSING' || condition === 'STOPPED';
        return (
          <li key={status.mailboxId}>
            <a
              href={pathTo('buzones', status.mailboxId)}
              aria-current={status === shown ? 'page' : undefined}
              className={mergeClasses(styles.item, status === shown && styles.current)}
            >
              {status.name}
              <Caption1 className={bad ? styles.bad : styles.state}>{conditionSentence(status)}</Caption1>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function NoMailbox({ administers }: { administers: boolean }) {
  return (
    <EmptyState
      icon={<PlugConnected24Regular />}
      title={texts.none.title}
      text={administers ? texts.none.admin : texts.none.others}
      action={
        administers ? (
          <Button as="a" appearance="primary" href={pathTo('ajustes', 'buzones')}>
            {texts.none.setUp}
          </Button>
        ) : undefined
      }
    />
  );
}
