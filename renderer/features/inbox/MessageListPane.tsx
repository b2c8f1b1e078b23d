import { useCallback, useEffect, useRef, useState, type MouseEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Caption1, Spinner, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUpRegular, MailInboxRegular, TextDensityRegular } from '@fluentui/react-icons';
import type { MessageFilter } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { useShortcut } from '../../app/keyboard.tsx';
import { navigate, pathTo } from '../../app/routes.tsx';
import { usePreferences } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useVirtualRows } from '../../ui/use-virtual-rows.ts';
import { BulkBar } from './BulkBar.tsx';
import { DEFAULT_FILTER, sameFilter } from './filter.ts';
import { MessageListRow, ROW_HEIGHTS, rowElementId } from './MessageListRow.tsx';
import { SearchLine } from './SearchLine.tsx';
import type { InboxSelection } from './use-inbox-selection.ts';
import type { MessageActs } from '../../app/use-message-acts.ts';
import { PAGE_SIZE, type MessageList } from './use-message-list.ts';

const texts = strings.inbox.list;
/** More than are ever drawn at once: a row that leaves gives its elements to the one that comes, which is quicker. */
const ROW_SLOTS = 128;

const useStyles = makeStyles({
  pane: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    height: '44px',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  total: { color: tokens.colorNeutralForeground3, marginLeft: tokens.spacingHorizontalS },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    outline: 'none',
    contain: 'strict',
  },
  inner: { position: 'relative', width: '100%' },
  newer: {
    position: 'absolute',
    top: '52px',
    left: '50%',
    transform: 'translateX(-50%)',
    zIndex: 2,
    boxShadow: tokens.shadow8,
  },
  wait: { padding: tokens.spacingVerticalXXL },
});

/** What the list is of, in words, for its heading. */
function titleOf(filter: MessageFilter): string {
  const { filters } = strings.inbox;
  if (filter.view === 'ALL') return filters.all;
  if (filter.view === 'NOT_REQUESTS') return filters.notRequests;
  if (filter.category !== null) {
    return filter.category === 'UNDECIDED'
      ? strings.labels.undecided
      : strings.labels.category[filter.category];
  }
  if (filter.state === null) return filters.requests;
  return filter.state === 'OPEN' ? filters.openRequests : strings.labels.caseState[filter.state];
}

function Heading({ filter }: { filter: MessageFilter }) {
  const styles = useStyles();
  const [preferences, update] = usePreferences();
  const { data } = useQuery(api.messages.searchTotal.queryOptions({ input: { filter } }));
  const total =
    data === undefined
      ? ''
      : data.total === null
        ? texts.totalMany
        : data.total === 1
          ? texts.totalOne
          : texts.total(formatNumber(data.total));
  return (
    <>
      <h1 className={styles.title}>
        {titleOf(filter)}
        <Caption1 className={styles.total}>{total}</Caption1>
      </h1>
      <Tooltip
        content={`${texts.density}: ${strings.labels.density[preferences.density]}`}
        relationship="label"
      >
        <Button
          appearance="subtle"
          size="small"
          icon={<TextDensityRegular />}
          onClick={() => {
            update({ density: preferences.density === 'COMPACT' ? 'COMFORTABLE' : 'COMPACT' });
          }}
        />
      </Tooltip>
    </>
  );
}

