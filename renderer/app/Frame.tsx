import { Suspense, lazy, useEffect, useState } from 'react';
import {
  PortalMountNodeProvider,
  Spinner,
  Tooltip,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  BookGlobe24Filled,
  BookGlobe24Regular,
  ClipboardTaskListLtr24Filled,
  ClipboardTaskListLtr24Regular,
  DataBarVertical24Filled,
  DataBarVertical24Regular,
  DocumentFolder24Filled,
  DocumentFolder24Regular,
  MailInbox24Filled,
  MailInbox24Regular,
  Key24Filled,
  Key24Regular,
  People24Filled,
  People24Regular,
  Send24Filled,
  Send24Regular,
  Settings24Filled,
  Settings24Regular,
} from '@fluentui/react-icons';
import { strings } from '../strings/es.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Boundary } from './Boundary.tsx';
import { runShortcut, useKeyboard, useShortcut, withKey } from './keyboard.tsx';
import { PAGES, SUPERVISED, navigate, pathTo, returnTo, useRoute, type Page } from './routes.tsx';
import { lock, useHasRole } from './session.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import type { ShortcutId } from './shortcuts.ts';
import { TitleBar } from './TitleBar.tsx';
import { useUndoKey } from './undo.tsx';
import { WorkStrip } from './work-strip.tsx';
import { useWorkEvents } from './work.ts';

const InboxPage = lazy(() => import('../features/inbox/index.tsx'));
const CasesPage = lazy(() => import('../features/cases/index.tsx'));
const CitizensPage = lazy(() => import('../features/citizens/index.tsx'));
const CounterPage = lazy(() => import('../features/counter/index.tsx'));
const OutboxPage = lazy(() => import('../features/outbox/index.tsx'));
const CataloguePage = lazy(() => import('../features/catalogue/index.tsx'));
const SupervisionPage = lazy(() => import('../features/supervision/index.tsx'));
const ActivityPage = lazy(() => import('../features/activity/index.tsx'));
const MailboxesPage = lazy(() => import('../features/mailboxes/index.tsx'));
const SettingsPage = lazy(() => import('../features/settings/index.tsx'));

/** "buzones" is reached by the state of the mailbox in the title bar. */
type RailPage = Exclude<Page, 'buzones'>;

const ICONS = {
  bandeja: [MailInbox24Regular, MailInbox24Filled],
  expedientes: [DocumentFolder24Regular, DocumentFolder24Filled],
  ciudadanos: [People24Regular, People24Filled],
  mostrador: [Key24Regular, Key24Filled],
  salida: [Send24Regular, Send24Filled],
  catalogo: [BookGlobe24Regular, BookGlobe24Filled],
  supervision: [DataBarVertical24Regular, DataBarVertical24Filled],
  actividad: [ClipboardTaskListLtr24Regular, ClipboardTaskListLtr24Filled],
  ajustes: [Settings24Regular, Settings24Filled],
} as const satisfies Record<RailPage, readonly unknown[]>;

const KEYS: Readonly<Record<RailPage, ShortcutId | null>> = {
  bandeja: 'go.inbox',
  expedientes: 'go.cases',
  ciudadanos: 'go.citizens',
  mostrador: null,
  salida: 'go.outbox',
  catalogo: null,
  supervision: 'go.supervision',
  actividad: 'go.activity',
  ajustes: null,
};

const useStyles = makeStyles({
  frame: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  middle: { display: 'flex', flexGrow: 1, minHeight: 0 },
  rail: {
    width: '48px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowY: 'auto',
  },
  railItem: {
    position: 'relative',
    width: '40px',
    height: '40px',
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorBrandForeground1,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-4px',
      top: '8px',
      bottom: '8px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorBrandStroke1,
    },
  },
  last: { marginTop: 'auto' },
  content: { flexGrow: 1, minWidth: 0, minHeight: 0 },
  wait: { height: '100%', display: 'flex', alignItems: 'center', justifyContent: 'center' },
});

