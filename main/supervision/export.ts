import { dayAt, type TimeZone } from '../days.ts';
import type { CaseState } from '../cases/model.ts';
import type { Actor } from '../store/audit.ts';
import { learningOverview } from '../learning/overview.ts';
import type { Store } from '../store/store.ts';
import type { Category } from '../triage/model.ts';
import { listActivity, type ActivityFilter } from './activity.ts';
import { listCorrections } from './corrections.ts';
import { toCsv, type CsvCell } from './csv.ts';
import type { AgeBand, SupervisionOverview } from './model.ts';
import { officeZone, supervisionOverview } from './overview.ts';

export type SupervisionTable = 'FLOW' | 'OPEN' | 'AGE' | 'LOAD' | 'AGREEMENT' | 'ACCURACY' | 'CORRECTIONS';

export type CsvFile = { readonly fileName: string; readonly csv: string };

type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly CsvCell[])[] };

const PAGE = 1000;
const UNDECIDED = 'Sin categoría';

const FILE_NAMES: Record<SupervisionTable, string> = {
  FLOW: 'entradas-y-salidas',
  OPEN: 'abiertos',
  AGE: 'antiguedad',
  LOAD: 'carga-por-persona',
  AGREEMENT: 'propuesto-y-decidido',
  ACCURACY: 'aciertos',
  CORRECTIONS: 'correcciones',
};

const CATEGORY: Record<Category, string> = {
  AFILIACION: 'Afiliación',
  COTIZACION: 'Cotización',
  RECAUDACION: 'Recaudación',
  MORATORIAS: 'Moratorias',
  OTRAS: 'Otras gestiones',
  NONE: 'No es una solicitud',
};

const STATE: Record<CaseState, string> = {
  NEW: 'Nuevo',
  IN_PROGRESS: 'En trámite',
  WAITING_CITIZEN: 'Espera al ciudadano',
  FORWARDED: 'Remitido a unidad',
  RESOLVED: 'Resuelto',
  ARCHIVED: 'Archivado',
};

const AGE: Record<AgeBand, string> = {
  TODAY: 'Hoy',
  DAYS_1_2: 'De 1 a 2 días',
  DAYS_3_5: 'De 3 a 5 días',
  DAYS_6_10: 'De 6 a 10 días',
  OVER_10: 'Más de 10 días',
};

const categoryWord = (category: Category | null) => (category === null ? UNDECIDED : CATEGORY[category]);

/** One of the supervisor's tables as a CSV file, whole; written into the log. */
export async function exportSupervision(
  store: Store,
  actor: Actor,
  table: SupervisionTable,
): Promise<CsvFile> {
  const zone = await officeZone(store);
  const { header, rows } = await tableOf(store, zone, table);
  return finish(store, actor, zone, FILE_NAMES[table], { header, rows });
}

async function tableOf(store: Store, zone: TimeZone, table: SupervisionTable): Promise<Table> {
  switch (table) {
    case 'CORRECTIONS':
      return correctionsTable(store, zone);
    case 'ACCURACY': {
      const { accuracy } = await learningOverview(store);
      return {
        header: ['Semana', 'Decididos', 'Acertados'],
        rows: accuracy.map(({ week, decided, right }) => [week, decided, right]),
      };
    }
    default:
      return overviewTable(await supervisionOverview(store), table);
  }
}

/** The filtered log as a CSV file, whole and oldest last; the export itself is the next entry of the log. */
export async function exportActivity(store: Store, actor: Actor, filter: ActivityFilter): Promise<CsvFile> {
  const zone = await officeZone(store);
  const rows: CsvCell[][] = [];
  let cursor: number | null = null;
  do {
    const page = await listActivity(store, filter, { cursor, limit: PAGE });
    for (const entry of page.rows) {
      rows.push([
        entry.id,
        localTime(entry.at, zone),
        entry.actorName,
        entry.action,
        entry.objectType,
        entry.objectId,
        entry.caseId,
        JSON.stringify(entry.details),
        entry.host,
        entry.hash,
      ]);
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  const header = [
    'Número',
    'Fecha y hora',
    'Quién',
    'Acción',
    'Objeto',
    'Número del objeto',
    'Número interno del expediente',
    'Detalles',
    'Equipo',
    'Huella',
  ];
  return finish(store, actor, zone, 'actividad', { header, rows });
}

async function finish(
  store: Store,
  actor: Actor,
  zone: TimeZone,
  name: string,
  { header, rows }: Table,
): Promise<CsvFile> {
  await store.audit({
    actor,
    action: 'data.exported',
    objectType: 'STORE',
    details: { table: name, rows: rows.length },
  });
  return {
    fileName: `estafeta-${name}-${dayAt(store.clock.now(), zone)}.csv`,
    csv: toCsv(header, rows),
  };
}

function overviewTable(
  overview: SupervisionOverview,
  table: Exclude<SupervisionTable, 'ACCURACY' | 'CORRECTIONS'>,
): Table {
  switch (table) {
    case 'FLOW':
      return {
        header: ['Día', 'Categoría', 'Recibidas', 'Terminadas'],
        rows: overview.flow.map((row) => [row.day, categoryWord(row.category), row.received, row.finished]),
      };
    case 'OPEN':
      return {
        header: ['Categoría', 'Estado', 'Abiertas'],
        rows: overview.open.map((row) => [categoryWord(row.category), STATE[row.state], row.count]),
      };
    case 'AGE':
      return {
        header: ['Antigüedad', 'Abiertas'],
        rows: overview.age.map((row) => [AGE[row.band], row.count]),
      };
    case 'LOAD':
      return {
        header: ['Persona', 'Abiertas', 'Terminadas en 30 días'],
        rows: overview.load.map((row) => [
          row.clerk?.displayName ?? 'Sin asignar',
          row.open,
          row.finished30Days,
        ]),
      };
    case 'AGREEMENT':
      return {
        header: ['Propuesta', 'Decidida', 'Mensajes'],
        rows: overview.agreement.map((row) => [
          categoryWord(row.proposed),
          categoryWord(row.final),
          row.count,
        ]),
      };
  }
}

async function correctionsTable(store: Store, zone: TimeZone): Promise<Table> {
  const rows: CsvCell[][] = [];
  let cursor: number | null = null;
  do {
    const page = await listCorrections(store, { cursor, limit: PAGE });
    for (const row of page.rows) {
      rows.push([
        row.messageId,
        row.subject,
        row.declared === null ? '' : CATEGORY[row.declared],
        categoryWord(row.proposed),
        Math.round(row.confidence * 100),
        CATEGORY[row.final],
        row.by,
        localTime(row.at, zone),
      ]);
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  const header = [
    'Mensaje',
    'Asunto',
    'Declarada',
    'Propuesta',
    'Confianza (%)',
    'Decidida',
    'Quién',
    'Cuándo',
  ];
  return { header, rows };
}

/** 2026-03-16 14:02:33 in the office's zone: sorts as text and opens as a date in a spreadsheet. */
function localTime(instant: Date, zone: TimeZone): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
}
