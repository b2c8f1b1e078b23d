import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  Button,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Tooltip,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { FilterRegular, PanelLeftContractRegular } from '@fluentui/react-icons';
import type { Kind, MessageFilter } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { strings } from '../../strings/es.ts';
import { CASE_STATE_ORDER, CATEGORY_ORDER } from '../../strings/es/labels.ts';
import { hueBackground } from '../../ui/CategoryChip.tsx';
import { formatNumber } from '../../ui/format.ts';
import { DEFAULT_FILTER, sameFilter } from './filter.ts';

const texts = strings.inbox.filters;
const OTHER_KINDS = [
  'BOUNCE',
  'AUTOREPLY',
  'NEWSLETTER',
  'SPAM',
  'PHISHING',
] as const satisfies readonly Kind[];

const useStyles = makeStyles({
  pane: {
    height: '100%',
    overflowY: 'auto',
    overflowX: 'hidden',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL}`,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    height: '44px',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  surface: { width: '260px', height: '70vh', padding: 0, overflow: 'hidden' },
  group: { margin: 0, padding: 0, paddingBottom: tokens.spacingVerticalM, border: 'none', minWidth: 0 },
  title: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    marginBottom: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  item: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    height: '28px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':global([data-theme="HIGH_CONTRAST"])': { '&:hover *': { color: tokens.colorNeutralForeground2Hover } },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  on: {
    backgroundColor: tokens.colorNeutralBackground2Selected,
    fontWeight: tokens.fontWeightSemibold,
    ':global([data-theme="HIGH_CONTRAST"])': { '& *': { color: tokens.colorNeutralForeground2Selected } },
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '6px',
      bottom: '6px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorBrandStroke1,
    },
  },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
  },
  dot: {
    width: '10px',
    height: '10px',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: 'none',
  },
});

function Item({
  name,
  count,
  on,
  dot,
  onClick,
}: {
  name: string;
  count?: number;
  on: boolean;
  dot?: string;
  onClick: () => void;
}) {
  const styles = useStyles();
  return (
    <button
      type="button"
      aria-pressed={on}
      className={mergeClasses(styles.item, on && styles.on)}
      onClick={onClick}
    >
      {dot !== undefined && <span aria-hidden className={styles.dot} style={{ background: dot }} />}
      <span className={styles.name}>{name}</span>
      {count !== undefined && <span className={styles.count}>{formatNumber(count)}</span>}
    </button>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={title} className={styles.group}>
      <div aria-hidden className={styles.title}>
        {title}
      </div>
      {children}
    </div>
  );
}

/** What to show, with how many there are of each. A second click takes a filter off. */
export function FilterPane({
  filter,
  onChange,
  onReset,
  onCollapse,
}: {
  filter: MessageFilter;
  onChange: (filter: MessageFilter) => void;
  onReset: () => void;
  onCollapse?: () => void;
}) {
  const styles = useStyles();
  const { data: counts } = useQuery(api.messages.counts.queryOptions());
  const change = (patch: Partial<MessageFilter>): void => {
    onChange({ ...filter, ...patch, query: '' });
  };
  const requests = filter.view === 'REQUESTS';
  /** The counts are of open requests; a filter chosen elsewhere brings those. */
  const openRequests: Partial<MessageFilter> = requests
    ? {}
    : { view: 'REQUESTS', state: 'OPEN', kind: null };
  return (
    <nav aria-label={texts.label} className={styles.pane} data-scrolls>
      <div className={styles.head}>
        <Button
          size="small"
          appearance="transparent"
          disabled={sameFilter(filter, DEFAULT_FILTER)}
          onClick={onReset}
        >
          {texts.clear}
        </Button>
        {onCollapse !== undefined && (
          <Tooltip content={texts.collapse} relationship="label">
            <Button
              size="small"
              appearance="subtle"
              icon={<PanelLeftContractRegular />}
              onClick={onCollapse}
            />
          </Tooltip>
        )}
      </div>
      <Group title={texts.views}>
        <Item
          name={texts.openRequests}
          count={counts?.open}
          on={requests && filter.state === 'OPEN'}
          onClick={() => {
            change({ view: 'REQUESTS', state: 'OPEN', kind: null });
          }}
        />
        <Item
          name={texts.requests}
          count={counts?.requests}
          on={requests && filter.state === null}
          onClick={() => {
            change({ view: 'REQUESTS', state: null, kind: null });
          }}
        />
        <Item
          name={texts.notRequests}
          count={counts?.notRequests}
          on={filter.view === 'NOT_REQUESTS'}
          onClick={() => {
            change({ view: 'NOT_REQUESTS', state: null, category: null });
          }}
        />
        <Item
          name={texts.all}
          count={counts === undefined ? undefined : counts.requests + counts.notRequests}
          on={filter.view === 'ALL'}
          onClick={() => {
            change({ view: 'ALL', state: null, kind: null });
          }}
        />
      </Group>
      <Group title={texts.quick}>
        {(['needsReview', 'unverified', 'unopened', 'hasAttachments'] as const).map((flag) => (
          <Item
            key={flag}
            name={texts[flag]}
            count={counts?.[flag]}
            on={filter[flag]}
            onClick={() => {
              change({ ...openRequests, [flag]: !filter[flag] });
            }}
          />
        ))}
      </Group>
      <Group title={texts.category}>
        {([...CATEGORY_ORDER.filter((category) => category !== 'NONE'), 'UNDECIDED'] as const).map(
          (category) => (
            <Item
              key={category}
              name={category === 'UNDECIDED' ? strings.labels.undecided : strings.labels.category[category]}
              count={counts?.category[category]}
              dot={hueBackground(category === 'UNDECIDED' ? null : category, category !== 'UNDECIDED')}
              on={filter.category === category}
              onClick={() => {
                change(filter.category === category ? { category: null } : { ...openRequests, category });
              }}
            />
          ),
        )}
      </Group>
      <Group title={texts.assignee}>
        {(
          [
            ['ME', texts.mine, counts?.mine],
            ['NOBODY', texts.nobody, counts?.nobody],
          ] as const
        ).map(([who, name, count]) => (
          <Item
            key={who}
            name={name}
            count={count}
            on={filter.assignee === who}
            onClick={() => {
              change(filter.assignee === who ? { assignee: null } : { ...openRequests, assignee: who });
            }}
          />
        ))}
      </Group>
      <Group title={texts.state}>
        {CASE_STATE_ORDER.map((state) => (
          <Item
            key={state}
            name={strings.labels.caseState[state]}
            count={counts?.state[state]}
            on={filter.state === state}
            onClick={() => {
              change(filter.state === state ? { state: 'OPEN' } : { view: 'REQUESTS', kind: null, state });
            }}
          />
        ))}
      </Group>
      <Group title={texts.kind}>
        {OTHER_KINDS.map((kind) => (
          <Item
            key={kind}
            name={strings.labels.kind[kind]}
            on={filter.kind === kind}
            onClick={() => {
              change(
                filter.kind === kind
                  ? { kind: null }
                  : { view: 'NOT_REQUESTS', state: null, category: null, kind },
              );
            }}
          />
        ))}
      </Group>
    </nav>
  );
}

/** The same filters behind a button, where there is room for one pane only. */
export function FilterPopover(props: {
  filter: MessageFilter;
  onChange: (filter: MessageFilter) => void;
  onReset: () => void;
}) {
  const styles = useStyles();
  return (
    <Popover trapFocus positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<FilterRegular />} aria-label={texts.expand} />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={texts.label}>
        <FilterPane {...props} />
      </PopoverSurface>
    </Popover>
  );
}
