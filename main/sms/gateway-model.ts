import { z } from 'zod';
import { ServerAddress } from '../mail/account-model.ts';

const caPem = z.string().max(100_000).nullable(); // an own certificate authority to trust, and no other

/** Names and places within a JSON answer: `id`, `messages.0.id`. */
const answerField = z
  .string()
  .trim()
  .regex(/^[\w-]+(\.[\w-]+)*$/)
  .max(200);

const httpsUrl = z.url({ protocol: /^https$/ }).max(2000);

/**
 * A gateway that takes a POST with JSON. Placeholders: {{destino}} (E.164), {{destino_sin_mas}}, {{texto}} and
 * {{secreto}} in the body, {{secreto}} in the headers, {{id}} in the address of the status.
 */
export const HttpsGatewayData = z.object({
  kind: z.literal('HTTPS'),
  url: httpsUrl,
  headers: z.string().max(4000), // `Name: value`, one a line
  body: z.string().max(10_000), // JSON
  idField: answerField,
  /** Where it tells what became of a message, if it does. */
  status: z
    .object({ url: z.string().max(2000), field: answerField, delivered: z.string(), failed: z.string() })
    .nullable(),
  caPem,
});
export type HttpsGatewayData = z.infer<typeof HttpsGatewayData>;

/** An SMPP 3.4 bind. The lengths are the protocol's. */
export const SmppGatewayData = z.object({
  kind: z.literal('SMPP'),
  server: ServerAddress,
  systemId: z.string().trim().min(1).max(15),
  systemType: z.string().trim().max(12),
  sender: z
    .string()
    .trim()
    .regex(/^(\+?\d{1,15}|[A-Za-z0-9 ]{1,11})$/), // a number, or a registered name (Orden TDF/149/2025)
  caPem,
});
export type SmppGatewayData = z.infer<typeof SmppGatewayData>;

/** How codes leave the office. SIMULATOR works in the demo only. */
export const SmsGatewayData = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('NONE') }),
  z.object({ kind: z.literal('SIMULATOR') }),
  HttpsGatewayData,
  SmppGatewayData,
]);
export type SmsGatewayData = z.infer<typeof SmsGatewayData>;
