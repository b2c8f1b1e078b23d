import type { Theme } from '@fluentui/react-components';

/** Sizes of text and lines, which are read standing and at an arm's length. */
const FACTOR = 1.35;

const large = new WeakMap<Theme, Theme>();

/** The same theme in large type; the same object each time, so that nothing is drawn anew for it. */
export function largeType(theme: Theme): Theme {
  const known = large.get(theme);
  if (known !== undefined) return known;
  const sizes = Object.entries(theme).flatMap(([name, value]) =>
    /^(?:fontSize|lineHeight)/u.test(name) ? [[name, grown(String(value))] as const] : [],
  );
  const made: Theme = { ...theme, ...Object.fromEntries(sizes) };
  large.set(theme, made);
  return made;
}

function grown(pixels: string): string {
  return `${Math.round(Number.parseFloat(pixels) * FACTOR)}px`;
}
