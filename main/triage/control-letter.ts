/** The control letters of a DNI by the names people give them, where they dictate or spell. */
const LETTER_NAMES: Readonly<Record<string, string>> = {
  ...{
    a: 'A',
    be: 'B',
    ce: 'C',
    de: 'D',
    e: 'E',
    efe: 'F',
    ge: 'G',
    hache: 'H',
    jota: 'J',
    ka: 'K',
    ele: 'L',
    eme: 'M',
  },
  ...{
    ene: 'N',
    pe: 'P',
    cu: 'Q',
    erre: 'R',
    ese: 'S',
    te: 'T',
    uve: 'V',
    'uve doble': 'W',
    'doble uve': 'W',
  },
  ...{ equis: 'X', ye: 'Y', 'i griega': 'Y', zeta: 'Z' },
};
const SPELT = Object.keys(LETTER_NAMES)
  .filter((name) => name.length > 1 && name !== 'de' && name !== 'te')
  .sort((a, b) => b.length - a.length)
  .join('|');
const AFTER = new RegExp(
  String.raw`^[^a-z\d\n]{0,4}(?:(?:y )?(?:con )?(?:la )?letra[: ]{1,2})?(?:([a-z])(?![a-z\d])|(${SPELT})(?![a-z]))(?: de [a-z]+)?`,
);

/** The letter that a flattened text says behind a number: "J", "letra J", "jota de Jaén"; and how far that reaches. */
export function letterAfter(flat: string): { readonly letter: string; readonly length: number } | null {
  const match = AFTER.exec(flat);
  if (match === null) return null;
  const letter = match[1]?.toUpperCase() ?? LETTER_NAMES[match[2] ?? ''];
  return letter === undefined ? null : { letter, length: match[0].length };
}
