import { AppError } from '../errors.ts';
import type { Tx } from '../store/store.ts';
import { allEntries } from './catalogue.ts';
import { AccessWay, type Audience, type CatalogueEntry } from './model.ts';

/** Each way in as the citizen sees it offered (seed 001, section 2.1, and seed 004), and what it takes (the seeds). */
const WAYS: Readonly<Record<AccessWay, { readonly name: string; readonly needs: string }>> = {
  USER_PASSWORD: {
    name: 'Usuario y contraseña (Cl@ve Permanente)',
    needs:
      'para tener contraseña hay que registrarse antes, en persona en una oficina o por internet con certificado digital, y dar un móvil y un correo electrónico. Con el código de activación que se recibe se crea la contraseña en https://sede.seg-social.gob.es. Algunos servicios piden además un código que llega por SMS.',
  },
  CLAVE: {
    name: 'Cl@ve PIN',
    needs:
      'si todavía no está registrado en Cl@ve, puede hacerlo en https://clave.gob.es o en persona en una oficina de registro.',
  },
  SMS: {
    name: 'Vía SMS',
    needs:
      'con su DNI o NIE, su fecha de nacimiento y el teléfono móvil que conste en la Seguridad Social. Recibirá en él un código de un solo uso.',
  },
  CERTIFICATE: {
    name: 'DNIe o certificado',
    needs: 'con el DNI electrónico o con un certificado electrónico instalado en su equipo.',
  },
  EU_LOGIN: { name: 'EU Login', needs: 'con la cuenta de los servicios de la Unión Europea.' },
};

const NO_IDENTIFICATION = 'no hace falta identificarse';

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
