import type { Store } from '../store/store.ts';
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
