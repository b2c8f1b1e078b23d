import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { fold } from '../triage/fold.ts';

/** "Qué palabra se corresponde con, por ejemplo, Ciudad": seed 004's check that a person fills in the form. */
export const WordQuestion = z.object({ category: z.string(), words: z.array(z.string()) });
export type WordQuestion = z.infer<typeof WordQuestion>;

/** A whole number from 0 to below `bound`. */
export type Random = (bound: number) => number;

/**
 * No word belongs to two of them, nor could anybody think so: no Granada among the fruits, no Mercurio among the
 * planets, no Rosa among the colours.
 */
export const WORD_CATEGORIES = {
  Ciudad: ['Londres', 'Madrid', 'París', 'Lisboa', 'Roma', 'Berlín', 'Sevilla', 'Bilbao', 'Viena', 'Atenas'],
  Árbol: ['Olivo', 'Acebo', 'Roble', 'Pino', 'Encina', 'Abeto', 'Ciprés', 'Chopo', 'Haya'],
  Planeta: ['Venus', 'Júpiter', 'Saturno', 'Neptuno', 'Urano'],
  Animal: [
    'Caballo',
    'Oveja',
    'Elefante',
    'Conejo',
    'Jirafa',
    'Ardilla',
    'Burro',
    'Gallina',
    'Ballena',
    'Cerdo',
  ],
  Fruta: ['Manzana', 'Pera', 'Plátano', 'Cereza', 'Fresa', 'Melón', 'Sandía', 'Ciruela', 'Albaricoque'],
  Color: ['Azul', 'Verde', 'Amarillo', 'Rojo', 'Blanco', 'Negro', 'Gris', 'Marrón'],
  Mueble: ['Silla', 'Mesa', 'Armario', 'Sofá', 'Cama', 'Estantería', 'Sillón'],
  Herramienta: ['Martillo', 'Alicates', 'Destornillador', 'Serrucho', 'Taladro', 'Tenazas'],
  Instrumento: ['Guitarra', 'Piano', 'Violín', 'Flauta', 'Trompeta', 'Tambor', 'Acordeón'],
  Mes: ['Enero', 'Febrero', 'Abril', 'Mayo', 'Junio', 'Julio', 'Agosto', 'Octubre'],
  Número: ['Cuatro', 'Siete', 'Nueve', 'Once', 'Veinte', 'Cien'],
  Prenda: ['Camisa', 'Pantalón', 'Abrigo', 'Bufanda', 'Calcetín', 'Falda', 'Jersey'],
} as const satisfies Record<string, readonly string[]>;

type Category = keyof typeof WORD_CATEGORIES;
const CATEGORIES = Object.keys(WORD_CATEGORIES) as Category[];

/**
 * A question and the one word that answers it. As in the seed's example, one word of the category asked for stands among
 * three of a second and one of a third. Never asks for the category asked for in `previous`, so that neither question
 * nor answer comes twice in a row.
 */
export function newWordQuestion(
  previous: WordQuestion | null,
  random: Random = randomInt,
): { readonly question: WordQuestion; readonly answer: string } {
  const others = CATEGORIES.filter((category) => category !== previous?.category);
  const [asked, many, one] = pick(others, 3, random);
  if (asked === undefined || many === undefined || one === undefined) throw new Error('too few categories');
  const [answer = ''] = pick<string>(WORD_CATEGORIES[asked], 1, random);
  const words = [
    answer,
    ...pick<string>(WORD_CATEGORIES[many], 3, random),
    ...pick<string>(WORD_CATEGORIES[one], 1, random),
  ];
  return { question: { category: asked, words: pick(words, words.length, random) }, answer };
}

/** Capitals, accents and spaces around it do not matter. */
export function answersQuestion(given: string, answer: string): boolean {
  return plain(given) === plain(answer);
}

function plain(text: string): string {
  return fold(text.normalize('NFKC')).replace(/[^\p{L}]/gu, '');
}

/** So many of them, none twice, in any order. */
function pick<T>(items: readonly T[], count: number, random: Random): T[] {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(random(left.length), 1)).flat();
}
