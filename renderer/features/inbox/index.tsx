import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button, Spinner, Tooltip, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular, PanelLeftExpandRegular } from '@fluentui/react-icons';
import type { MessageDetail, MessageFilter } from '../../../main/api/contract/index.ts';
import { Boundary } from '../../app/Boundary.tsx';
import { CategoryKeys } from '../../app/CategoryKeys.tsx';
import { patchRows } from '../../app/message-cache.ts';
import { runSoon, useShortcut, withKey } from '../../app/keyboard.tsx';
import type { ShortcutId } from '../../app/shortcuts.ts';
import { useRemembered } from '../../app/remembered.ts';
import { navigate, pathTo } from '../../app/routes.tsx';
import { useSearchText } from '../../app/search-text.ts';
import { usePanes } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Splitter } from '../../ui/Splitter.tsx';
import { useNarrow, useOnePane } from '../../ui/use-media.ts';
import { ReadingPane } from '../reading/index.tsx';
import { DEFAULT_FILTER, effectiveFilter } from './filter.ts';
import { FilterPane, FilterPopover } from './FilterPane.tsx';
import { MessageListPane } from './MessageListPane.tsx';
import { useInboxSelection } from './use-inbox-selection.ts';
import { useMessageActs } from '../../app/use-message-acts.ts';
import { useMessageList } from './use-message-list.ts';

const CasePanel = lazy(() => import('../case/index.tsx'));

/** Widths at which each pane still works; the reading pane takes what is left. */
const LIMITS = {
  filters: { min: 170, max: 320, initial: 220 },
  list: { min: 300, max: 620, initial: 380 },
  case: { min: 300, max: 560, initial: 340 },
} as const;
const OVERLAY_WIDTH = 400;

