import { parseIdentityDocument } from '../citizens/identifiers.ts';
import { readNumber } from '../citizens/identifier-texts.ts';
import { parsePhone, phoneProblem } from '../citizens/phones.ts';
import { isEmail, oneLine } from '../citizens/validate.ts';
import { parseWrittenDay } from '../identity/written-day.ts';
import { proper } from '../triage/split-name.ts';
import { IdType } from '../triage/model.ts';
import type { Ta1Field } from './model.ts';
import { TICKED } from './pdf-tasks.ts';
import type { Boxed } from './ta1-layout.ts';
import type { Ta1Part } from './ta1-labels.ts';

/** A value as the record would hold it, or as written where it cannot; and what a clerk has to know of it. */
type Checked = { readonly value: string; readonly valid: boolean; readonly note: string | null };

export type Ta1Value = Checked & {
  readonly field: Ta1Field;
  readonly label: string;
  readonly page: number;
};

export type Ta1Values = { readonly idType: IdType | null; readonly values: readonly Ta1Value[] };

/** What the boxes say, each field once, in the form the record has it in; as written where that is impossible. */
export function ta1Values(boxes: readonly Boxed[]): Ta1Values {
  const filled = boxes.filter(({ text }) => text !== TICKED && /[\p{L}\p{N}]/u.test(text));
  const said = (...parts: Ta1Part[]): Boxed[] => filled.filter(({ part }) => parts.includes(part));
  const values: Ta1Value[] = [];
  const add = (field: Ta1Field, from: readonly Boxed[], text: string): void => {
    const [first] = from;
    if (first !== undefined && text !== '')
      values.push({ field, ...checkedValue(field, text), label: first.label, page: first.page });
  };
  const joined = (from: readonly Boxed[], by = ' '): string => oneLine(from.map(({ text }) => text).join(by));

  const id = said('id');
  add('id', id, joined(id, ''));
  addName(said, joined, add);
  const birth = said('birthDate');
  // Day, month and year are three boxes in most forms.
  add('birthDate', birth, joined(birth, birth.length === 3 ? '/' : ' '));
  add('naf', said('naf'), joined(said('naf'), ''));
  const phones = [said('mobile'), said('phone')].filter((one) => one.length > 0);
  const phone = phones.find((one) => parsePhone(joined(one)) !== null) ?? phones[0] ?? [];
  add('phone', phone, joined(phone));
  add('email', said('email'), joined(said('email'), '').toLowerCase());
  addAddress(said, joined, add);
  add('cause', said('cause'), joined(said('cause')));
  return { idType: id.length === 0 ? null : parseIdentityDocument(joined(id, '')).type, values };
}

/** What was written under a label. `idType`: of the document, where it is known. */
export function checkedValue(field: Ta1Field, text: string, idType?: string): Checked {
  switch (field) {
    case 'id': {
      const type = IdType.safeParse(idType).data ?? parseIdentityDocument(text).type;
      const { number, valid, note } = readNumber(type, text);
      return { value: number, valid, note };
    }
    case 'naf': {
      const { number, valid, note } = readNumber('NAF', text);
      return { value: valid ? number : text, valid, note };
    }
    case 'birthDate':
      return found(parseWrittenDay(text), text, 'No es un día del calendario con el año de cuatro cifras.');
    case 'phone':
      return found(parsePhone(text)?.e164 ?? null, text, phoneProblem(text));
    case 'email':
      return found(isEmail(text) ? text : null, text, 'No es una dirección de correo.');
    case 'givenName':
    case 'surnames':
    case 'address':
    case 'cause':
      return { value: text, valid: true, note: null };
  }
}

function found(value: string | null, text: string, problem: string | null): Checked {
  return value === null ? { value: text, valid: false, note: problem } : { value, valid: true, note: null };
}

type Said = (...parts: Ta1Part[]) => Boxed[];
type Joined = (from: readonly Boxed[], by?: string) => string;
type Add = (field: Ta1Field, from: readonly Boxed[], text: string) => void;

/** A whole name without a comma does not say where the surnames begin: it is not guessed at. */
function addName(said: Said, joined: Joined, add: Add): void {
  const given = said('givenName');
  const surnames = said('firstSurname', 'secondSurname', 'surnames');
  if (given.length > 0 || surnames.length > 0) {
    add('givenName', given, proper([joined(given)]));
    add('surnames', surnames, proper([joined(surnames)]));
    return;
  }
  const whole = said('fullName');
  const [before = '', after = ''] = joined(whole).split(/\s*,\s*/u);
  if (after === '') return;
  add('givenName', whole, proper([after]));
  add('surnames', whole, proper([before]));
}

/** One line as an envelope has it: "Calle Mayor, 5, esc. B, piso 3, puerta D, 50001 Zaragoza (Zaragoza)". */
function addAddress(said: Said, joined: Joined, add: Add): void {
  const one = (part: Ta1Part, prefix = ''): string => {
    const text = joined(said(part));
    return text === '' ? '' : prefix + text;
  };
  const street = [one('roadType'), one('road')].filter((part) => part !== '').join(' ');
  const town = [one('postcode'), one('town'), one('province') === '' ? '' : `(${one('province')})`]
    .filter((part) => part !== '')
    .join(' ');
  const from = said('address', 'roadType', 'road', 'roadNumber', 'postcode', 'town');
  const parts = [
    one('address'),
    street,
    one('roadNumber'),
    one('block', 'bloque '),
    one('stair', 'esc. '),
    one('floor', 'piso '),
    one('door', 'puerta '),
    town,
  ];
  // A province or a floor alone is no address.
  if (one('address') === '' && one('road') === '') return;
  add('address', from, parts.filter((part) => part !== '').join(', '));
}
