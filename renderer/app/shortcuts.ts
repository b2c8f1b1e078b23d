/**
 * The one map of keys (docs: SCREENS.md, "Keys"). A key is what the person types (`KeyboardEvent.key`); two keys
 * after each other are written with a space. Never remapped, the same everywhere.
 */
export const SHORTCUTS = {
  next: ['ArrowDown', 'j'],
  previous: ['ArrowUp', 'k'],
  open: ['Enter'],
  search: ['/'],
  'category.AFILIACION': ['1'],
  'category.COTIZACION': ['2'],
  'category.RECAUDACION': ['3'],
  'category.MORATORIAS': ['4'],
  'category.OTRAS': ['5'],
  'category.NONE': ['6'],
  confirm: ['c'],
  case: ['e'],
  identity: ['i'],
  phone: ['t'],
  linkAttachment: ['a'],
  reply: ['r'],
  forward: ['f'],
  note: ['n'],
  select: ['x'],
  undo: ['z'],
  resolve: ['m'],
  'go.inbox': ['g b'],
  'go.cases': ['g e'],
  'go.citizens': ['g c'],
  'go.outbox': ['g o'],
  'go.supervision': ['g s'],
  'go.activity': ['g l'],
  help: ['?'],
  back: ['Escape'],
} as const satisfies Record<string, readonly string[]>;

export type ShortcutId = keyof typeof SHORTCUTS;
