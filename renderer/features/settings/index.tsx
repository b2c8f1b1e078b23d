import type { ReactNode } from 'react';
import { Subtitle1, Subtitle2, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import type { Role } from '../../../main/api/contract/index.ts';
import { navigate, pathTo, useRoute } from '../../app/routes.tsx';
import { useHasRole } from '../../app/session.tsx';
import { settingsStrings } from '../../strings/es/settings.ts';
import { LadderSection } from './ladder-section.tsx';
import { MailboxesSection } from './mailboxes-section.tsx';
import { MaintenanceSection } from './maintenance-section.tsx';
import { OfficeSection } from './office-section.tsx';
import { ScreenSection } from './screen-section.tsx';
import { SendingSection } from './sending-section.tsx';
import { SmsSection } from './sms-section.tsx';
import { TemplatesSection } from './templates-section.tsx';
import { UnitsSection } from './units-section.tsx';
import { UsersSection } from './users-section.tsx';

type Section = keyof typeof settingsStrings.sections;

/** The sections in order, the word of each in the address, and who sees it. */
const SECTIONS: readonly { readonly id: Section; readonly role: Role }[] = [
  { id: 'pantalla', role: 'CLERK' },
  { id: 'oficina', role: 'CLERK' },
  { id: 'buzones', role: 'CLERK' },
  { id: 'envio', role: 'SUPERVISOR' },
  { id: 'identidad', role: 'CLERK' },
  { id: 'sms', role: 'ADMIN' },
  { id: 'plantillas', role: 'SUPERVISOR' },
  { id: 'unidades', role: 'SUPERVISOR' },
  { id: 'usuarios', role: 'ADMIN' },
  { id: 'mantenimiento', role: 'SUPERVISOR' },
];

const useStyles = makeStyles({
  page: {
    display: 'flex',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 899px)': { flexDirection: 'column', overflowY: 'auto' },
  },
  side: {
    width: '220px',
    flexShrink: 0,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowY: 'auto',
    '@media (max-width: 899px)': { width: '100%', borderRight: 'none', overflowY: 'visible' },
  },
  title: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
  // The bold copy that keeps the width would otherwise push each word by a different amount.
  tab: { justifySelf: 'start' },
  content: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'auto',
    '@media (max-width: 899px)': { overflow: 'visible' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
  },
  heading: { paddingBottom: tokens.spacingVerticalM },
});

function contentOf(section: Section): ReactNode {
  switch (section) {
    case 'pantalla':
      return <ScreenSection />;
    case 'oficina':
      return <OfficeSection />;
    case 'buzones':
      return <MailboxesSection />;
    case 'envio':
      return <SendingSection />;
    case 'identidad':
      return <LadderSection />;
    case 'sms':
      return <SmsSection />;
    case 'plantillas':
      return <TemplatesSection />;
    case 'unidades':
      return <UnitsSection />;
    case 'usuarios':
      return <UsersSection />;
    case 'mantenimiento':
      return <MaintenanceSection />;
  }
}

/** `#/ajustes/<sección>`. Each section is shown to whom the service lets read it. */
export default function SettingsPage() {
  const styles = useStyles();
  const { section } = useRoute();
  const supervises = useHasRole('SUPERVISOR');
  const administers = useHasRole('ADMIN');
  const sees: Record<Role, boolean> = { CLERK: true, SUPERVISOR: supervises, ADMIN: administers };
  const shown = SECTIONS.filter(({ role }) => sees[role]);
  const current = shown.find(({ id }) => id === section)?.id ?? 'pantalla';
  return (
    <div className={styles.page}>
      <div className={styles.side}>
        <Subtitle1 as="h1" block className={styles.title}>
          {settingsStrings.title}
        </Subtitle1>
        <TabList
          vertical
          aria-label={settingsStrings.sectionsLabel}
          selectedValue={current}
          onTabSelect={(_, { value }) => navigate(pathTo('ajustes', String(value)))}
        >
          {shown.map(({ id }) => (
            <Tab
              key={id}
              value={id}
              content={{ children: settingsStrings.sections[id], className: styles.tab }}
            />
          ))}
        </TabList>
      </div>
      <div className={styles.content} data-scrolls tabIndex={0}>
        <Subtitle2 as="h2" block className={styles.heading}>
          {settingsStrings.sections[current]}
        </Subtitle2>
        {contentOf(current)}
      </div>
    </div>
  );
}
