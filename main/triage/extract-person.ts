import type { DeclaredPerson } from './model.ts';

export type PersonText = {
  readonly subject: string;
  readonly text: string;
  readonly fromName: string;
};

export function extractPerson(text: PersonText): DeclaredPerson {
  return { values: {}, idValid: text.subject === '' ? null : null };
}
