import { z } from 'zod';
import { Person, CaseState } from '../cases/model.ts';
import { Category, DeclaredCategory } from '../triage/model.ts';

const count = z.number().int();

/** Day in the office's time zone, ISO. */
const day = z.iso.date();

export const AgeBand = z.enum(['TODAY', 'DAYS_1_2', 'DAYS_3_5', 'DAYS_6_10', 'OVER_10']);
export type AgeBand = z.infer<typeof AgeBand>;

/** Everything the supervisor's page draws. `category` null: nobody and nothing decided yet. */
export const SupervisionOverview = z.object({
  today: day,
  /**
   * Last of the thirty days that `flow` and `load` tell of. Today; or, as long as nothing came in nor was finished in
   * the thirty days up to it, the day of the latest request: an old mailbox that was just read.
   */
  lastDay: day,
  /** Requests that came in and cases and messages that were finished, per day. */
  flow: z.array(z.object({ day, category: Category.nullable(), received: count, finished: count })),
  open: z.array(z.object({ category: Category.nullable(), state: CaseState, count })),
  age: z.array(z.object({ band: AgeBand, count })),
  load: z.array(z.object({ clerk: Person.nullable(), open: count, finished30Days: count })),
  /** What the machine proposed against what people decided. */
  agreement: z.array(z.object({ proposed: Category.nullable(), final: Category, count })),
});
export type SupervisionOverview = z.infer<typeof SupervisionOverview>;

export const Correction = z.object({
  messageId: z.number().int(),
  subject: z.string(),
  declared: DeclaredCategory.nullable(),
  proposed: Category.nullable(),
  confidence: z.number(),
  final: Category,
  by: z.string(),
  at: z.date(),
});
export type Correction = z.infer<typeof Correction>;
