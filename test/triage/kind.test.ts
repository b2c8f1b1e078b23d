import { describe, expect, it } from 'vitest';
import type { ParsedMessage } from '../../main/mail/model.ts';
import { decideKind } from '../../main/triage/kind.ts';
import { readBody } from '../../main/triage/quoted.ts';
import { triage } from '../../main/triage/triage.ts';
import { attachment, parsed } from './message.ts';

function decide(message: ParsedMessage) {
  const { kind, reason } = decideKind(message, readBody(message.text));
  return { kind, where: reason?.where ?? null, quote: reason?.quote ?? null };
}

const report = (type: string) => ({
  'Return-Path': '<>',
  'Content-Type': `multipart/report; report-type=${type}; boundary="x"`,
});

describe('kind by headers', () => {
  it('reads delivery reports: failed, delayed, delivered', () => {
    const headerLines = report('delivery-status');
    expect(decide(parsed({ headerLines, text: 'Action: failed\nStatus: 5.1.1' })).kind).toBe('BOUNCE');
    expect(decide(parsed({ headerLines, text: 'Action: delayed' })).kind).toBe('BOUNCE');
    expect(decide(parsed({ headerLines, text: 'Action: delivered' })).kind).toBe('AUTOREPLY');
    expect(decide(parsed({ headerLines, subject: 'Entregado: su escrito', text: '' })).kind).toBe(
      'AUTOREPLY',
    );
  });

  it('reads read receipts', () => {
    expect(decide(parsed({ headerLines: report('disposition-notification') }))).toMatchObject({
      kind: 'AUTOREPLY',
      where: 'HEADER',
    });
  });

  it.each([
    [{ 'Auto-Submitted': 'auto-replied' }, 'AUTOREPLY', 'Auto-Submitted: auto-replied'],
    [{ 'X-Autoreply': 'yes' }, 'AUTOREPLY', 'X-Autoreply: yes'],
    [{ Precedence: 'auto_reply' }, 'AUTOREPLY', 'Precedence: auto_reply'],
    [{ 'Return-Path': '<>' }, 'AUTOREPLY', 'Return-Path: <>'],
    [{ 'X-Failed-Recipients': 'a@example.org' }, 'BOUNCE', 'X-Failed-Recipients:'],
    [{ 'List-Id': '<boletin.example>' }, 'NEWSLETTER', 'List-Id: <boletin.example>'],
    [
      { 'List-Unsubscribe': '<https://example/baja>' },
      'NEWSLETTER',
      'List-Unsubscribe: <https://example/baja>',
    ],
    [{ Precedence: 'bulk' }, 'NEWSLETTER', 'Precedence: bulk'],
    [{ 'X-Spam-Flag': 'YES' }, 'SPAM', 'X-Spam-Flag: YES'],
    [{ 'X-Spam-Status': 'Yes, score=12' }, 'SPAM', 'X-Spam-Status: Yes, score=12'],
  ])('%j', (headerLines, kind, quote) => {
    expect(decide(parsed({ headerLines }))).toEqual({ kind, where: 'HEADER', quote });
  });

  it('takes "no" for no', () => {
    const headerLines = { 'Auto-Submitted': 'no', 'X-Spam-Flag': 'NO', 'X-Spam-Status': 'No, score=0.1' };
    expect(decide(parsed({ headerLines })).kind).toBe('REQUEST');
  });

  it('knows a postmaster without report', () => {
    const from = { name: '', address: 'MAILER-DAEMON@mx.example' };
    expect(decide(parsed({ from, subject: 'Undelivered Mail Returned to Sender' })).kind).toBe('BOUNCE');
  });
});

