import { AppError } from '../errors.ts';
import type { Tx } from '../store/store.ts';
import { NO_IDENTIFICATION, WAYS } from './access.ts';
import { allEntries } from './catalogue.ts';
import { AccessWay, type Audience, type CatalogueEntry } from './model.ts';

const PLACE: Readonly<Record<Audience, string | null>> = {
  CITIZEN: 'Ciudadanos',
  COMPANY: 'Empresas',
  EVERYONE: null,
};

/**
 * The services for an answer: where each is and how to get in, then what each of those ways takes. Throws NOT_FOUND
 * when an id is no service in use.
 */
export async function servicesInWords(db: Tx, ids: readonly number[]): Promise<string> {
  const entries = await allEntries(db);
  const chosen = ids.map((id) => {
    const entry = entries.find((candidate) => candidate.id === id);
    if (entry === undefined || entry.kind !== 'SERVICE' || !entry.active) throw new AppError('NOT_FOUND');
    return entry;
  });
  const ways = AccessWay.options.filter((way) => chosen.some(({ access }) => access.includes(way)));
  const list = chosen.map(inOneLine).join('\n');
  if (ways.length === 0) return list;
  return [
    list,
    'Formas de entrar:',
    ways.map((way) => `- ${WAYS[way].name}: ${WAYS[way].needs}`).join('\n'),
  ].join('\n\n');
}

function inOneLine({ audience, section, name, access }: CatalogueEntry): string {
  const place = PLACE[audience];
  const path = place === null ? `«${section}»` : `«${place}», «${section}»`;
  const ways = AccessWay.options.filter((way) => access.includes(way)).map((way) => WAYS[way].name);
  const how = ways.length === 0 ? NO_IDENTIFICATION : `se entra con ${ways.join(', ')}`;
  return `- «${name}» (${path}): ${how}.`;
}
