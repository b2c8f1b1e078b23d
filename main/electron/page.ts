import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { listBuiltFiles } from '../web/built-files.ts';
import { securityHeaders } from '../web/security-headers.ts';

/** The renderer's own scheme: its origins are shared by no file and no site. */
const scheme = 'app';

/** The clerk's page, and the kiosk's: origins that know nothing of each other. */
export type PageHost = 'estafeta' | 'quiosco';

/** The only address that page's window ever shows. */
export function pageUrlOf(host: PageHost): string {
  return `${scheme}://${host}/`;
}

export const pageUrl = pageUrlOf('estafeta');

/** True for addresses of that page's build. Parsed, because `app://estafeta.example/` begins alike. */
export function isOurPage(url: string, host: PageHost = 'estafeta'): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === `${scheme}:` && parsed.host === host;
}

/** Makes `app:` a standard, secure origin. Must run before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the files of that page's build at its address, and nothing else: see `listBuiltFiles`. */
export function servePage(session: Session, rendererDir: string, host: PageHost = 'estafeta'): void {
  const files = listBuiltFiles(rendererDir);
  session.protocol.handle(scheme, async (request) => {
    const file = isOurPage(request.url, host) ? files.get(new URL(request.url).pathname) : undefined;
    if (file === undefined || request.method !== 'GET') {
      return new Response(null, { status: 404, headers: securityHeaders });
    }
    return new Response(await readFile(file.path), {
      headers: { ...securityHeaders, 'Content-Type': file.contentType },
    });
  });
}