/** The rows in sight and the keys that move among them. Apart from the heading, because it is drawn on every scroll. */
function Rows({
  list,
  placeKey,
  selection,
  topRequest,
  onOpen,
}: {
  list: MessageList;
  placeKey: string;
  selection: InboxSelection;
  topRequest: number; // a new number scrolls to the top
  onOpen: () => void;
}) {
  const styles = useStyles();
  const [{ density }] = usePreferences();
  const [hasFocus, setHasFocus] = useState(false);
  const { rows } = list;
  const { scrollRef, virtual } = useVirtualRows({
    count: rows.length,
    rowHeight: ROW_HEIGHTS[density],
    placeKey: `inbox.scroll.${placeKey}`,
    hasMore: list.hasMore,
    loadMore: list.loadMore,
  });

  const { moveTo, toggle, checkTo, uncheckAll, cursorIndex, cursorId, checkedRows, isChecked } = selection;
  const move = (by: number): void => {
    const gone = cursorIndex >= 0 && rows[cursorIndex]?.id !== cursorId;
    const index = Math.max(0, Math.min(rows.length - 1, cursorIndex + (gone && by > 0 ? by - 1 : by)));
    moveTo(index, 'REST');
    virtual.scrollToIndex(index);
  };
  useShortcut('next', () => move(1));
  useShortcut('previous', () => move(-1));
  useShortcut('open', () => {
    moveTo(cursorIndex, 'NOW');
    onOpen();
  });
  useShortcut('select', () => toggle(cursorIndex));
  useShortcut('back', uncheckAll, checkedRows.length > 0);

  const onPick = useCallback(
    (index: number, event: MouseEvent) => {
      if (event.shiftKey) checkTo(index);
      else if (event.ctrlKey || event.metaKey) toggle(index);
      else moveTo(index, 'NOW');
    },
    [checkTo, toggle, moveTo],
  );
  const onCheck = useCallback(
    (index: number, event: MouseEvent) => {
      if (event.shiftKey) checkTo(index);
      else toggle(index);
    },
    [checkTo, toggle],
  );

  const lastTop = useRef(topRequest);
  useEffect(() => {
    if (lastTop.current !== topRequest) virtual.scrollToOffset(0);
    lastTop.current = topRequest;
  }, [topRequest, virtual]);

  const items = virtual.getVirtualItems();
  return (
    <div
      ref={scrollRef}
      role="listbox"
      tabIndex={0}
      hidden={rows.length === 0}
      aria-label={texts.label}
      aria-multiselectable
      aria-activedescendant={
        cursorId !== null && items.some((item) => rows[item.index]?.id === cursorId)
          ? rowElementId(cursorId)
          : undefined
      }
      className={styles.scroll}
      onFocus={() => {
        setHasFocus(true);
      }}
      onBlur={() => {
        setHasFocus(false);
      }}
      onKeyDown={(event) => {
        const by = { PageDown: 8, PageUp: -8, Home: -rows.length, End: rows.length }[event.key];
        if (by !== undefined) move(by);
        else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
          const step = event.key === 'ArrowDown' ? 1 : -1;
          checkTo(cursorIndex + step);
          move(step);
        } else if (event.key === ' ') toggle(cursorIndex);
        else return;
        event.preventDefault();
      }}
    >
      <div role="presentation" className={styles.inner} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <MessageListRow
              key={item.index % ROW_SLOTS}
              row={row}
              index={item.index}
              start={item.start}
              density={density}
              cursor={row.id === cursorId}
              focused={hasFocus && row.id === cursorId}
              checked={isChecked(row.id)}
              checking={checkedRows.length > 0}
              onPick={onPick}
              onCheck={onCheck}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The middle pane: heading or bulk bar, how the search was read, the rows. */
export function MessageListPane({
  filter,
  list,
  selection,
  acts,
  onReset,
  onOpen,
}: {
  filter: MessageFilter; // as asked of the service, query included
  list: MessageList;
  selection: InboxSelection;
  acts: MessageActs;
  onReset: () => void;
  onOpen: () => void;
}) {
  const styles = useStyles();
  const [topRequest, setTopRequest] = useState(0);
  const { rows } = list;
  const placeKey = JSON.stringify(filter);
  return (
    <section aria-label={texts.label} className={styles.pane}>
      <div className={styles.head}>
        {selection.checkedRows.length > 0 ? (
          <BulkBar rows={selection.checkedRows} acts={acts} onClear={selection.uncheckAll} />
        ) : (
          <Heading filter={filter} />
        )}
      </div>
      {list.search !== null && <SearchLine search={list.search} />}
      {list.newer !== 0 && (
        <Button
          className={styles.newer}
          shape="circular"
          size="small"
          appearance="primary"
          icon={<ArrowUpRegular />}
          onClick={() => {
            list.showNewer();
            setTopRequest(topRequest + 1);
          }}
        >
          {list.newer === 'MANY' ? texts.newerMany(PAGE_SIZE) : texts.newer(list.newer)}
        </Button>
      )}
      {list.error !== null && <ErrorBar error={list.error} onRetry={list.retry} />}
      {list.loading && list.error === null && (
        <div className={styles.wait}>
          <Spinner label={strings.common.loading} />
        </div>
      )}
      {!list.loading && list.error === null && rows.length === 0 && !list.hasMore && (
        <NothingHere filter={filter} onReset={onReset} />
      )}
      <Rows
        key={placeKey}
        list={list}
        placeKey={placeKey}
        selection={selection}
        topRequest={topRequest}
        onOpen={onOpen}
      />
    </section>
  );
}

function NothingHere({ filter, onReset }: { filter: MessageFilter; onReset: () => void }) {
  const { data: counts } = useQuery(api.messages.counts.queryOptions());
  const { empty } = texts;
  if (counts?.newestId === 0) {
    return (
      <EmptyState
        icon={<MailInboxRegular />}
        title={empty.title}
        text={empty.first}
        action={
          <Button
            appearance="primary"
            onClick={() => {
              navigate(pathTo('ajustes', 'buzones'));
            }}
          >
            {empty.goToMailboxes}
          </Button>
        }
      />
    );
  }
  const plain = sameFilter(filter, DEFAULT_FILTER);
  const search = filter.view === 'ALL' ? empty.searchAll : empty.search;
  return (
    <EmptyState
      icon={<MailInboxRegular />}
      title={plain ? empty.allDone : empty.title}
      text={filter.query !== '' ? search : plain ? empty.allDoneText : empty.filtered}
      action={plain ? undefined : <Button onClick={onReset}>{empty.clear}</Button>}
    />
  );
}
