import { spawn } from 'node:child_process';

type Machine = { readonly platform: NodeJS.Platform; readonly environment: NodeJS.ProcessEnv };

/** The command that opens `url` in the person's browser; null where there is no screen or nobody is watching. */
export function browserCommand(url: string, machine: Machine): readonly [string, ...string[]] | null {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = machine.environment;
  if (CI !== undefined) return null;
  switch (machine.platform) {
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', url];
    case 'darwin':
      return ['open', url];
    default:
      return DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined ? ['xdg-open', url] : null;
  }
}

/** Opens the browser where one exists. `onFailure` is told when it could not be started; the address stays good. */
export function openBrowser(url: string, onFailure: () => void): void {
  const command = browserCommand(url, { platform: process.platform, environment: process.env });
  if (command === null) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.once('error', onFailure);
  child.unref();
}
