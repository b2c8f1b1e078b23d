import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SearchBox,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { strings } from '../strings/es.ts';
import { initials } from '../ui/format.ts';
import { useErrorReporter } from './errors.tsx';
import { useShortcut, keyLabel } from './keyboard.tsx';
import { MailboxState } from './MailboxState.tsx';
import { navigate, pathTo, returnTo, useRoute } from './routes.tsx';
import { SEARCHABLE, useSearchText, type SearchablePage } from './search-text.ts';
import { lock, signOut, useHasRole, useSession, useUser } from './session.tsx';

const OpenKiosk = lazy(() => import('../features/kiosk/open-kiosk.tsx'));

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'minmax(160px, 1fr) minmax(240px, 560px) minmax(160px, 1fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    height: '48px',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  search: { width: '100%', maxWidth: 'none' },
  right: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
  },
  hiddenText: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  skip: {
    position: 'absolute',
    left: '8px',
    top: '-200px', // out of sight below the connection banner too
    zIndex: 10,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ':focus-visible': { top: '8px', outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

const TYPE_PAUSE_MS = 250;
/** What the service takes: a query with operators, a person's or case's words. */
const LONGEST = { query: 500, words: 200 };

function PageSearch({ page }: { page: SearchablePage }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useSearchText(page);
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  if (seen !== text) {
    // Emptied or set by the page itself ("Quitar filtros").
    setSeen(text);
    setTyped(text);
  }
  useShortcut('search', () => {
    input.current?.focus();
    input.current?.select();
  });
  // Only messages are searched while typing: a look-up of citizens is recorded, so it waits for Enter.
  const live = page === 'bandeja';
  useEffect(() => {
    if (!live || typed === text) return;
    const timer = window.setTimeout(() => {
      setText(typed);
    }, TYPE_PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [live, typed, text, setText]);
  return (
    <SearchBox
      ref={input}
      className={styles.search}
      value={typed}
      maxLength={live ? LONGEST.query : LONGEST.words}
      aria-label={strings.frame.searchIn[page]}
      placeholder={`${keyLabel('search')}  ${strings.frame.searchIn[page]}`}
      dismiss={{ 'aria-label': strings.frame.clearSearch }}
      onChange={(_, data) => {
        setTyped(data.value);
        if (data.value === '') setText('');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          setText(typed);
          if (live) input.current?.blur(); // j, k and the rest go on with what was found
        }
        if (event.key === 'Escape') {
          if (typed === '') input.current?.blur();
          setTyped('');
          setText('');
        }
      }}
    />
  );
}

/** Name and place, search, state of the mailbox, the person. */
export function TitleBar({ onHelp }: { onHelp: () => void }) {
  const styles = useStyles();
  const { page } = useRoute();
  const { office } = useSession();
  const user = useUser();
  const report = useErrorReporter();
  const isSupervisor = useHasRole('SUPERVISOR');
  const [opening, setOpening] = useState<boolean | null>(null); // null: not yet
  const searchable = SEARCHABLE.find((candidate) => candidate === page) ?? 'bandeja';
  const title = office === null ? strings.frame.title : strings.frame.titleAt(office.provinceName);
  useEffect(() => {
    document.title = `${strings.frame.pages[page]} · ${title}`;
  }, [page, title]);
  return (
    <header className={styles.bar}>
      <a
        href="#content"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          const content = document.getElementById('content');
          content?.querySelector<HTMLElement>('[tabindex], button, a, input')?.focus();
        }}
      >
        {strings.frame.skipToContent}
      </a>
      <Text size={400} weight="semibold" className={styles.title} title={office?.officeName}>
        {title}
      </Text>
      <div
        role="search"
        aria-label={strings.frame.searchIn[searchable]}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && searchable !== page) returnTo(searchable);
        }}
      >
        <PageSearch key={searchable} page={searchable} />
      </div>
      <div className={styles.right}>
        <MailboxState />
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              icon={
                <>
                  <Avatar aria-hidden initials={initials(user.displayName)} size={28} color="brand" />
                  <span className={styles.hiddenText}>{strings.frame.user.label(user.displayName)}</span>
                </>
              }
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem disabled secondaryContent={strings.labels.role[user.role]}>
                {user.displayName}
              </MenuItem>
              <MenuDivider />
              <MenuItem onClick={() => navigate(pathTo('ajustes'))}>{strings.frame.user.settings}</MenuItem>
              <MenuItem secondaryContent={keyLabel('help')} onClick={onHelp}>
                {strings.frame.user.help}
              </MenuItem>
              {isSupervisor && (
                <MenuItem onClick={() => setOpening(true)}>{strings.frame.user.kiosk}</MenuItem>
              )}
              <MenuDivider />
              <MenuItem onClick={() => void lock().catch(report)}>{strings.frame.user.lock}</MenuItem>
              <MenuItem onClick={() => void signOut().catch(report)}>{strings.frame.user.signOut}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {opening !== null && (
        <Suspense>
          <OpenKiosk open={opening} onClose={() => setOpening(false)} />
        </Suspense>
      )}
    </header>
  );
}
