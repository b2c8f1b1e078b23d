import type { ParsedMessage } from '../../main/mail/model.ts';

/** A parsed message of an ordinary citizen; tests say what differs. */
export function parsed(
  overrides: Partial<ParsedMessage> & { headerLines?: Record<string, string> } = {},
): ParsedMessage {
  const { headerLines = {}, ...rest } = overrides;
  return {
    parseStatus: 'PARSED',
    marks: [],
    messageIdHeader: '<1@example.org>',
    references: [],
    subject: 'consulta',
    from: { name: 'Ana Prueba', address: 'ana@example.org' },
    replyToAddress: null,
    recipients: [{ kind: 'TO', name: '', address: 'buzon@tgss.example' }],
    sentAt: 0,
    receivedAt: 0,
    text: 'Buenas tardes, ¿me pueden ayudar?',
    preview: '',
    headers: Object.entries({ 'Return-Path': '<ana@example.org>', ...headerLines }).map(([name, value]) => ({
      name,
      value,
    })),
    attachments: [],
    ...rest,
  };
}

export function attachment(name: string, declaredType: string): ParsedMessage['attachments'][number] {
  return {
    ordinal: 0,
    name,
    safeName: name,
    declaredType,
    detectedType: null,
    size: 1,
    sha256: '',
    contentId: null,
    inline: false,
    dangers: [],
  };
}
