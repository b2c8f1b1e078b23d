import { useCallback, useEffect } from 'react';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import type { KioskState } from '../../main/api/contract/index.ts';
import { LiveRegion } from '../app/announce.tsx';
import { api, client, queryClient } from '../app/client.ts';
import { ThemeRoot } from '../app/theme.tsx';
import { Frame } from './frame.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { KioskContext, type Kiosk } from './kiosk-context.tsx';
import { largeType } from './large.ts';
import { Problem } from './problem.tsx';
import { STEPS } from './steps/index.ts';
import { TEXTS } from './texts.ts';
import { useSteps } from './use-steps.ts';

/** Another kiosk may end the visit here: this page asks. It does not count as somebody being there. */
const ASK_EVERY_MS = 4000;

const useStyles = makeStyles({
  center: {
    height: '100%',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    padding: tokens.spacingHorizontalXXL,
  },
});

function Visit({ state }: { state: KioskState }) {
  const leave = useCallback(() => void endVisit('ENDED'), []);
  const { step, depth, go, replace, back, reset } = useSteps(leave);
  const isOpen = state.visit !== null;
  const language = state.visit?.language ?? 'es';
  const texts = TEXTS[language];

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = texts.start.title;
  }, [language, texts]);

  // The service says that the visit is over, whoever ended it: nothing of it stays on the screen or behind it.
  useEffect(() => {
    if (isOpen) return;
    reset();
    forget();
  }, [isOpen, reset]);

  const kiosk: Kiosk = {
    state,
    language,
    texts,
    go,
    replace,
    back,
    begin: async (chosen) => {
      show(await client.kiosk.begin({ language: chosen }));
      go('HOME');
    },
    refresh: async () => show(await client.kiosk.state()),
    end: endVisit,
  };
  const Step = STEPS[isOpen ? step : 'START'];
  return (
    <KioskContext value={kiosk}>
      <Frame canGoBack={isOpen && depth > 2}>
        <Step key={isOpen ? step : 'START'} />
      </Frame>
      <IdleWarning />
    </KioskContext>
  );
}

function show(state: KioskState): void {
  queryClient.setQueryData(api.kiosk.state.queryKey(), state);
}

async function endVisit(ending: 'ENDED' | 'IDLE'): Promise<void> {
  show(await client.kiosk.end({ ending }));
}

/** All that was asked for, apart from where the kiosk stands. */
function forget(): void {
  const kept = JSON.stringify(api.kiosk.state.queryKey());
  queryClient.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== kept });
  queryClient.getMutationCache().clear();
}

function Start() {
  const styles = useStyles();
  const query = useQuery(
    api.kiosk.state.queryOptions({ refetchInterval: ASK_EVERY_MS, refetchIntervalInBackground: true }),
  );
  if (query.data !== undefined) return <Visit state={query.data} />;
  return (
    <main className={styles.center}>
      {query.error === null ? <Spinner label={TEXTS.es.frame.loading} /> : <Problem error={query.error} />}
    </main>
  );
}

/** The kiosk: one visit after another, and between them nothing. */
export function KioskApp() {
  return (
    <QueryClientProvider client={queryClient}>
      <ThemeRoot choice="SYSTEM" adapt={largeType}>
        <Start />
        <LiveRegion />
      </ThemeRoot>
    </QueryClientProvider>
  );
}
