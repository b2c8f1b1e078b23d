/** A signature is at the end: no more of the writer's own words is looked at than this. */
const REACH = 600;

/** A line that closes a letter and says nothing else, in the languages that come in, and what telephones add. */
const CLOSING =
  /^[ \t]*(?:--[ \t]*$|(?:atentamente|atte|(?:un |muchos )?(?:cordial(?:es)? |afectuosos? )?saludos?(?: cordial(?:es)?)?|cordialmente|reciban? un|muchas gracias|gracias|salutacions|(?:moltes )?gracies|atentament|saudos|(?:moitas )?grazas|agur|eskerrik asko|thanks|(?:best |kind )?regards|enviado desde|enviat des de|sent from)\b[^\n\d]{0,60}$)/gm;

/**
 * Where the signature of the writer's own words begins: at the first closing line near their end; `ownEnd` when there
 * is none. `flat` is without accents and capitals.
 */
export function signatureStart(flat: string, ownEnd: number): number {
  const from = Math.max(0, ownEnd - REACH);
  CLOSING.lastIndex = from;
  const match = CLOSING.exec(flat);
  return match !== null && match.index < ownEnd ? match.index : ownEnd;
}
