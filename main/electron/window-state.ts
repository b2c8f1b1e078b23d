import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { z } from 'zod';

const WindowState = z.object({
  bounds: z.object({
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(400),
    height: z.number().int().min(300),
  }),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;

/** How the window was last left; null when it was not, cannot be read or lies on a screen that is gone. */
export function readWindowState(file: string): WindowState | null {
  if (!existsSync(file)) return null;
  const state = WindowState.safeParse(parseJson(readFileSync(file, 'utf8')));
  return state.success && isOnScreen(state.data.bounds) ? state.data : null;
}

/** Keeps the window's place and size in `file` whenever it closes. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    writeFileSync(file, JSON.stringify(state));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A file that was cut short only costs the window's place.
    return null;
  }
}

/** True when enough of the title bar can be seen to take hold of it. */
function isOnScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const seen =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    return seen >= 100 && bounds.y >= workArea.y && bounds.y < workArea.y + workArea.height - 40;
  });
}
