import { useState } from 'react';
import {
  Body1,
  Button,
  Caption1,
  Spinner,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { CaseDetail } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { useShortcut, withKey } from '../../app/keyboard.tsx';
import { navigate, pathTo } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { casesStrings } from '../../strings/es/cases.ts';
import { DateText } from '../../ui/DateText.tsx';
import CasePanel from '../case/index.tsx';
import { PageFrame } from './page-frame.tsx';

const text = casesStrings.detail;

const useStyles = makeStyles({
  body: {
    display: 'grid',
    gridTemplateColumns: '240px minmax(0, 1fr) minmax(360px, 460px)',
    height: '100%',
    minHeight: 0,
  },
  messages: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    overflowY: 'auto',
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  message: {
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  muted: { color: tokens.colorNeutralForeground3 },
  reading: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
  },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '80ch' },
  open: { alignSelf: 'start' },
  panel: {
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    minHeight: 0,
  },
});

/** One case with room: its messages, the one being read, and the same panel as beside the mail. */
export function CasePage({ caseId }: { caseId: number }) {
  const styles = useStyles();
  const query = useQuery(api.cases.get.queryOptions({ input: { caseId } }));
  const goBack = (): void => {
    navigate(pathTo('expedientes'));
  };
  useShortcut('back', goBack);
  return (
    <PageFrame
      title={query.data?.title ?? casesStrings.title}
      tools={
        <Button size="small" appearance="subtle" icon={<ArrowLeft20Regular />} onClick={goBack}>
          {withKey(text.back, 'back')}
        </Button>
      }
    >
      {query.error !== null && <ErrorBar error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Spinner label={strings.common.loading} />}
      {query.data !== undefined && <CaseBody className={styles.body} detail={query.data} />}
    </PageFrame>
  );
}

function CaseBody({ className, detail }: { className: string; detail: CaseDetail }) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<number | null>(null);
  const messageId = detail.messages.find(({ id }) => id === chosen)?.id ?? detail.messages.at(-1)?.id ?? null;
  return (
    <div className={className}>
      <ul className={styles.messages} aria-label={text.messages}>
        {detail.messages.map((message) => (
          <li key={message.id}>
            <button
              type="button"
              aria-current={message.id === messageId}
              className={mergeClasses(styles.message, message.id === messageId && styles.chosen)}
              onClick={() => {
                setChosen(message.id);
              }}
            >
              <Body1 block className={styles.line}>
                {message.fromName === '' ? message.fromAddress : message.fromName}
              </Body1>
              <Caption1 block className={styles.line}>
                {message.subject === '' ? text.noSubject : message.subject}
              </Caption1>
              <Caption1 block className={styles.muted}>
                <DateText date={message.receivedAt} />
              </Caption1>
            </button>
          </li>
        ))}
      </ul>
      {messageId === null ? <div /> : <Message key={messageId} id={messageId} />}
      <div className={styles.panel}>
        <CasePanel caseId={detail.id} messageId={messageId} />
      </div>
    </div>
  );
}

function Message({ id }: { id: number }) {
  const styles = useStyles();
  const query = useQuery(api.messages.get.queryOptions({ input: { id } }));
  if (query.error !== null) return <ErrorBar error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Spinner label={strings.common.loading} />;
  return (
    <div className={styles.reading} role="region" aria-label={text.messageText} tabIndex={0} data-scrolls>
      <Button
        size="small"
        className={styles.open}
        onClick={() => {
          navigate(pathTo('bandeja', id));
        }}
      >
        {text.openInInbox}
      </Button>
      <Body1 as="p" block className={styles.words}>
        {query.data.body.text}
      </Body1>
    </div>
  );
}
