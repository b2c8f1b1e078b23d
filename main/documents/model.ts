import { z } from 'zod';
import { ComparedField, DocumentType } from '../cases/model.ts';
import { IdType } from '../triage/model.ts';

/** What a TA.1 says of the applicant, as far as this office takes an interest. */
export const Ta1Field = z.enum([
  'id',
  'givenName',
  'surnames',
  'birthDate',
  'naf',
  'phone',
  'email',
  'address',
  'cause',
]);
export type Ta1Field = z.infer<typeof Ta1Field>;

/** One value of the form, against what the messages declare and what is on record. */
export const Ta1Row = z.object({
  field: Ta1Field,
  /** Normalised as the record holds it; as written when it cannot be, and then `valid` is false. */
  value: z.string(),
  valid: z.boolean(),
  /** What a clerk has to know of it: what exactly is wrong, and which letter would fit. */
  note: z.string().nullable(),
  /** The words of the form that it stands under. */
  label: z.string(),
  page: z.number().int(),
  /** The messages state the same. */
  asDeclared: z.boolean(),
  /** Against the record. */
  outcome: ComparedField.shape.outcome.extract(['EQUAL', 'DIFFERENT', 'ONLY_DECLARED']),
});
export type Ta1Row = z.infer<typeof Ta1Row>;

/** Why a PDF was not read. The reader never guesses at what it could not read. */
export const PdfProblem = z.enum([
  'NOT_A_PDF',
  'TOO_BIG', // in bytes
  'TOO_LONG', // in pages, or in what stands on them
  'ENCRYPTED', // a password is asked for
  'DAMAGED',
  'TOO_HARD', // took the reader too much time or memory
  'ONLY_XFA', // a form that only Adobe's own program can show
  'NO_TEXT', // pictures, such as a scan
]);
export type PdfProblem = z.infer<typeof PdfProblem>;

export const Ta1Reading = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('READ'),
    /** FORM: what was typed into its fields. TEXT: what is printed on it, which may be the form's own words. */
    source: z.enum(['FORM', 'TEXT']),
    idType: IdType.nullable(),
    rows: z.array(Ta1Row),
  }),
  z.object({ kind: z.literal('REFUSED'), problem: PdfProblem }),
]);
export type Ta1Reading = z.infer<typeof Ta1Reading>;

/** What an attachment probably is, and what told it: `quote` are the telling words, folded. */
export const LikelyType = z.object({
  type: DocumentType,
  /** CONTENT: the PDF's text. SHAPE: a photograph of a card, and the message says that it sends one. */
  where: z.enum(['CONTENT', 'NAME', 'SHAPE', 'NOTHING']),
  quote: z.string(),
});
export type LikelyType = z.infer<typeof LikelyType>;