function PageContent({ page }: { page: Page }) {
  switch (page) {
    case 'bandeja':
      return <InboxPage />;
    case 'expedientes':
      return <CasesPage />;
    case 'ciudadanos':
      return <CitizensPage />;
    case 'mostrador':
      return <CounterPage />;
    case 'salida':
      return <OutboxPage />;
    case 'catalogo':
      return <CataloguePage />;
    case 'supervision':
      return <SupervisionPage />;
    case 'actividad':
      return <ActivityPage />;
    case 'buzones':
      return <MailboxesPage />;
    case 'ajustes':
      return <SettingsPage />;
  }
}

function RailItem({ page, current }: { page: RailPage; current: boolean }) {
  const styles = useStyles();
  const [Regular, Filled] = ICONS[page];
  const key = KEYS[page];
  const name = strings.frame.pages[page];
  return (
    <Tooltip content={key === null ? name : withKey(name, key)} relationship="label" positioning="after">
      <a
        href={pathTo(page)}
        aria-current={current ? 'page' : undefined}
        className={mergeClasses(
          styles.railItem,
          current && styles.current,
          page === 'ajustes' && styles.last,
        )}
        onClick={(event) => {
          if (current) return; // a second click goes to the top of the page
          event.preventDefault();
          returnTo(page);
        }}
      >
        {current ? <Filled aria-hidden /> : <Regular aria-hidden />}
      </a>
    </Tooltip>
  );
}

/** Title bar, rail, the page, long work. Mounted while somebody is signed in. */
export function Frame() {
  const styles = useStyles();
  const { page } = useRoute();
  const [helpOpen, setHelpOpen] = useState(false);
  const [popups, setPopups] = useState<HTMLElement | undefined>(undefined);
  const supervises = useHasRole('SUPERVISOR');
  useKeyboard();
  useUndoKey();
  useWorkEvents();
  useShortcut('go.inbox', () => returnTo('bandeja'));
  useShortcut('go.cases', () => returnTo('expedientes'));
  useShortcut('go.citizens', () => returnTo('ciudadanos'));
  useShortcut('go.outbox', () => returnTo('salida'));
  useShortcut('go.supervision', () => returnTo('supervision'), supervises);
  useShortcut('go.activity', () => returnTo('actividad'), supervises);
  useShortcut('help', () => setHelpOpen(true));
  useMenuCommands(() => setHelpOpen(true));

  const pages = PAGES.filter((candidate) => candidate !== 'buzones').filter(
    (candidate) => supervises || !SUPERVISED.has(candidate),
  );
  return (
    <PortalMountNodeProvider value={popups}>
      <div className={styles.frame}>
        <TitleBar onHelp={() => setHelpOpen(true)} />
        <div className={styles.middle}>
          <nav aria-label={strings.frame.navigation} className={styles.rail}>
            {pages.map((candidate) => (
              <RailItem key={candidate} page={candidate} current={candidate === page} />
            ))}
          </nav>
          <main id="content" className={styles.content}>
            <Boundary resetKey={page}>
              <Suspense
                fallback={
                  <div className={styles.wait}>
                    <Spinner label={strings.common.loading} />
                  </div>
                }
              >
                {supervises || !SUPERVISED.has(page) ? (
                  <PageContent page={page} />
                ) : (
                  <EmptyState {...strings.frame.notYours} />
                )}
              </Suspense>
            </Boundary>
          </main>
        </div>
        <WorkStrip />
        <ShortcutHelp open={helpOpen} onClose={() => setHelpOpen(false)} />
        {/* Menus and dialogs open in here, so that they are hidden with the frame when it is locked. */}
        <section ref={(element) => setPopups(element ?? undefined)} aria-label={strings.frame.popups} />
      </div>
    </PortalMountNodeProvider>
  );
}

/** Commands of the desktop shell's native menu. */
function useMenuCommands(openHelp: () => void): void {
  useEffect(
    () =>
      window.estafetaHost?.onMenuCommand((command) => {
        switch (command) {
          case 'SEARCH':
            runShortcut('search');
            break;
          case 'SHORTCUTS':
            openHelp();
            break;
          case 'SETTINGS':
            returnTo('ajustes');
            break;
          case 'LOCK':
            void lock();
            break;
          case 'INGEST':
            navigate(pathTo('ajustes', 'buzones'));
            break;
          case 'BACKUP':
            navigate(pathTo('ajustes', 'mantenimiento'));
            break;
        }
      }),
    [openHelp],
  );
}
