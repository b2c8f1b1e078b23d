import { z } from 'zod';
import type { Store, Tx } from '../store/store.ts';
import { Person, Unit } from './model.ts';

/** Who a case can be given to, by name. */
export async function activePeople(store: Store): Promise<Person[]> {
  const rows = await store.prisma.user.findMany({ where: { active: true }, orderBy: { displayName: 'asc' } });
  return rows.map((row) => Person.parse(row));
}

/** Where a case can be forwarded to, by name. */
export async function activeUnits(store: Store): Promise<Unit[]> {
  const rows = await store.prisma.unit.findMany({ where: { active: true }, orderBy: { name: 'asc' } });
  return rows.map((row) => Unit.parse(row));
}

/** Names by user id: an office has few people, and accounts are never removed. */
export async function peopleNames(db: Tx): Promise<(userId: number) => string> {
  const people = await db.user.findMany({ select: { id: true, displayName: true } });
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return (userId) => z.string().parse(names.get(userId));
}
