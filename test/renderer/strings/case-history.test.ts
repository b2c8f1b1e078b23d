import { describe, expect, test } from 'vitest';
import type { AuditAction, AuditDetails, AuditEntry } from '../../../main/api/contract/index.ts';
import { historySentence, type HistoryNames } from '../../../renderer/strings/es/case-history.ts';

const names: HistoryNames = {
  person: (id) => (id === 2 ? 'Julián Arbués' : null),
  citizen: (id) => (id === 5 ? 'Rocío Benjumea' : null),
  attachment: (id) => (id === 9 ? 'TA1.pdf' : null),
  day: (day) => `día ${day}`,
};

function entry(action: AuditAction, details: AuditDetails, objectId: number | null = 1): AuditEntry {
  return {
    id: 1,
    at: new Date(0),
    actorId: 1,
    actorName: 'Marta Lasierra',
    action,
    objectType: 'CASE',
    objectId,
    caseId: 1,
    details,
    host: 'mesa',
    hash: '',
  };
}

describe('historySentence', () => {
  test.each<[AuditAction, AuditDetails, number, string]>([
    ['case.stateSet', { from: 'NEW', to: 'RESOLVED' }, 1, 'cambió el estado: de «Nuevo» a «Resuelto».'],
    ['case.stateSet', { from: 'NEW', to: 'FORWARDED', unit: 'URE' }, 1, 'remitió el expediente a URE.'],
    ['case.assigned', { from: 1, to: 2 }, 1, 'asignó el expediente a Julián Arbués.'],
    ['case.assigned', { from: 1, to: null }, 1, 'dejó el expediente sin responsable.'],
    ['case.citizenSet', { from: null, to: 5 }, 1, 'unió el expediente a la ficha de Rocío Benjumea.'],
    ['case.dueDateSet', { from: null, to: '2026-12-02' }, 1, 'fijó el plazo en el día 2026-12-02.'],
    ['case.dueDateSet', { from: '2026-12-02', to: null }, 1, 'quitó el plazo.'],
    ['case.messageAdded', { messageIds: [3, 4] }, 1, 'añadió 2 mensajes.'],
    ['case.attachmentLinked', { from: null, to: 'TA1' }, 9, 'vinculó TA1.pdf como «Modelo TA.1».'],
    ['case.identityVerified', { method: 'DOCUMENT' }, 1, 'verificó la identidad por documento.'],
    [
      'citizen.phoneChanged',
      { from: '+34 633012***', to: '+34 645027***', reason: 'Lo pide.' },
      5,
      'cambió el teléfono de +34 633012*** a +34 645027***. Motivo: Lo pide.',
    ],
  ])('%s %j', (action, details, objectId, sentence) => {
    expect(historySentence(entry(action, details, objectId), names)).toBe(`Marta Lasierra ${sentence}`);
  });

  test('what is not known here by name is told without it', () => {
    expect(historySentence(entry('case.assigned', { from: 1, to: 77 }), names)).toBe(
      'Marta Lasierra asignó el expediente.',
    );
    expect(historySentence(entry('case.attachmentLinked', { to: 'TA1' }, 77), names)).toBe(
      'Marta Lasierra vinculó un justificante.',
    );
  });
});
