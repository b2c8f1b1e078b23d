import type { DeclaredField, DeclaredPerson } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';

/** Found data as a stretch of the plain text. */
export type Stretch = {
  readonly field: DeclaredField;
  /** Every field that was found here: a name in one piece is a given name and surnames. */
  readonly fields: readonly DeclaredField[];
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

/** The fields found in the body, in the order they stand, without overlaps. */
export function stretchesOf(person: DeclaredPerson, textLength: number): Stretch[] {
  const all = Object.entries(person.values).flatMap(([field, found]) =>
    (found.where === 'BODY' || found.where === 'SIGNATURE') &&
    found.start !== null &&
    found.end !== null &&
    found.end <= textLength
      ? [{ field: field as DeclaredField, value: found.value, start: found.start, end: found.end }]
      : [],
  );
  const ordered = all.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: (Omit<Stretch, 'fields'> & { fields: DeclaredField[] })[] = [];
  for (const stretch of ordered) {
    const before = kept.at(-1);
    if (before !== undefined && before.end > stretch.start) before.fields.push(stretch.field);
    else kept.push({ ...stretch, fields: [stretch.field] });
  }
  return kept;
}

/** "Teléfono: +34600123456", for tooltips and announcements. */
export function describe({ field, value }: Pick<Stretch, 'field' | 'value'>): string {
  return strings.reading.body.found(strings.labels.personField[field], value);
}
