import type { IncomingMessage } from 'node:http';

/** A cookie that no script reads and no other site sends; it goes to `path` and what lies under it. */
export function cookieHeader(name: string, value: string, path: string): string {
  return `${name}=${value}; Path=${path}; HttpOnly; SameSite=Strict`;
}

/** The values that the browser sent under the name. */
export function cookiesOf(request: IncomingMessage, name: string): string[] {
  return (request.headers.cookie ?? '')
    .split(';')
    .map((cookie) => cookie.trim())
    .flatMap((cookie) => (cookie.startsWith(`${name}=`) ? [cookie.slice(name.length + 1)] : []));
}
