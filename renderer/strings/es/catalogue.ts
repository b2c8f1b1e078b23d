import type { AccessWay, Audience, CatalogueEntry } from '../../../main/api/contract/index.ts';

/** Texts of the catalogue of services and of "how can this be done on line". */
export const catalogueStrings = {
  title: 'Catálogo de servicios',
  back: 'Volver al catálogo',
  intro:
    'Lo que se puede hacer por internet y cómo se entra. Con lo que aquí consta se proponen servicios en cada mensaje.',
  search: 'Buscar un servicio, un trámite o una entidad',
  clearSearch: 'Borrar la búsqueda del catálogo',
  searchHint: 'Bastan los comienzos de las palabras. Los acentos y las mayúsculas no importan.',
  found: (count: number) =>
    count === 0 ? 'Nada encontrado' : count === 1 ? '1 encontrado' : `${count} encontrados`,
  empty: {
    title: 'Nada coincide',
    text: 'Pruebe con otra palabra: «vida laboral», «autónomos», «domicilio».',
  },
  emptyCatalogue: {
    title: 'El catálogo está vacío',
    text: 'Quien supervisa puede añadir servicios o importarlos de un archivo CSV.',
  },
  audience: {
    CITIZEN: 'Ciudadanos',
    COMPANY: 'Empresas',
    EVERYONE: 'Ciudadanos y empresas',
  } satisfies Record<Audience, string>,
  kind: { SERVICE: 'Servicio', ENTITY: 'Entidad' } satisfies Record<CatalogueEntry['kind'], string>,
  way: {
    USER_PASSWORD: 'Usuario y contraseña (Cl@ve Permanente)',
    CLAVE: 'Cl@ve PIN',
    SMS: 'Vía SMS',
    CERTIFICATE: 'DNIe o certificado',
    EU_LOGIN: 'EU Login',
  } satisfies Record<AccessWay, string>,
  noWay: 'Sin identificarse',
  inactive: 'Fuera de uso',
  section: (audience: string, section: string) => `${audience} · ${section}`,
  add: 'Nuevo servicio',
  edit: 'Cambiar',
  editOf: (name: string) => `Cambiar «${name}»`,
  import: 'Importar CSV',
  export: 'Guardar CSV',
  exported: (file: string) => `Catálogo guardado en ${file}.`,

  form: {
    kind: 'Tipo',
    audience: 'Para quién',
    section: 'Apartado',
    sectionHint: 'Dónde está en la Sede Electrónica, por ejemplo «Informes y Certificados».',
    name: 'Nombre',
    access: 'Formas de entrar',
    accessHint: 'Ninguna marcada: no hace falta identificarse.',
    category: 'Categoría de los mensajes que lo piden',
    noCategory: 'Ninguna en particular',
    words: 'Cómo lo llama la gente',
    wordsHint:
      'Separe con comas: «vida laboral, historial laboral». Un asterisco vale por cualquier final: «cambi* domicilio».',
    active: 'En uso',
    duplicate: 'Ya hay uno con ese nombre para las mismas personas.',
    saved: 'Catálogo guardado.',
  },

  csv: {
    title: 'Importar el catálogo',
    intro:
      'Un archivo CSV en UTF-8. Se comprueba antes de guardar, y con una sola fila mala no se importa nada.',
    header: 'tipo;para;apartado;nombre;acceso;categoria;palabras;en_uso',
    details:
      'Obligatorias: para (ciudadanos, empresas o todos), apartado, nombre y acceso (ninguno, o entre comas: contraseña, clave, sms, certificado, eulogin). Lo que tenga el mismo tipo, nombre y destinatario se cambia; lo demás se añade y nada se borra. Una celda vacía deja lo que hay.',
    fileLabel: 'Archivo CSV del catálogo',
    created: 'Nuevos',
    updated: 'Ya están',
    done: (created: string, updated: string) => `Importado: ${created} nuevos, ${updated} ya estaban.`,
  },

  online: {
    title: 'Cómo se hace por internet',
    none: 'El mensaje no nombra ningún servicio del catálogo.',
    openCatalogue: 'Buscar en el catálogo',
    because: (words: string) => `Por: ${words}`,
    access: (ways: string) => `Se entra con: ${ways}`,
    write: 'Escribir la respuesta',
    noTemplate:
      'Ninguna plantilla en uso tiene el hueco {{servicios_en_línea}}. Quien supervisa puede ponerlo en una en Ajustes, Plantillas.',
    template: 'Plantilla',
    replaces: 'Ya hay una respuesta empezada en este expediente: su texto se cambiará por el nuevo.',
  },
} as const;
