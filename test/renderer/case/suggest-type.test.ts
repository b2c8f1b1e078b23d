import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { suggestType } from '../../../renderer/features/case/suggest-type.ts';

const fixture = join(import.meta.dirname, '../../fixtures/mailboxes/provincial/labels.jsonl');
const Label = z.object({ attachments: z.array(z.object({ name: z.string(), kind: z.string() })) });

const KIND_OF = {
  TA1: 'TA1',
  DNI_FRONT: 'ID_FRONT',
  DNI_BACK: 'ID_BACK',
  TIE: 'ID_FRONT',
  PASSPORT: 'PASSPORT',
  AUTHORISATION: 'AUTHORISATION',
} as const;

test.each([
  ['TA_1 (V.6) Iria.pdf', 'TA1'],
  ['TA1_Rocio_firmado.pdf', 'TA1'],
  ['DNI_reverso.png', 'DNI_BACK'],
  ['dni unai (1).jpg', 'DNI_FRONT'],
  ['dni unai (2).jpg', 'DNI_BACK'],
  ['dni2.jpg', 'DNI_BACK'],
  ['carnet detras.jpg', 'DNI_BACK'],
  ['Autorización papá.pdf', 'AUTHORISATION'],
  ['scan_passport_CJO.pdf', 'PASSPORT'],
  ['TA0521-1 Macarena.pdf', 'OTHER'],
  ['carnet textil.jpg', 'OTHER'],
  ['IMG_0412.jpeg', 'OTHER'],
] as const)('%s is taken for %s', (name, type) => {
  expect(suggestType(name)).toBe(type);
});

test('what a name of the fixture mailbox suggests is what the attachment is', () => {
  const attachments = readFileSync(fixture, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => Label.parse(JSON.parse(line)).attachments);
  const wrong = attachments.flatMap(({ name, kind }) => {
    const type = suggestType(name);
    return type === 'OTHER' || KIND_OF[type] === kind ? [] : [`${name}: ${type}, is ${kind}`];
  });
  expect(wrong).toEqual([]);
});
