import { fold } from '../triage/fold.ts';

const NO_NAME = new Set(
  'c calle cl av avda avenida avinguda carrer rua plaza plaça praza pl pza pz paseo ps camino ronda carretera ctra n nº num numero cp de del d la las los els les el l'.split(
    ' ',
  ),
);

/** The words of an address that tell it from another: without kinds of street, particles and signs of ordinals. */
export function addressWords(text: string): string[] {
  const plain = fold(text)
    .replace(/[ºª°]/gu, ' ')
    .replace(/(\d)(?=\p{L})/gu, '$1 ');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !NO_NAME.has(word));
}

/** The same street, number, door and town, however they are abbreviated. */
export function sameAddress(a: string, b: string): boolean {
  const [left, right] = [addressWords(a).map(doorWord), addressWords(b).map(doorWord)];
  return left.length > 0 && left.join(' ') === right.join(' ');
}

function doorWord(word: string): string {
  if (/^(?:izq|izda|izqda|izquierda)$/u.test(word)) return 'izq';
  return /^(?:dch|dcha|drcha|dcho|derecha)$/u.test(word) ? 'dch' : word;
}
