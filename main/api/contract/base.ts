import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ERROR_TEXTS, type ErrorCode } from '../../errors.ts';

/** What crosses the border for every error: its code, the Spanish text for the person, and harmless facts. */
export const ErrorData = z.object({
  what: z.string(),
  kept: z.string(),
  todo: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
});
export type ErrorData = z.infer<typeof ErrorData>;

type ErrorMap = Record<ErrorCode, { data: typeof ErrorData }>;

const errorMap = Object.fromEntries(
  Object.keys(ERROR_TEXTS).map((code) => [code, { data: ErrorData }]),
) as ErrorMap;

/** Every procedure of the contract starts here, so that each can answer with each coded error. */
export const procedure = oc.errors(errorMap);

export const id = z.number().int().positive();
export const version = z.number().int().positive();

/** Keyset paging: rows after the cursor, newest first. `nextCursor` null: there are no more. */
export const pageInput = z.object({
  cursor: id.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
});

/** What can be taken back with `messages.undo` until the session ends. */
export const undoable = z.object({ undoId: z.string().nullable(), changed: z.number().int() });
