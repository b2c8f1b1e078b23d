import { expect, test } from 'vitest';
import { extractPerson } from '../../main/triage/extract-person.ts';
import type { Action } from '../../main/triage/model.ts';
import { readBody } from '../../main/triage/quoted.ts';

function documentOf(fromName: string, act: Action, text: string): string | undefined {
  return extractPerson({
    subject: '',
    body: readBody(text),
    fromName,
    kind: 'REQUEST',
    language: 'es',
    act,
    fromAddress: '',
  }).values.id?.value;
}

const HERS = '99193443D';
const HIS = '99000016N';

test.each<[string, string, Action, string]>([
  [
    'an heir asks for himself',
    'Berta Ochoa',
    'REFUND',
    `Mi padre, Saúl Ochoa (DNI ${HIS}), falleció en enero. Pido que me devuelvan a mí los dos recibos que pagué. Soy Berta Ochoa Llera, DNI ${HERS}.`,
  ],
  [
    'a relative writes for who cannot',
    'Saúl Ochoa',
    'DEFERRAL',
    `Mi mujer, Berta Llera, está ingresada y no puede. Quiero pedir para ella el aplazamiento. Su DNI es ${HERS}. Saúl Ochoa Pons (DNI ${HIS})`,
  ],
  [
    'the relative whose record it is, before who will answer for him',
    'Saúl Ochoa',
    'ADDRESS_CHANGE',
    `Las cartas de mi madre llegan a un piso vacío; mándenlas a mi casa. La titular es Berta Llera Mena, con DNI ${HERS}. Yo soy Saúl Ochoa Llera, ${HIS}, y tengo poder notarial.`,
  ],
])('%s', (_what, fromName, act, text) => {
  expect(documentOf(fromName, act, text)).toBe(HERS);
});
