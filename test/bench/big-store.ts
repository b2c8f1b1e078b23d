/** A store of many messages made by the real writer, without mail to parse: for lists, counts and search. */
import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { openStore } from '../../main/store/store.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { MessageWriter, type NewMessage } from '../../main/store/message-writer.ts';

export const BENCH_KEY = '0123456789abcdef'.repeat(4);
/** In four messages of five, and in one of two thousand. */
export const COMMON_WORD = 'solicitud';
export const RARE_WORD = 'azafrán';

const CATEGORIES = ['AFILIACION', 'COTIZACION', 'RECAUDACION', 'MORATORIAS', 'OTRAS', null] as const;
const WORDS =
  'buenos días les escribo porque necesito cambiar el teléfono móvil que consta en su base de datos para poder recibir el código por mensaje adjunto modelo firmado y documento gracias un saludo quedo a la espera de su respuesta trabajador empresa cuota recibo mes vida laboral informe alta baja autónomo domicilio calle provincia número afiliación'.split(
    ' ',
  );

/** Fills a new data folder with `count` messages; `written` makes the n-th other than the one that comes by itself. */
export async function makeBigStore(
  dataDir: string,
  count: number,
  written: (n: number) => Partial<NewMessage> = () => ({}),
): Promise<void> {
  const store = await openStore({ dataDir, key: { kind: 'hex', hex: BENCH_KEY } });
  const start = Date.UTC(2020, 2, 16);
  for (let from = 0; from < count; from += 1000) {
    await store.writeSql((sql) => {
      const writer = new MessageWriter(sql);
      for (let n = from; n < Math.min(count, from + 1000); n++) {
        const at = start + n * 60_000;
        const id = writer.add({ ...message(n, at), ...written(n) }, at, SYSTEM_ACTOR);
        if (n === 0)
          sql
            .prepare(
              `INSERT INTO "Mailbox" (name, kind, location, createdAt) VALUES ('b', 'MAILDIR', '/b', 0)`,
            )
            .run();
        writer.see({
          mailboxId: 1,
          item: `item-${n}`,
          messageId: id,
          seenAt: start,
          arrivedAt: null,
          duplicate: false,
        });
      }
    });
  }
  await store.close();
}

function message(n: number, at: number): NewMessage {
  const words = Array.from(
    { length: 120 },
    (_, i) => WORDS[(n * 31 + i * 7 + ((n * i) % 13)) % WORDS.length] ?? '',
  );
  if (n % 5 !== 0) words.push(COMMON_WORD);
  if (n % 2000 === 7) words.push(RARE_WORD);
  const text = `${words.join(' ')} referencia ${n}`;
  const raw = Buffer.from(`From: persona${n % 7000}@example.org\r\nSubject: Asunto ${n}\r\n\r\n${text}\r\n`);
  const category = CATEGORIES[n % CATEGORIES.length] ?? null;
  return {
    sha256: createHash('sha256').update(raw).digest('hex'),
    size: raw.length,
    zstd: zstdCompressSync(raw),
    messageIdHeader: `<big.${n}@example.org>`,
    references: [],
    subject: `Asunto ${n} ${words.slice(0, 4).join(' ')}`,
    fromName: `Persona Apellido ${n % 7000}`,
    fromAddress: `persona${n % 7000}@example.org`,
    replyToAddress: null,
    sentAt: at,
    receivedAt: at,
    preview: text.slice(0, 200),
    parseStatus: 'PARSED',
    marks: [],
    textHash: createHash('sha256').update(text).digest('hex'),
    threadSubject: `asunto ${n}`,
    kind: n % 20 === 0 ? 'NEWSLETTER' : 'REQUEST',
    kindReason: 'null',
    isRequest: n % 20 !== 0,
    language: 'es',
    declaredCategory: category,
    proposedCategory: category,
    proposedConfidence: category === null ? 0 : 0.9,
    proposedReasons: '[]',
    needsReview: category === null,
    declaredPerson: '{"values":{},"idValid":null}',
    recipients: [{ kind: 'TO', name: '', address: 'zaragoza@tgss.example' }],
    attachments:
      n % 3 === 0
        ? [
            {
              ordinal: 0,
              name: `TA1_${n}.pdf`,
              safeName: `TA1_${n}.pdf`,
              declaredType: 'application/pdf',
              detectedType: 'application/pdf',
              size: 1000,
              sha256: createHash('sha256').update(String(n)).digest('hex'),
              contentId: null,
              inline: false,
              dangers: [],
            },
          ]
        : [],
    text,
    identifiers: `99${String(n).padStart(6, '0')}R`,
  };
}
