/** The article before a day: "el 22 de novembre", "l’1 de gener", "l’11 d’abril". */
export function withArticle(day: string): string {
  return isElided(day) ? `l’${day}` : `el ${day}`;
}

export function capitalArticle(day: string): string {
  return isElided(day) ? `L’${day}` : `El ${day}`;
}

/** "del 22 de novembre", "de l’1 de gener". */
export function ofDay(day: string): string {
  return isElided(day) ? `de l’${day}` : `del ${day}`;
}

/** One and eleven are said with a vowel first ("u", "onze"). */
function isElided(day: string): boolean {
  return /^(?:1|11)\b/u.test(day);
}
