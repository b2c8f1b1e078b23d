import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Spinner, Tab, TabList, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, PanelRightContractRegular, PanelRightExpandRegular } from '@fluentui/react-icons';
import type { AttachmentFacts, MessageDetail } from '../../../main/api/contract/index.ts';
import { CategoryKeys } from '../../app/CategoryKeys.tsx';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { useShortcut, withKey } from '../../app/keyboard.tsx';
import { useMessageActs } from '../../app/use-message-acts.ts';
import { strings } from '../../strings/es.ts';
import { Attachments } from './Attachments.tsx';
import { AttachmentViewer } from './AttachmentViewer.tsx';
import { BodyView } from './BodyView.tsx';
import { CategoryLine } from './CategoryLine.tsx';
import { Copies, hasCopies } from './Copies.tsx';
import { HeadersTab } from './HeadersTab.tsx';
import { MessageHeader } from './MessageHeader.tsx';
import { OriginalTab } from './OriginalTab.tsx';
import { ProtectionBar } from './ProtectionBar.tsx';
import { Repeats } from './Repeats.tsx';
import { ThreadTab } from './ThreadTab.tsx';

const texts = strings.reading;
const TABS = ['message', 'thread', 'headers', 'original'] as const;
type TabId = (typeof TABS)[number];

const useStyles = makeStyles({
  pane: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  waiting: { opacity: 0.6 },
  bar: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexShrink: 0,
    height: '44px',
    paddingRight: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { flexGrow: 1 },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    // What does not fit is scrolled to; a bar that gives way lets its words run over the next.
    '> *': { flexShrink: 0 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  wait: { padding: tokens.spacingVerticalXXL },
});

type PaneProps = {
  /** Back to the list, where it is not beside the message. */
  readonly onBack?: (() => void) | null;
  /** Whether the keys 1 to 6 and c decide this message; false where a list around it has them. */
  readonly keys?: boolean;
  readonly caseOpen: boolean;
  readonly onToggleCase: () => void;
  /** The message is on screen, or something about it changed. */
  readonly onOpened: (detail: MessageDetail) => void;
};

/** A message as it was read: the previous one stays until the next is there. */
export function ReadingPane({ messageId, ...props }: PaneProps & { messageId: number }) {
  const styles = useStyles();
  const { data, error, isPlaceholderData, refetch } = useQuery(
    api.messages.get.queryOptions({
      input: { id: messageId },
      staleTime: 0,
      placeholderData: keepPreviousData,
    }),
  );
  const { onOpened } = props;
  useEffect(() => {
    if (data?.id === messageId) onOpened(data);
  }, [data, messageId, onOpened]);
  if (error !== null) return <ErrorBar error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <div className={styles.wait}>
        <Spinner label={strings.common.loading} />
      </div>
    );
  }
  return <Message key={data.id} detail={data} waiting={isPlaceholderData} {...props} />;
}

function Message({
  detail,
  waiting,
  onBack = null,
  keys = true,
  caseOpen,
  onToggleCase,
}: PaneProps & { detail: MessageDetail; waiting: boolean }) {
  const styles = useStyles();
  const acts = useMessageActs();
  const [tab, setTab] = useState<TabId>('message');
  const [viewing, setViewing] = useState<(AttachmentFacts & { id: number }) | null>(null);
  useShortcut('back', () => setViewing(null), viewing !== null);
  return (
    <section aria-label={texts.label} className={mergeClasses(styles.pane, waiting && styles.waiting)}>
      {keys && <CategoryKeys target={[detail]} acts={acts} />}
      <div className={styles.bar}>
        {onBack !== null && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={withKey(texts.backToList, 'back')}
            onClick={onBack}
          />
        )}
        <TabList
          size="small"
          className={styles.tabs}
          aria-label={texts.tabs.label}
          selectedValue={tab}
          onTabSelect={(_, data) => {
            setTab(TABS.find((candidate) => candidate === data.value) ?? 'message');
            setViewing(null);
          }}
        >
          <Tab value="message">{texts.tabs.message}</Tab>
          <Tab value="thread" disabled={detail.threadCount < 2}>
            {texts.tabs.thread(detail.threadCount)}
          </Tab>
          <Tab value="headers">{texts.tabs.headers}</Tab>
          <Tab value="original">{texts.tabs.original}</Tab>
        </TabList>
        <Button
          size="small"
          appearance={caseOpen ? 'subtle' : 'secondary'}
          icon={caseOpen ? <PanelRightContractRegular /> : <PanelRightExpandRegular />}
          aria-expanded={caseOpen}
          title={withKey(texts.casePanel.openKey, 'case')}
          onClick={onToggleCase}
        >
          {detail.caseNumber ?? texts.casePanel.open}
        </Button>
      </div>
      {viewing !== null ? (
        <AttachmentViewer
          attachment={viewing}
          onClose={() => {
            setViewing(null);
          }}
        />
      ) : (
        <div
          role="tabpanel"
          aria-label={texts.tabs[tab === 'thread' ? 'message' : tab]}
          tabIndex={0}
          data-reading
          data-scrolls
          className={styles.scroll}
        >
          {tab === 'message' && (
            <>
              <MessageHeader detail={detail} />
              {detail.protection !== null && <ProtectionBar protection={detail.protection} />}
              {hasCopies(detail) && <Copies detail={detail} />}
              <Repeats detail={detail} />
              <CategoryLine detail={detail} acts={acts} />
              {detail.attachments.length > 0 && (
                <Attachments attachments={detail.attachments} onView={setViewing} />
              )}
              <BodyView detail={detail} />
            </>
          )}
          {tab === 'thread' && <ThreadTab threadId={detail.threadId} currentId={detail.id} />}
          {tab === 'headers' && <HeadersTab messageId={detail.id} />}
          {tab === 'original' && <OriginalTab detail={detail} />}
        </div>
      )}
    </section>
  );
}
