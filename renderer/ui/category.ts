import type { Category } from '../../main/api/contract/index.ts';

/**
 * Okabe-Ito hues: told apart by colour-blind people; always with the word beside. The only colours of ours; the
 * rest are Fluent tokens. Set as CSS variables by ThemeRoot, lighter on dark ground.
 */
const HUES = {
  AFILIACION: '#0072B2',
  COTIZACION: '#E69F00',
  RECAUDACION: '#009E73',
  MORATORIAS: '#CC79A7',
  OTRAS: '#56B4E9',
  NONE: '#8A8A8A',
} as const satisfies Record<Category, string>;

/** CSS colour of a category; grey while nobody and nothing decided. */
export function categoryHue(category: Category | null): string {
  return HUES[category ?? 'NONE'];
}
