import { createContext, useCallback, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { hashKey, useQuery } from '@tanstack/react-query';
import type { Preferences, Role, SessionState } from '../../main/api/contract/index.ts';
import { api, client, queryClient } from './client.ts';
import { forgetEverything } from './remembered.ts';
import { setOfficeZone } from '../ui/format.ts';
import { forgetPlaces, navigate, pathTo } from './routes.tsx';

type SignedInUser = NonNullable<SessionState['user']>;
type SessionValue = { readonly state: SessionState; readonly user: SignedInUser | null };

const SessionContext = createContext<SessionValue | null>(null);

/** Where this window stands, asked once and again on SESSION_CHANGED. */
export function useSessionQuery() {
  return useQuery(api.session.state.queryOptions({ staleTime: Infinity }));
}

/** The last user stays known while the session is locked or lost, so that the screen keeps its state. */
export function SessionProvider({ state, children }: { state: SessionState; children: ReactNode }) {
  // Before anything below writes a date; the same again changes nothing.
  if (state.office !== null) setOfficeZone(state.office.timeZone);
  const last = useLastUser(state);
  const value = useMemo(() => ({ state, user: last }), [state, last]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

const KEPT_USER = ['kept-user'] as const;

function useLastUser(state: SessionState): SignedInUser | null {
  if (state.user !== null) queryClient.setQueryData<SignedInUser>(KEPT_USER, state.user);
  return state.user ?? queryClient.getQueryData<SignedInUser>(KEPT_USER) ?? null;
}

function useSessionValue(): SessionValue {
  const value = useContext(SessionContext);
  if (value === null) throw new Error('useSession needs SessionProvider');
  return value;
}

export function useSession(): SessionState {
  return useSessionValue().state;
}

/** Who is signed in, or was when the session was locked or lost; null before the first sign-in. */
export function useKnownUser(): SignedInUser | null {
  return useSessionValue().user;
}

/** Who is signed in. Only inside the frame, where there always is somebody. */
export function useUser(): SignedInUser {
  const user = useKnownUser();
  if (user === null) throw new Error('useUser needs a signed-in user');
  return user;
}

const RANK: Readonly<Record<Role, number>> = { CLERK: 0, SUPERVISOR: 1, ADMIN: 2 };
/** Only to hide what would be refused: the service decides. */
export function useHasRole(role: Role): boolean {
  return RANK[useUser().role] >= RANK[role];
}

/** Puts the answer of a session procedure on screen at once. */
export function showSession(state: SessionState): void {
  queryClient.setQueryData(api.session.state.queryKey(), state);
}

/**
 * Puts the answer to a sign-in on screen. Whose session was lost (the service was restarted) finds everything as it
 * was; of another person's screen nothing stays.
 */
export function showSignIn(state: SessionState): void {
  const before = queryClient.getQueryData<SignedInUser>(KEPT_USER);
  if (before !== undefined && before.id !== state.user?.id) forgetScreen();
  showSession(state);
}

/** Leaves for good: nothing of this person's screen stays in the window. */
export async function signOut(): Promise<void> {
  const state = await client.session.signOut();
  forgetScreen();
  showSession(state);
}

function forgetScreen(): void {
  forgetEverything();
  forgetPlaces();
  // The session's own query stays: the window watches it, and a cleared one would never tell it of the sign-out.
  const kept = hashKey(api.session.state.queryKey());
  queryClient.removeQueries({ predicate: ({ queryHash }) => queryHash !== kept });
  queryClient.getMutationCache().clear();
  navigate(pathTo('bandeja'), { replace: true });
}

/** Locks at once, keeping the screen's state behind the lock. */
export async function lock(): Promise<void> {
  showSession(await client.session.lock());
}

const SAVE_PAUSE_MS = 700;
let saveTimer: number | undefined;

/** The person's own settings of the screen; a change shows at once and is saved a moment later. */
export function usePreferences(): [Preferences, (patch: Partial<Preferences>) => void] {
  const { preferences } = useUser();
  const update = useCallback((patch: Partial<Preferences>) => {
    const key = api.session.state.queryKey();
    const state = queryClient.getQueryData<SessionState>(key);
    if (state === undefined || state.user === null) return;
    const next: Preferences = { ...state.user.preferences, ...patch };
    queryClient.setQueryData<SessionState>(key, { ...state, user: { ...state.user, preferences: next } });
    window.clearTimeout(saveTimer);
    saveTimer = window.setTimeout(() => {
      // A screen setting that could not be saved is no reason to interrupt; it is saved with the next change.
      client.session.savePreferences(next).catch(() => undefined);
    }, SAVE_PAUSE_MS);
  }, []);
  return [preferences, update];
}

/** One pane's width or openness, remembered per user. */
export function usePanes(): [Preferences['panes'], (patch: Partial<Preferences['panes']>) => void] {
  const [preferences, update] = usePreferences();
  const { panes } = preferences;
  const latest = useRef(panes);
  useEffect(() => {
    latest.current = panes;
  });
  const updatePanes = useCallback(
    (patch: Partial<Preferences['panes']>) => {
      update({ panes: { ...latest.current, ...patch } });
    },
    [update],
  );
  return [panes, updatePanes];
}

const TOUCH_EVERY_MS = 30_000;

/** Tells the service that the person is there, and locks after the office's idle time. */
export function useIdleLock(active: boolean, idleMinutes: number): void {
  useEffect(() => {
    if (!active) return;
    let lastTouch = 0;
    let idle: number | undefined;
    const lockLater = (): void => {
      window.clearTimeout(idle);
      idle = window.setTimeout(() => {
        lock().catch(() => queryClient.invalidateQueries({ queryKey: api.session.state.queryKey() }));
      }, idleMinutes * 60_000);
    };
    const touch = (): void => {
      const now = Date.now();
      if (now - lastTouch < TOUCH_EVERY_MS) return;
      lastTouch = now;
      lockLater();
      client.session
        .touch()
        .catch(() => queryClient.invalidateQueries({ queryKey: api.session.state.queryKey() }));
    };
    lockLater();
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, touch, { passive: true, capture: true });
    return () => {
      window.clearTimeout(idle);
      for (const kind of kinds) window.removeEventListener(kind, touch, { capture: true });
    };
  }, [active, idleMinutes]);
}
