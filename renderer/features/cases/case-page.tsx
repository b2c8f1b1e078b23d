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
import { useRemembered } from '../../app/remembered.ts';
import { navigate, pathTo } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { casesStrings } from '../../strings/es/cases.ts';
import { DateText } from '../../ui/DateText.tsx';
import CasePanel from '../case/index.tsx';
import { ReadingPane } from '../reading/index.tsx';
import { useOnePane } from '../../ui/use-media.ts';
import { PageFrame } from './page-frame.tsx';

const text = casesStrings.detail;

const useStyles = makeStyles({
  body: { display: 'flex', height: '100%', minHeight: 0 },
  messages: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    width: '220px',
    flexShrink: 0,
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
  reading: { flexGrow: 1, minWidth: 0, minHeight: 0 },
  hidden: { display: 'none' },
  whole: { width: '100%', borderLeft: 'none' },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    width: 'clamp(380px, 34%, 560px)',
    flexShrink: 0,
    minHeight: 0,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

/** One case with room: its messages, the one being read, and the same panel as beside the mail. */
export function CasePage({ caseId }: { caseId: number }) {
  const query = useQuery(api.cases.get.queryOptions({ input: { caseId } }));
  const goBack = (): void => {
    navigate(pathTo('expedientes'));
  };
  useShortcut('back', goBack);
  return (
    <PageFrame
      title={query.data === undefined ? casesStrings.title : text.title(query.data.number)}
      leading={
        <Button size="small" appearance="subtle" icon={<ArrowLeft20Regular />} onClick={goBack}>
          {withKey(text.back, 'back')}
        </Button>
      }
    >
      {query.error !== null && <ErrorBar error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Spinner label={strings.common.loading} />}
      {query.data !== undefined && <CaseBody detail={query.data} />}
    </PageFrame>
  );
}

/** The reading pane tells what it shows; this page already knows. */
function ignoreOpened(): void {}

function CaseBody({ detail }: { detail: CaseDetail }) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<number | null>(null);
  const [panelOpen, setPanelOpen] = useRemembered('cases.panelOpen', true);
  const onePane = useOnePane();
  const messageId = detail.messages.find(({ id }) => id === chosen)?.id ?? detail.messages.at(-1)?.id ?? null;
  return (
    <div className={styles.body}>
      {detail.messages.length > 1 && !onePane && (
        <MessageList messages={detail.messages} chosen={messageId} onChoose={setChosen} />
      )}
      <div className={mergeClasses(styles.reading, onePane && panelOpen && styles.hidden)}>
        {messageId !== null && (
          <ReadingPane
            messageId={messageId}
            caseOpen={panelOpen}
            onToggleCase={() => {
              setPanelOpen(!panelOpen);
            }}
            onOpened={ignoreOpened}
          />
        )}
      </div>
      {panelOpen && (
        <div className={mergeClasses(styles.panel, onePane && styles.whole)}>
          {onePane && (
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowLeft20Regular />}
              onClick={() => {
                setPanelOpen(false);
              }}
            >
              {text.showMessage}
            </Button>
          )}
          <CasePanel caseId={detail.id} messageId={messageId} />
        </div>
      )}
    </div>
  );
}

function MessageList({
  messages,
  chosen,
  onChoose,
}: {
  messages: CaseDetail['messages'];
  chosen: number | null;
  onChoose: (id: number) => void;
}) {
  const styles = useStyles();
  return (
    <ul className={styles.messages} aria-label={text.messages}>
      {messages.map((message) => (
        <li key={message.id}>
          <button
            type="button"
            aria-current={message.id === chosen}
            className={mergeClasses(styles.message, message.id === chosen && styles.chosen)}
            onClick={() => {
              onChoose(message.id);
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
  );
}
