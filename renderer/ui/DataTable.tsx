import { useCallback, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorBar } from '../app/errors.tsx';
import { useRemembered } from '../app/remembered.ts';
import { strings } from '../strings/es.ts';
import type { KeysetList } from './use-keyset-list.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

/** `width`: a CSS grid track, such as "120px" or "minmax(160px, 2fr)". */
export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  readonly width: string;
  readonly align?: 'start' | 'end';
  readonly cell: (row: Row) => ReactNode;
};

const ROW_HEIGHT = 40;
const HEAD_HEIGHT = 36;

/** Mixed, because the high-contrast theme's own grounds for hovered and selected would hide the words on them. */
const ground = (percent: number): string =>
  `color-mix(in srgb, ${tokens.colorNeutralForeground3} ${percent}%, ${tokens.colorNeutralBackground1})`;

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    // Drawn over head and rows, which would cover an outline of the grid itself.
    ':has(> [role=grid]:focus-visible)::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      zIndex: 2,
      pointerEvents: 'none',
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  grid: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    scrollbarGutter: 'stable',
    outlineStyle: 'none',
  },
  row: {
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalM}`,
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: `${HEAD_HEIGHT}px`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  headRow: { height: '100%' },
  // As wide as the columns need: on a narrow or zoomed screen the table scrolls sideways, nothing is cut off.
  wide: { minWidth: 'min-content' },
  inner: { position: 'relative', width: '100%' },
  body: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: `${ROW_HEIGHT}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  clickable: { cursor: 'pointer', ':hover': { backgroundColor: ground(7) } },
  active: {
    backgroundColor: ground(14),
    ':hover': { backgroundColor: ground(14) },
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  cell: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  end: { textAlign: 'end' },
  foot: { display: 'flex', justifyContent: 'center', padding: tokens.spacingVerticalS, flexShrink: 0 },
});

/**
 * A long, light table over a keyset list: virtual rows, keeps place and active row under `placeKey`; arrows and
 * Enter work while it has the focus, a click opens.
 */
export function DataTable<Row>({
  label,
  placeKey,
  columns,
  list,
  rowKey,
  onOpen,
  empty,
}: {
  label: string;
  placeKey: string;
  columns: readonly Column<Row>[];
  list: KeysetList<Row>;
  rowKey: (row: Row) => number;
  onOpen?: (row: Row) => void;
  empty: ReactNode;
}) {
  const styles = useStyles();
  const [active, setActive] = useRemembered<number | null>(`${placeKey}.active`, null);
  const loadMoreRef = useRef(list.loadMore);
  useEffect(() => {
    loadMoreRef.current = list.loadMore;
  });
  const loadMore = useCallback(() => {
    loadMoreRef.current();
  }, []);
  const { scrollRef, virtual } = useVirtualRows({
    count: list.rows.length,
    rowHeight: ROW_HEIGHT,
    headHeight: HEAD_HEIGHT,
    placeKey: `${placeKey}.scroll`,
    hasMore: list.hasMore,
    loadMore,
  });
  const template = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };
  const activeIndex = list.rows.findIndex((row) => rowKey(row) === active);
  const activeShown =
    activeIndex >= 0 && virtual.getVirtualItems().some((item) => item.index === activeIndex);

  const onKeyDown = (event: KeyboardEvent): void => {
    const last = list.rows.length - 1;
    const target = {
      ArrowDown: Math.min(last, activeIndex + 1),
      ArrowUp: Math.max(0, activeIndex - 1),
      PageDown: Math.min(last, activeIndex + 10),
      PageUp: Math.max(0, activeIndex - 10),
      Home: 0,
      End: last,
    }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      const row = list.rows[target];
      if (row === undefined) return;
      setActive(rowKey(row));
      virtual.scrollToIndex(target);
    } else if (event.key === 'Enter' && !(event.target as Element).closest('a, button, input')) {
      const row = list.rows[activeIndex];
      if (row !== undefined) onOpen?.(row);
    }
  };

  if (list.error !== null) return <ErrorBar error={list.error} onRetry={list.retry} />;
  if (list.loading) return <Spinner label={strings.common.loading} />;
  if (list.rows.length === 0) return <>{empty}</>;
  return (
    <div className={styles.root}>
      <div
        ref={scrollRef}
        role="grid"
        aria-label={label}
        aria-rowcount={list.hasMore ? -1 : list.rows.length + 1}
        aria-activedescendant={activeShown ? `${placeKey}-${String(active)}` : undefined}
        tabIndex={0}
        data-scrolls
        className={styles.grid}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={styles.wide}>
          <div role="rowgroup" className={styles.head}>
            <div
              role="row"
              aria-rowindex={1}
              className={mergeClasses(styles.row, styles.headRow)}
              style={template}
            >
              {columns.map((column) => (
                <div
                  key={column.id}
                  role="columnheader"
                  className={mergeClasses(styles.cell, column.align === 'end' && styles.end)}
                >
                  {column.title}
                </div>
              ))}
            </div>
          </div>
          <div role="rowgroup" className={styles.inner} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const row = list.rows[item.index];
              if (row === undefined) return null;
              const key = rowKey(row);
              return (
                <div
                  key={key}
                  id={`${placeKey}-${key}`}
                  role="row"
                  aria-rowindex={item.index + 2}
                  aria-selected={key === active}
                  className={mergeClasses(
                    styles.row,
                    styles.body,
                    onOpen !== undefined && styles.clickable,
                    key === active && styles.active,
                  )}
                  style={{ ...template, transform: `translateY(${item.start}px)` }}
                  onClick={() => {
                    setActive(key);
                    onOpen?.(row);
                  }}
                >
                  {columns.map((column) => (
                    <div
                      key={column.id}
                      role="gridcell"
                      className={mergeClasses(styles.cell, column.align === 'end' && styles.end)}
                    >
                      {column.cell(row)}
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {list.loadingMore && (
        <div className={styles.foot}>
          <Spinner size="tiny" label={strings.common.loading} />
        </div>
      )}
    </div>
  );
}
