import { useSyncExternalStore, type ComponentProps } from 'react';

/** The pages, by the word in the address: `#/bandeja/12`. */
export const PAGES = [
  'bandeja',
  'expedientes',
  'ciudadanos',
  'mostrador',
  'salida',
  'catalogo',
  'supervision',
  'actividad',
  'buzones',
  'ajustes',
] as const;
export type Page = (typeof PAGES)[number];

/** Only for those who supervise; the service refuses what is in them to others. */
export const SUPERVISED: ReadonlySet<Page> = new Set<Page>(['supervision', 'actividad']);

/** `id`: the number after the page, if it is one. `section`: the word after the page otherwise. */
export type Route = { readonly page: Page; readonly id: number | null; readonly section: string | null };

const HOME: Route = { page: 'bandeja', id: null, section: null };

function parseHash(hash: string): Route {
  const [word = '', rest = ''] = hash.replace(/^#\/?/, '').split('/');
  const page = PAGES.find((candidate) => candidate === word);
  if (page === undefined) return HOME;
  if (/^[1-9]\d{0,14}$/.test(rest)) return { page, id: Number(rest), section: null };
  return { page, id: null, section: rest === '' ? null : decodeURIComponent(rest) };
}

/** Address of a page: `pathTo('expedientes', 7)` is `#/expedientes/7`. */
export function pathTo(page: Page, rest?: number | string | null): string {
  return rest === undefined || rest === null ? `#/${page}` : `#/${page}/${encodeURIComponent(String(rest))}`;
}

let lastHash = location.hash;
let lastRoute = parseHash(lastHash);
/** Where each page was left, so that the rail comes back to it. */
const lastPathOf = new Map<Page, string>([[lastRoute.page, lastHash]]);

function currentRoute(): Route {
  if (location.hash !== lastHash) {
    lastHash = location.hash;
    lastRoute = parseHash(lastHash);
    lastPathOf.set(lastRoute.page, lastHash);
  }
  return lastRoute;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}

/** `replace` leaves no step for "back": for moving through a list. */
export function navigate(path: string, options: { replace?: boolean } = {}): void {
  if (options.replace === true) {
    history.replaceState(null, '', path);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = path;
  }
}

/** Goes to a page as it was left. */
export function returnTo(page: Page): void {
  navigate(lastPathOf.get(page) ?? pathTo(page));
}

export function forgetPlaces(): void {
  lastPathOf.clear();
}

/** A plain anchor to a page of the app. */
export function RouteLink({
  page,
  rest,
  ...props
}: { page: Page; rest?: number | string | null } & Omit<ComponentProps<'a'>, 'href'>) {
  return <a {...props} href={pathTo(page, rest)} />;
}
