import { useState, type ReactNode } from 'react';
import { Button, MessageBar, MessageBarBody, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useConnectionStatus } from '../app/client.ts';
import { useKiosk } from './kiosk-context.tsx';
import { LeaveDialog } from './leave-dialog.tsx';

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    flexShrink: 0,
    minHeight: '76px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flexGrow: 1, minWidth: 0 },
  main: { flexGrow: 1, minHeight: 0, overflow: 'auto' },
  content: {
    boxSizing: 'border-box',
    maxWidth: '1000px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Where one is, the way back and the way out; below, the door for the staff. */
export function Frame({ canGoBack, children }: { canGoBack: boolean; children: ReactNode }) {
  const styles = useStyles();
  const { state, texts, back, end } = useKiosk();
  const [leaving, setLeaving] = useState(false);
  const isLost = useConnectionStatus() === 'LOST';
  return (
    <div className={`kiosk-screen ${styles.page}`}>
      <header className={styles.bar}>
        {canGoBack && (
          <Button icon={<ArrowLeftRegular />} onClick={back}>
            {texts.frame.back}
          </Button>
        )}
        <Text size={500} weight="semibold" className={styles.name} lang="es">
          Tu Seguridad Social
        </Text>
        {state.visit !== null && (
          <Button appearance="primary" onClick={() => void end('ENDED')}>
            {texts.frame.end}
          </Button>
        )}
      </header>
      {isLost && (
        <MessageBar intent="warning">
          <MessageBarBody>{texts.frame.lost}</MessageBarBody>
        </MessageBar>
      )}
      <main className={styles.main} aria-label={texts.frame.content}>
        <div className={styles.content}>{children}</div>
      </main>
      <footer className={styles.foot}>
        <Text size={200} className={styles.quiet}>
          {state.office.officeName}
          {state.demo ? ` · ${texts.frame.demo}` : ''}
        </Text>
        <Button appearance="subtle" onClick={() => setLeaving(true)}>
          {texts.frame.staff}
        </Button>
      </footer>
      <LeaveDialog open={leaving} onClose={() => setLeaving(false)} />
    </div>
  );
}
