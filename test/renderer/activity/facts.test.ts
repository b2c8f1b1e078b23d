import { expect, test } from 'vitest';
import type { AuditEntry } from '../../../main/api/contract/index.ts';
import { factsOf } from '../../../renderer/features/activity/facts.ts';

function entry(action: AuditEntry['action'], details: AuditEntry['details']): AuditEntry {
  return {
    id: 1,
    at: new Date('2026-03-16T10:00:00Z'),
    actorId: 2,
    actorName: 'Teresa Gil',
    action,
    objectType: 'USER',
    objectId: 3,
    caseId: null,
    details,
    host: 'equipo',
    hash: '0'.repeat(64),
  };
}

test('a pair of from and to is one line in words; what did not change is left out', () => {
  const details = {
    userName: 'marta',
    roleFrom: 'CLERK',
    roleTo: 'SUPERVISOR',
    activeFrom: true,
    activeTo: true,
    passwordChanged: false,
  };
  expect(factsOf(entry('user.updated', details))).toEqual([
    { name: 'Usuario', value: 'marta' },
    { name: 'Perfil', value: 'Tramitador/a → Supervisor/a' },
    { name: 'Contraseña nueva', value: 'No' },
  ]);
});

test('NONE is no request where categories are meant, and no verification elsewhere', () => {
  expect(factsOf(entry('message.categorySet', { from: null, to: 'NONE' }))).toEqual([
    { name: 'Antes', value: 'nada' },
    { name: 'Después', value: 'No es una solicitud' },
  ]);
  expect(factsOf(entry('case.citizenSet', { levelFrom: 'DOCUMENT', levelTo: 'NONE' }))).toEqual([
    { name: 'Identidad', value: 'Documento comprobado → Identidad sin verificar' },
  ]);
});

test('what an account at the mail server was saved with is told by name', () => {
  const details = {
    imap: 'correo.example:993 TLS',
    smtp: null,
    folders: ['INBOX'],
    certificateChanged: true,
  };
  expect(factsOf(entry('mailAccount.saved', details))).toEqual([
    { name: 'Servidor de entrada', value: 'correo.example:993 TLS' },
    { name: 'Servidor de salida', value: 'nada' },
    { name: 'Carpetas que se leen', value: 'INBOX' },
    { name: 'Autoridad de certificación nueva', value: 'Sí' },
  ]);
});

test('settings and lists are told by name, and an unknown fact by its own word', () => {
  const details = { 'cases.dueDaysFrom': 10, 'cases.dueDaysTo': 15, dangers: ['MACROS'], rareza: 'x' };
  expect(factsOf(entry('settings.changed', details))).toEqual([
    { name: 'Plazo en días', value: '10 → 15' },
    { name: 'Avisos', value: 'Puede contener macros' },
    { name: 'rareza', value: 'x' },
  ]);
});
