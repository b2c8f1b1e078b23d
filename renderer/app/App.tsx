import { useEffect, useRef } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { Spinner, Toaster, makeStyles } from '@fluentui/react-components';
import { FirstRun } from '../features/session/FirstRun.tsx';
import { LockScreen } from '../features/session/LockScreen.tsx';
import { Recovery } from '../features/session/Recovery.tsx';
import { SignIn } from '../features/session/SignIn.tsx';
import { strings } from '../strings/es.ts';
import { LiveRegion } from './announce.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { queryClient } from './client.ts';
import { ErrorBar } from './errors.tsx';
import { useEventStream } from './events.ts';
import { Frame } from './Frame.tsx';
import { SessionProvider, useIdleLock, useKnownUser, useSession, useSessionQuery } from './session.tsx';
import { ThemeRoot } from './theme.tsx';
import { TOASTER_ID } from './toaster.ts';

const useStyles = makeStyles({
  window: { height: '100%', display: 'flex', flexDirection: 'column' },
  rest: { flexGrow: 1, minHeight: 0, position: 'relative' },
  whole: { height: '100%' },
  hidden: { display: 'none' },
  center: { height: '100%', display: 'flex', alignItems: 'center', justifyContent: 'center' },
});

/** What is shown in each phase. The frame stays mounted while locked or cut off: the screen's state is not lost. */
function Gate() {
  const styles = useStyles();
  const state = useSession();
  const user = useKnownUser();
  const signedIn = state.phase === 'SIGNED_IN';
  useEventStream(signedIn);
  useIdleLock(signedIn, state.idleMinutes);

  const wasAway = useRef(false);
  useEffect(() => {
    if (signedIn && wasAway.current) void queryClient.invalidateQueries();
    wasAway.current = !signedIn;
  }, [signedIn]);

  return (
    <ThemeRoot choice={user?.preferences.theme ?? 'SYSTEM'}>
      <div className={styles.window}>
        <ConnectionBanner />
        <div className={styles.rest}>
          {user !== null &&
            (state.phase === 'SIGNED_IN' || state.phase === 'LOCKED' || state.phase === 'SIGNED_OUT') && (
              <div className={signedIn ? styles.whole : styles.hidden} inert={!signedIn}>
                <Frame key={user.id} />
              </div>
            )}
          {state.phase === 'LOCKED' && user !== null && <LockScreen userName={user.displayName} />}
          {state.phase === 'SIGNED_OUT' && <SignIn state={state} />}
          {state.phase === 'FIRST_RUN' && <FirstRun />}
          {state.phase === 'RECOVERY' && <Recovery state={state} />}
        </div>
      </div>
      <LiveRegion />
      <Toaster toasterId={TOASTER_ID} position="bottom" />
    </ThemeRoot>
  );
}

function Start() {
  const styles = useStyles();
  const query = useSessionQuery();
  if (query.data !== undefined) {
    return (
      <SessionProvider state={query.data}>
        <Gate />
      </SessionProvider>
    );
  }
  return (
    <ThemeRoot choice="SYSTEM">
      <ConnectionBanner />
      <main className={styles.center}>
        {query.error === null ? (
          <Spinner label={strings.session.starting} />
        ) : (
          <ErrorBar error={query.error} onRetry={() => void query.refetch()} />
        )}
      </main>
    </ThemeRoot>
  );
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Start />
    </QueryClientProvider>
  );
}
