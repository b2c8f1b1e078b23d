import { expect, test } from 'vitest';
import { extractPerson } from '../../main/triage/extract-person.ts';
import type { Action, Kind } from '../../main/triage/model.ts';
import { readBody } from '../../main/triage/quoted.ts';

function documentOf(fromName: string, act: Action, text: string, kind: Kind = 'REQUEST'): string | undefined {
  return extractPerson({
    subject: '',
    body: readBody(text),
    fromName,
    kind,
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
  [
    'the widow, who asks for herself and not for who died',
    'Berta',
    'BAJA',
    `Mi marido, que en paz descanse, Saúl Ochoa Pons con dni ${HIS}, falleció en abril y eso ya está arreglado. Sigue viniendo un recibo de la mercería que llevaba yo. Que me den de baja a MÍ, que soy Berta Llera Mena, dni ${HERS}.`,
  ],
  [
    'who says that the request is hers',
    'Berta Llera',
    'DEFERRAL',
    `Me la concedieron a nombre de mi hermana. Ella es Bertina Llera Mena, DNI ${HIS}, y no es autónoma. La moratoria la pido yo: Berta Llera Mena, DNI ${HERS}.`,
  ],
  [
    'the one whose quota goes up, not who works in her house',
    'Berta Llera',
    'INFO',
    `Tengo contratada en casa a Ana Uno Dos (X1234567L). ¿Por qué me sube la cuota? Yo soy Berta Llera Mena, DNI ${HERS}.`,
  ],
  [
    'whose is the deregistration that is asked for',
    'Berta Llera',
    'BAJA',
    `Mi hermano Luis Llera Mena (${HIS}) ya está dado de baja. La baja que pido es la mía. Berta Llera Mena, DNI ${HERS}.`,
  ],
  [
    'who asks what he pays himself',
    'Berta Llera',
    'INFO',
    `Soy autónoma, Berta Llera Mena, ${HERS}. Mi marido, Saúl Ochoa (${HIS}), trabaja conmigo. ¿Cuánto pago yo?`,
  ],
  [
    'the mother of two lines, though the errand is the daughter’s',
    'Limpiezas Prueba',
    'DEFERRAL',
    `La empresa de mi madre no puede pagar en plazo y me lo ha encargado a mí.\n\nMi madre: LLERA MENA, BERTA - DNI ${HERS} - autónoma\nYo: Berta Ochoa Llera, DNI ${HIS}`,
  ],
  [
    'a foreigner who speaks of her husband',
    'Berta Llera',
    'ADDRESS_CHANGE',
    `Bitte ändern Sie meine Anschrift. Mein Mann ist verstorben, seine NIE war X1234567L; für ihn ist nichts zu tun.\n\nBerta Llera Mena\nNIF ${HERS}`,
  ],
  [
    'the mother of two lines, in Basque',
    'Saúl Ochoa',
    'REPORT',
    `Ama ospitalean dago eta lan-bizitza eskatu digute.\n\nAma: Berta Llera Mena, NAN ${HERS}.\nNi: Saúl Ochoa Llera, NAN ${HIS}.`,
  ],
  [
    'the father, not the son of the same name',
    'Saúl Ochoa',
    'OTHER',
    `Quiero una cita para ir con mi padre. Él es Saúl Ochoa Pons DNI ${HERS} y yo Saúl Ochoa Llera, ${HIS}. Es para él, yo solo empujo la silla.`,
  ],
])('%s', (_what, fromName, act, text) => {
  expect(documentOf(fromName, act, text)).toBe(HERS);
});

test('is the firm that is represented, whoever of it is named', () => {
  const text = `Mi representada, la comunidad de bienes "Prueba y Ficción, C.B." (NIF E99999997), obtuvo la moratoria. Una de sus partícipes, Dña. Berta Llera (DNI ${HERS}), recibió providencia de apremio.`;
  expect(documentOf('Bufete Prueba', 'DEFERRAL', text)).toBe('E99999997');
});

test('is that of who wrote what is passed on', () => {
  const text = `Es de mi hermana, que está en ruta.\nSaúl Ochoa Llera, ${HIS}\n\n---------- Forwarded message ---------\nDe: Berta Llera\nAsunto: Moratorias\n\nPregúntales cuándo la pago. Mi dni ${HERS}.`;
  expect(documentOf('Saúl Ochoa', 'DEFERRAL', text, 'FORWARD')).toBe(HERS);
});
