import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { DeclaredPerson, PersonField, Reason } from '../triage/model.ts';

/** One line of the export, as DESIGN.md section 10 fixes it: scripts and testers rely on the names. */
export type ExportedMessage = {
  readonly source: string; // the file's base name for file sources
  readonly messageId: string | null;
  readonly date: string | null; // ISO instant of the Date header
  readonly from: string;
  readonly subject: string;
  readonly kind: string; // lower case, as in the labelled mailboxes
  readonly declaredCategory: string | null;
  readonly category: string | null;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly language: string | null;
  readonly person: Readonly<
    Record<z.infer<typeof PersonField> | 'idValid' | 'onBehalfOf', string | boolean | null>
  >;
  readonly action: string | null;
  readonly attachments: readonly {
    readonly name: string;
    readonly size: number;
    readonly declaredType: string;
    readonly detectedType: string | null;
    readonly sha256: string;
  }[];
  readonly caseId: number | null;
};

const PAGE = 500;

/** Every message in order of arrival, a page in memory at a time. */
export async function* exportMessages(store: Store): AsyncGenerator<ExportedMessage> {
  for (let after = 0; ;) {
    const page = await store.prisma.message.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
      include: {
        attachments: { orderBy: { ordinal: 'asc' } },
        sightings: { orderBy: { id: 'asc' }, take: 1, select: { item: true } },
      },
    });
    for (const message of page) {
      const person = DeclaredPerson.parse(message.declaredPerson);
      const values = Object.fromEntries(
        PersonField.options.map((field) => [field, person.values[field]?.value ?? null]),
      ) as Record<z.infer<typeof PersonField>, string | null>;
      yield {
        source: message.sightings[0]?.item ?? '',
        messageId: message.messageIdHeader,
        date: message.sentAt?.toISOString() ?? null,
        from: message.fromAddress,
        subject: message.subject,
        kind: message.kind.toLowerCase(),
        declaredCategory: message.declaredCategory,
        category: message.category,
        confidence: message.finalCategory === null ? message.proposedConfidence : 1,
        reasons: z.array(Reason).parse(message.proposedReasons),
        language: message.language,
        person: { ...values, idValid: person.idValid, onBehalfOf: person.onBehalfOf },
        action: message.finalAction ?? person.action?.value ?? null,
        attachments: message.attachments.map(({ name, size, declaredType, detectedType, sha256 }) => ({
          name,
          size,
          declaredType,
          detectedType,
          sha256,
        })),
        caseId: message.caseId,
      };
    }
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
