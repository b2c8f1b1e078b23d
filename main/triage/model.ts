import { z } from 'zod';
import { ACTIONS } from './actions.ts';

/** Subject categories of seed 003, plus NONE for what is not a request. */
export const Category = z.enum(['AFILIACION', 'COTIZACION', 'RECAUDACION', 'MORATORIAS', 'OTRAS', 'NONE']);
export type Category = z.infer<typeof Category>;

/** What a subject may declare: never NONE. */
export const DeclaredCategory = Category.exclude(['NONE']);
export type DeclaredCategory = z.infer<typeof DeclaredCategory>;

/** The first or main act a request asks for. */
export const Action = z.enum(ACTIONS);
export type Action = z.infer<typeof Action>;

export const Kind = z.enum([
  'REQUEST',
  'REPLY',
  'FORWARD',
  'BOUNCE',
  'AUTOREPLY',
  'NEWSLETTER',
  'SPAM',
  'PHISHING',
]);
export type Kind = z.infer<typeof Kind>;

/** The header, the words or the taught rule that decided, quoted so that the clerk can see them. */
export const Reason = z.object({
  where: z.enum(['HEADER', 'SUBJECT', 'BODY', 'ATTACHMENT', 'SENDER', 'THREAD', 'RULE']),
  quote: z.string(),
  /** How much it weighs, -1 (against) to 1 (for). */
  weight: z.number(),
});
export type Reason = z.infer<typeof Reason>;

/** What the content model is given. */
export type TriageText = {
  readonly subject: string;
  /** The text without accents and capitals, offset by offset (see `flatten`). */
  readonly flat: string;
  /** Where the writer's own words end, and where those of a message that he quotes or forwards begin (see `Body`). */
  readonly ownEnd: number;
  readonly earlierStart: number;
  readonly fromAddress: string;
  readonly attachmentNames: readonly string[];
  readonly declaredCategory: DeclaredCategory | null;
  readonly kind: Kind;
};

/** What it answers. `category` null means that it abstains: the message needs a person. */
export type Proposal = {
  readonly category: Category | null;
  readonly confidence: number; // 0 to 1
  readonly reasons: readonly Reason[];
};

/** Proposes a category. Deterministic, no I/O. */
export type Classifier = { propose(message: TriageText): Proposal };

/** NIF: a person with neither DNI nor NIE (K, L, M). CIF: a company, as everybody still calls its NIF. */
export const IdType = z.enum(['DNI', 'NIE', 'NIF', 'CIF', 'PASSPORT']);
export type IdType = z.infer<typeof IdType>;

export const Found = z.object({
  value: z.string(),
  /** Where it was found; offsets are UTF-16 units into the subject or the plain text, the signature's too. */
  where: z.enum(['SUBJECT', 'BODY', 'SIGNATURE', 'SENDER', 'ATTACHMENT']),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  confidence: z.number(),
});
export type Found = z.infer<typeof Found>;

/** Fields a writer may state about the person the request is for. */
export const PersonField = z.enum([
  'idType',
  'id',
  'givenName',
  'surnames',
  'birthDate',
  'phone',
  'email',
  'naf',
  'ccc',
]);
export type PersonField = z.infer<typeof PersonField>;

/** The same, and what is compared with the record beyond what `export` gives out. */
export const DeclaredField = z.enum([...PersonField.options, 'address']);
export type DeclaredField = z.infer<typeof DeclaredField>;

/**
 * Declared, not recorded: what the message says. `id` without separators and in capitals, even when wrong;
 * `birthDate` ISO; `phone` E.164; `idValid` the control-letter check, null where there is none. `onBehalfOf`: a relative,
 * an agency or a lawyer writes for somebody else. `action` is what is asked for, null for what is no request.
 */
export const DeclaredPerson = z.object({
  values: z.partialRecord(DeclaredField, Found),
  idValid: z.boolean().nullable(),
  onBehalfOf: z.boolean().default(false),
  action: z.object({ value: Action, confidence: z.number() }).nullable().default(null),
});
export type DeclaredPerson = z.infer<typeof DeclaredPerson>;

/** Everything triage says about one parsed message. */
export type TriageResult = {
  readonly kind: Kind;
  readonly kindReason: Reason | null;
  readonly declaredCategory: DeclaredCategory | null;
  readonly proposal: Proposal;
  readonly language: string | null; // ISO 639-1, null when the text is too short
  readonly person: DeclaredPerson;
  /** The subject as threads compare it, null when it is too generic to hold one together. */
  readonly threadSubject: string | null;
};
