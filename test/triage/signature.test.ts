import { expect, test } from 'vitest';
import { extractPerson } from '../../main/triage/extract-person.ts';
import { readBody } from '../../main/triage/quoted.ts';

/** Where the extraction found a field. */
function where(text: string, field: 'id' | 'phone' | 'email' | 'address', subject = 'Consulta') {
  const person = extractPerson({
    subject,
    body: readBody(text),
    fromName: '',
    fromAddress: '',
    kind: 'REQUEST',
    language: 'es',
    act: null,
  });
  return person.values[field]?.where ?? null;
}

test('what stands below the closing line is found in the signature', () => {
  const text =
    'Quiero cambiar mi teléfono, DNI 99193443D.\n\nUn saludo,\nRocío Benjumea\nTel. 612 034 567\nC/ Mayor 5, 50001 Zaragoza';
  expect([where(text, 'id'), where(text, 'phone'), where(text, 'address')]).toEqual([
    'BODY',
    'SIGNATURE',
    'SIGNATURE',
  ]);
});

test.each([
  'Atentamente:',
  'Muchas gracias.',
  '--',
  'Salutacions,',
  'Eskerrik asko',
  'Enviado desde mi iPhone',
])('a signature begins with %j', (closing) => {
  expect(where(`Hola, necesito ayuda.\n${closing}\nDNI 99193443D`, 'id')).toBe('SIGNATURE');
});

test('thanks in the middle, a closing far from the end and a subject are no signature', () => {
  expect(where('Gracias por atenderme tan bien, mi DNI es 99193443D y espero', 'id')).toBe('BODY');
  expect(where(`Saludos\n${'Les cuento mi caso con detalle. '.repeat(30)}\nDNI 99193443D`, 'id')).toBe(
    'BODY',
  );
  expect(where('Hola.\nSaludos', 'id', 'DNI 99193443D')).toBe('SUBJECT');
});
