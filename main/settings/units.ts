import type { Unit } from '../cases/model.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';

/** Where an office of the treasury forwards to: its own sections, the enforcement unit and the sister bodies. */
export const DEFAULT_UNITS = [
  'Afiliación',
  'Cotización',
  'Recaudación',
  'Unidad de Recaudación Ejecutiva (URE)',
  'Atención al ciudadano',
  'Instituto Nacional de la Seguridad Social (INSS)',
  'Servicio Público de Empleo Estatal (SEPE)',
] as const;

type UnitInput = Omit<Unit, 'id'> & { readonly id: number | null };

/** Every unit, the active ones first. */
export async function listUnits(store: Store): Promise<Unit[]> {
  return store.prisma.unit.findMany({ orderBy: [{ active: 'desc' }, { name: 'asc' }] });
}

/** `id` null makes a new one. Throws DUPLICATE when another unit has that name. */
export async function saveUnit(store: Store, actor: Actor, { id, ...data }: UnitInput): Promise<Unit> {
  return store.write(async (tx) => {
    const same = await tx.unit.findUnique({ where: { name: data.name } });
    if (same !== null && same.id !== id) throw new AppError('DUPLICATE', { field: 'name' });
    const unit = id === null ? await tx.unit.create({ data }) : await tx.unit.update({ where: { id }, data });
    await store.audit(
      { actor, action: 'unit.saved', objectType: 'UNIT', objectId: unit.id, details: data },
      tx,
    );
    return unit;
  });
}
