import { z } from 'zod';
import { Action, Category } from '../triage/model.ts';

/** What an act is asked for with. IDENTITY: both sides of a DNI, or a foreigner's card, or a passport. */
export const Paper = z.enum(['TA1', 'IDENTITY', 'AUTHORISATION', 'PAYMENT']);
export type Paper = z.infer<typeof Paper>;

/** What is missing of a paper: one side of a card may be there. */
export const MissingPaper = z.enum([...Paper.options, 'DNI_FRONT', 'DNI_BACK']);
export type MissingPaper = z.infer<typeof MissingPaper>;

export const PaperState = z.object({
  paper: Paper,
  required: z.boolean(), // false: it helps
  missing: MissingPaper.nullable(), // null: it is there
  /** The attachments that are it, by what they were linked as, or else probably are. */
  attachmentIds: z.array(z.number().int()),
  /** The identity was verified in another way: no paper is needed. */
  verified: z.boolean(),
});
export type PaperState = z.infer<typeof PaperState>;

/** Why an answer is suggested. ELSEWHERE and RED quote the message's words. */
export const TemplateReason = z.enum([
  'PAPERS_MISSING',
  'ONLINE',
  'PHONE_DONE',
  'ELSEWHERE',
  'RED',
  'ACTION',
]);
export type TemplateReason = z.infer<typeof TemplateReason>;

/** What a message, or the case that it is in, may need next. Each part may be absent; none is done by itself. */
export const Suggestions = z.object({
  action: Action.nullable(), // a person's word, else the machine's
  category: Category.nullable(),
  papers: z.array(PaperState),
  template: z
    .object({
      id: z.number().int(),
      name: z.string(),
      because: TemplateReason,
      quote: z.string(),
      serviceIds: z.array(z.number().int()), // ONLINE: to tell of
    })
    .nullable(),
  unit: z
    .object({
      id: z.number().int(),
      name: z.string(),
      /** How many of the category's cases went there lately; 0: its name says that it does this. */
      lately: z.number().int(),
    })
    .nullable(),
});
export type Suggestions = z.infer<typeof Suggestions>;
