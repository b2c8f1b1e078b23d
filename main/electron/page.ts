import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { listBuiltFiles } from '../web/built-files.ts';
import { securityHeaders } from '../web/security-headers.ts';

/** The renderer's own scheme and host: an origin of its own, which no file and no site shares. */
const scheme = 'app';
const host = 'estafeta';

/** The only address the window ever shows. */
export const pageUrl = `${scheme}://${host}/`;

/** True for addresses of the built renderer. Parsed, because `app://estafeta.example/` begins alike. */
export function isOurPage(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === `${scheme}:` && parsed.host === host;
}

/** Makes `app:` a standard, secure origin. Must run before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the files of the build at `app://estafeta/`, and nothing else: see `listBuiltFiles`. */
export function servePage(session: Session, rendererDir: string): void {
  const files = listBuiltFiles(rendererDir);
  session.protocol.handle(scheme, async (request) => {
    const file = isOurPage(request.url) ? files.get(new URL(request.url).pathname) : undefined;
    if (file === undefined || request.method !== 'GET') {
      return new Response(null, { status: 404, headers: securityHeaders });
    }
    return new Response(await readFile(file.path), {
      headers: { ...securityHeaders, 'Content-Type': file.contentType },
    });
  });
}
