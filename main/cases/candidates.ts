import { fullName } from '../citizens/search.ts';
import { AppError } from '../errors.ts';
import { findCitizenIds } from '../store/citizen-index.ts';
import type { Store } from '../store/store.ts';
import { declaredOver, sameName } from './comparison.ts';

export type Candidate = { citizenId: number; name: string; document: string | null; why: string };

/** People with the same words in their names that are looked at for the same birth date. */
const NAMESAKES = 200;

/**
 * Who the writer may be, by what he declares: the strongest reasons first, and each person once with all of his.
 * Throws NOT_FOUND.
 */
export async function citizenCandidates(store: Store, caseId: number): Promise<Candidate[]> {
  const found = await store.prisma.case.findUnique({ where: { id: caseId }, include: { messages: true } });
  if (found === null) throw new AppError('NOT_FOUND');
  const declared = declaredOver(found.messages);
  const reasons = new Map<number, string[]>();
  const add = (rows: readonly { readonly id: number }[], why: string) => {
    for (const { id } of rows) reasons.set(id, [...(reasons.get(id) ?? []), why]);
  };
  const citizens = store.prisma.citizen;
  const { id, naf, phone, givenName, surnames, birthDate } = declared;
  if (id !== undefined) {
    const where = { identityDocuments: { some: { number: id.value } } };
    add(await citizens.findMany({ where, select: { id: true } }), 'Mismo documento');
  }
  if (naf !== undefined) {
    add(await citizens.findMany({ where: { naf: naf.value }, select: { id: true } }), 'Mismo NAF');
  }
  if (phone !== undefined) {
    const where = { phoneRecords: { some: { e164: phone.value, validTo: null } } };
    add(await citizens.findMany({ where, select: { id: true } }), 'Mismo teléfono registrado');
  }
  if (birthDate !== undefined && (givenName ?? surnames) !== undefined) {
    const name = fullName({ givenName: givenName?.value ?? '', surnames: surnames?.value ?? '' });
    const words = name.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    const ids =
      words.length === 0
        ? []
        : findCitizenIds(store.sql, { words, column: 'name' }, { cursor: null, limit: NAMESAKES });
    const namesakes = await citizens.findMany({ where: { id: { in: ids }, birthDate: birthDate.value } });
    const [same, similar] = [
      namesakes.filter((row) => sameName(fullName(row), name)),
      namesakes.filter((row) => !sameName(fullName(row), name)),
    ];
    add(same, 'Mismo nombre y fecha de nacimiento');
    add(similar, 'Nombre parecido y misma fecha de nacimiento');
  }
  const rows = await citizens.findMany({
    where: { id: { in: [...reasons.keys()] } },
    include: { identityDocuments: { orderBy: { id: 'asc' }, take: 1 } },
  });
  return [...reasons].flatMap(([citizenId, why]) => {
    const row = rows.find((candidate) => candidate.id === citizenId);
    if (row === undefined) return [];
    const document = row.identityDocuments[0]?.number ?? null;
    return [{ citizenId, name: fullName(row), document, why: why.join(' · ') }];
  });
}