const useStyles = makeStyles({
  page: { position: 'relative', display: 'flex', height: '100%', minWidth: 0, overflow: 'hidden' },
  fixed: { flexShrink: 0, minWidth: 0, height: '100%' },
  collapsed: {
    width: '40px',
    flexShrink: 0,
    display: 'flex',
    justifyContent: 'center',
    paddingTop: tokens.spacingVerticalS,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  reading: { flexGrow: 1, minWidth: 0, height: '100%', position: 'relative' },
  hidden: { display: 'none' },
  case: {
    flexShrink: 0,
    height: '100%',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: {
    position: 'absolute',
    top: 0,
    right: 0,
    bottom: 0,
    maxWidth: '100%',
    zIndex: 3,
    display: 'flex',
    flexDirection: 'column',
    boxShadow: tokens.shadow28,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  overHead: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  overBody: { flexGrow: 1, minHeight: 0 },
  sideBody: { height: '100%' },
});

/** Keys of the case panel, which open it when it is closed. */
const CASE_KEYS = [
  'case',
  'identity',
  'phone',
  'linkAttachment',
  'reply',
  'forward',
  'note',
  'resolve',
] as const satisfies readonly ShortcutId[];

function CaseKey({ id, open }: { id: ShortcutId; open: () => void }) {
  useShortcut(id, () => {
    open();
    if (id !== 'case') runSoon(id);
  });
  return null;
}

/** Filters, list, reading pane, and the case beside it or over it. */
export default function InboxPage() {
  const styles = useStyles();
  const narrow = useNarrow();
  const onePane = useOnePane();
  const [panes, updatePanes] = usePanes();
  const [filter, setFilter] = useRemembered<MessageFilter>('inbox.filter', DEFAULT_FILTER);
  const [query, setQuery] = useSearchText('bandeja');
  const asked = useMemo(() => effectiveFilter(filter, query), [filter, query]);
  const reset = useCallback(() => {
    setFilter(DEFAULT_FILTER);
    setQuery('');
  }, [setFilter, setQuery]);
  const list = useMessageList(asked);
  const selection = useInboxSelection(list.rows, asked);
  const acts = useMessageActs();
  const [overOpen, setOverOpen] = useRemembered('inbox.caseOver', false);
  const caseOpen = narrow ? overOpen : panes.caseOpen;
  const setCaseOpen = useCallback(
    (open: boolean) => {
      if (narrow) setOverOpen(open);
      else updatePanes({ caseOpen: open });
    },
    [narrow, setOverOpen, updatePanes],
  );
  useEffect(() => {
    // A window that gets narrow goes on showing what it showed.
    if (!narrow) setOverOpen(panes.caseOpen);
  }, [narrow, panes.caseOpen, setOverOpen]);
  const [opened, setOpened] = useState<MessageDetail | null>(null);
  const readingRef = useRef<HTMLDivElement>(null);

  const onOpened = useCallback((detail: MessageDetail) => {
    const { id, version, caseId, caseNumber, state, identityLevel } = detail;
    patchRows(new Set([id]), () => ({ opened: true, version, caseId, caseNumber, state, identityLevel }));
    setOpened(detail);
  }, []);

  const { openId } = selection;
  // A message reached by a link need not be in the list; the keys work on it all the same.
  const target =
    selection.target.length === 0 && opened !== null && opened.id === openId ? [opened] : selection.target;
  useShortcut('back', () => setCaseOpen(false), narrow && caseOpen);

  const backToList = useCallback(() => {
    navigate(pathTo('bandeja'), { replace: true });
  }, []);
  useShortcut('back', backToList, onePane && openId !== null && !caseOpen);
  useEffect(() => {
    if (openId === null) setOpened(null);
  }, [openId]);
  const casePanel = openId !== null && opened?.id === openId && (
    <Boundary resetKey={String(opened.id)}>
      <Suspense fallback={<Spinner label={strings.common.loading} />}>
        <CasePanel key={opened.id} messageId={opened.id} caseId={opened.caseId} />
      </Suspense>
    </Boundary>
  );

  return (
    <div className={styles.page}>
      <CategoryKeys target={target} acts={acts} />
      {!caseOpen &&
        openId !== null &&
        CASE_KEYS.map((id) => <CaseKey key={id} id={id} open={() => setCaseOpen(true)} />)}
      {onePane && openId !== null ? null : panes.filtersOpen && !onePane ? (
        <>
          <div className={styles.fixed} style={{ width: panes.filters }}>
            <FilterPane
              filter={asked}
              onChange={setFilter}
              onReset={reset}
              onCollapse={() => {
                updatePanes({ filtersOpen: false });
              }}
            />
          </div>
          <Splitter
            {...LIMITS.filters}
            label={strings.common.resize(strings.inbox.filters.label)}
            value={panes.filters}
            onChange={(width) => {
              updatePanes({ filters: width });
            }}
          />
        </>
      ) : (
        <div className={styles.collapsed}>
          {onePane ? (
            <FilterPopover filter={asked} onChange={setFilter} onReset={reset} />
          ) : (
            <Tooltip content={strings.inbox.filters.expand} relationship="label" positioning="after">
              <Button
                size="small"
                appearance="subtle"
                icon={<PanelLeftExpandRegular />}
                onClick={() => {
                  updatePanes({ filtersOpen: true });
                }}
              />
            </Tooltip>
          )}
        </div>
      )}
      {!(onePane && openId !== null) && (
        <div
          className={onePane ? styles.reading : styles.fixed}
          style={onePane ? undefined : { width: panes.list }}
        >
          <MessageListPane
            filter={asked}
            list={list}
            selection={selection}
            acts={acts}
            onReset={reset}
            onOpen={() => readingRef.current?.querySelector<HTMLElement>('[data-reading]')?.focus()}
          />
        </div>
      )}
      {!onePane && (
        <Splitter
          {...LIMITS.list}
          label={strings.common.resize(strings.inbox.list.label)}
          value={panes.list}
          onChange={(width) => {
            updatePanes({ list: width });
          }}
        />
      )}
      <div
        ref={readingRef}
        className={mergeClasses(styles.reading, onePane && openId === null && styles.hidden)}
      >
        {openId === null ? (
          <EmptyState title={strings.reading.none.title} text={strings.reading.none.text} />
        ) : (
          <ReadingPane
            messageId={openId}
            keys={false}
            onBack={onePane ? backToList : undefined}
            caseOpen={caseOpen}
            onToggleCase={() => setCaseOpen(!caseOpen)}
            onOpened={onOpened}
          />
        )}
      </div>
      {caseOpen && openId !== null && (
        <>
          {!narrow && (
            <Splitter
              {...LIMITS.case}
              side="after"
              label={strings.common.resize(strings.reading.casePanel.label)}
              value={panes.case}
              onChange={(width) => {
                updatePanes({ case: width });
              }}
            />
          )}
          {/* The same one beside and over: what is being filled in it stays when the window gets narrow or wide. */}
          <aside
            aria-label={strings.reading.casePanel.label}
            className={mergeClasses(styles.case, narrow && styles.over)}
            style={{ width: narrow ? OVERLAY_WIDTH : panes.case }}
          >
            {narrow && (
              <div className={styles.overHead}>
                {strings.reading.casePanel.over}
                <Tooltip content={withKey(strings.reading.casePanel.close, 'back')} relationship="label">
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<DismissRegular />}
                    onClick={() => setCaseOpen(false)}
                  />
                </Tooltip>
              </div>
            )}
            <div className={narrow ? styles.overBody : styles.sideBody}>{casePanel}</div>
          </aside>
        </>
      )}
    </div>
  );
}
