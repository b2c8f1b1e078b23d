import type { DeclaredPerson } from '../triage/model.ts';

/** Numbers of a person as people search for them: without separators, phones with and without the country prefix. */
export function indexedIdentifiers({ values }: DeclaredPerson): string {
  const phone = values.phone?.value ?? '';
  return [
    values.id?.value,
    values.naf?.value,
    values.ccc?.value,
    phone.replace('+', ''),
    phone.replace(/^\+34/, ''),
  ]
    .filter((value) => value !== undefined && value !== '')
    .join(' ');
}
