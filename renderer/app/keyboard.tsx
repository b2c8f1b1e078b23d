import { useEffect, useRef } from 'react';
import { strings } from '../strings/es.ts';
import { SHORTCUTS, type ShortcutId } from './shortcuts.ts';

const SHORTCUT_IDS = Object.keys(SHORTCUTS) as readonly ShortcutId[];

const SEQUENCE_MS = 1500;
const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
/** Inside these the keys belong to the control. */
const CLAIMED =
  '[role=dialog], [role=alertdialog], [role=menu], [role=combobox], [role=listbox][data-own-keys]';
/** Where Enter, arrows and Escape already mean something. */
const OWN_ENTER = 'a, button, summary, [role=button], [role=tab], [role=menuitem], [role=option]';
const OWN_ARROWS = '[role=tab], [role=separator], [role=radio], [data-scrolls], input';

type Handler = () => void;
const handlers = new Map<ShortcutId, Handler[]>();
const byKey = new Map<string, ShortcutId>(
  SHORTCUT_IDS.flatMap((id) => SHORTCUTS[id].map((key) => [key, id] as const)),
);
let pending: { readonly key: string; readonly at: number } | null = null;

function run(id: ShortcutId): boolean {
  const handler = handlers.get(id)?.at(-1);
  if (handler === undefined) return false;
  handler();
  return true;
}

/**
 * Runs the shortcut a key stands for, if something on screen handles it; true when it did. Frames hand their
 * keys over to this, because their events do not leave them.
 */
export function handleKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(`${TYPING}, ${CLAIMED}`)) return false;
  if (document.querySelector('[role=dialog][aria-modal=true], [role=alertdialog]') !== null) return false;
  if (event.key === 'Enter' && target?.closest(OWN_ENTER)) return false;
  if (event.key.startsWith('Arrow') && target?.closest(OWN_ARROWS)) return false;

  const now = performance.now();
  const sequence = pending !== null && now - pending.at < SEQUENCE_MS ? `${pending.key} ${event.key}` : null;
  pending = null;
  const id = (sequence === null ? undefined : byKey.get(sequence)) ?? byKey.get(event.key);
  if (id === undefined) {
    if (event.key === 'g') pending = { key: 'g', at: now };
    return false;
  }
  if (!run(id)) return false;
  event.preventDefault();
  return true;
}

/** Mounted once by the frame. */
export function useKeyboard(): void {
  useEffect(() => {
    window.addEventListener('keydown', handleKey);
    return () => {
      window.removeEventListener('keydown', handleKey);
    };
  }, []);
}

/**
 * Runs `handler` on the shortcut's key while the component is shown and `enabled`. The component shown last wins.
 * Never fires while the person types or a dialog is open.
 */
export function useShortcut(id: ShortcutId, handler: Handler, enabled = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    const entry: Handler = () => {
      latest.current();
    };
    const list = handlers.get(id) ?? [];
    list.push(entry);
    handlers.set(id, list);
    if (awaited?.id === id && performance.now() < awaited.until) {
      awaited = null;
      queueMicrotask(entry);
    }
    return () => {
      list.splice(list.indexOf(entry), 1);
    };
  }, [id, enabled]);
}

const AWAIT_MS = 3000;
let awaited: { readonly id: ShortcutId; readonly until: number } | null = null;

/** Runs a shortcut as soon as something that handles it comes on screen: a key opened the panel it belongs to. */
export function runSoon(id: ShortcutId): void {
  awaited = { id, until: performance.now() + AWAIT_MS };
}

/** Same map, for a control outside the shortcut system (a menu entry) that does what the key does. */
export function runShortcut(id: ShortcutId): void {
  run(id);
}

/** The key as it is printed: "↑", "Intro", "g b". */
export function keyLabel(id: ShortcutId): string {
  return SHORTCUTS[id].map((key) => strings.keys.names[key] ?? key).join(` ${strings.keys.or} `);
}

/** Text for a tooltip: "Responder (r)". */
export function withKey(text: string, id: ShortcutId): string {
  return `${text} (${keyLabel(id)})`;
}