describe('kind by content', () => {
  it('knows phishing by what it wants, a link and a failed check', () => {
    const message = parsed({
      marks: ['AUTHENTICATION_FAILED'],
      subject: 'Devolución pendiente',
      text: 'Estimado contribuyente: confirme los datos de su tarjeta en las próximas 48 horas\nhttps://sede.example/x',
    });
    expect(decide(message)).toMatchObject({ kind: 'PHISHING', where: 'BODY' });
  });

  it.each([
    ['PHISHING', 'Su buzón está al 95% de su capacidad. Valide su contraseña para aumentar la cuota.'],
    ['SPAM', 'Formación bonificada al 100 % para su plantilla. Para no recibirnos, responda con BAJA.'],
  ])('knows %s: %s', (kind, text) => {
    expect(decide(parsed({ text })).kind).toBe(kind);
  });

  it('does not take a citizen who speaks of phishing for phishing', () => {
    const message = parsed({
      subject: '¿es un timo?',
      text: 'Me ha llegado esto: "confirme los datos de su tarjeta en 48 horas" https://sede.example/x ¿Es verdad?',
    });
    expect(decide(message).kind).toBe('REQUEST');
  });

  it('knows spam and invitations', () => {
    expect(
      decide(parsed({ text: 'Somos fábrica directa, precio especial, pedido mínimo 100. Querido amigo' }))
        .kind,
    ).toBe('SPAM');
    const attachments = [attachment('invite.ics', 'text/calendar')];
    expect(decide(parsed({ attachments, text: 'Te invitamos a nuestro webinar gratuito' })).kind).toBe(
      'NEWSLETTER',
    );
  });
});

describe('kind by the content model', () => {
  const kindOf = (message: Partial<ParsedMessage>) => triage(parsed(message));

  it('an advert without telling words is put aside, with the words that told it', () => {
    const told = kindOf({
      subject: 'Toldos y pérgolas para su terraza',
      from: { name: 'Ventas', address: 'hola@toldos-sierra.invalid' },
      text: 'Renueve su terraza este verano: lonas acrílicas, motores silenciosos y montaje en 48 horas. Catálogo en https://toldos-sierra.invalid y atención comercial en el 900 000 111.',
    });
    expect(told).toMatchObject({ kind: 'SPAM', proposal: { category: 'NONE' }, person: { action: null } });
    expect(told.kindReason?.quote).not.toBe('');
  });

  it('a lure stays a lure when only one of its signs is there', () => {
    const told = kindOf({
      subject: 'Documento compartido con usted',
      from: { name: 'Escáner', address: 'scan@archivos-7.invalid' },
      text: 'Se ha compartido un archivo con usted: http://archivos-7.invalid/factura.zip (contraseña 4321). El enlace caduca mañana. Departamento de facturación.',
    });
    expect(told.kind).toBe('PHISHING');
  });

  it('a person who names himself is a request, however little it is about the office', () => {
    const text = 'Vendo toldos de segunda mano, consulte precios. Me llamo Ana Prueba, DNI 99193443D.';
    expect(kindOf({ subject: 'Toldos', text }).kind).toBe('REQUEST');
  });
});

describe('replies and forwards', () => {
  it('a reply refers to a message or quotes one', () => {
    expect(decide(parsed({ subject: 'hola', references: ['<9@tgss.example>'] }))).toEqual({
      kind: 'REPLY',
      where: 'HEADER',
      quote: 'In-Reply-To: <9@tgss.example>',
    });
    const text = 'Aquí lo tiene.\n\nEl 3 abr 2020, a las 9:48, TGSS escribió:\n> Falta el DNI\n> y la firma';
    expect(decide(parsed({ subject: 'RE: hola', text })).kind).toBe('REPLY');
  });

  it('"Re:" alone is no reply', () => {
    expect(decide(parsed({ subject: 'Re: su web' })).kind).toBe('REQUEST');
  });

  it.each([
    ['RV: papeles', 'ahí va', []],
    [
      'Fwd: papeles',
      'ahí va\n\n---------- Forwarded message ---------\nDe: X <x@example.org>\n\nhola',
      ['<8@example.org>'],
    ],
    ['papeles', 'ahí va\n\nInicio del mensaje reenviado:\n\n> De: X', []],
  ])('%s is a forward', (subject, text, references) => {
    expect(decide(parsed({ subject, text, references })).kind).toBe('FORWARD');
  });

  it('a message that only carries another one is a forward', () => {
    const attachments = [attachment('', 'message/rfc822')];
    expect(decide(parsed({ attachments, text: 'Ahí va' }))).toMatchObject({
      kind: 'FORWARD',
      where: 'ATTACHMENT',
    });
  });
});
