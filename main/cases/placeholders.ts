/** What a template can ask for, as the supervisor who writes templates reads it. */
export const PLACEHOLDERS = [
  {
    name: 'nombre',
    meaning: 'Nombre de la persona; el que declara, mientras su identidad no esté verificada',
  },
  { name: 'apellidos', meaning: 'Apellidos de la persona, con la misma regla que el nombre' },
  { name: 'documento', meaning: 'Documento identificativo con solo cuatro cifras a la vista' },
  { name: 'expediente', meaning: 'Número del expediente' },
  { name: 'fecha', meaning: 'Fecha de hoy, en letra' },
  { name: 'oficina', meaning: 'Nombre de la oficina' },
  { name: 'provincia', meaning: 'Provincia de la oficina' },
  { name: 'teléfono_oficina', meaning: 'Teléfono de la oficina' },
  {
    name: 'teléfono_enmascarado',
    meaning: 'Teléfono registrado sin sus tres últimas cifras; solo con la identidad verificada',
  },
  { name: 'asunto', meaning: 'Asunto del mensaje que se contesta' },
  { name: 'plazo', meaning: 'Fecha límite del expediente, en letra' },
  { name: 'unidad', meaning: 'Unidad a la que se ha remitido el expediente' },
  { name: 'tramitador', meaning: 'Nombre de quien contesta' },
  {
    name: 'servicios_en_línea',
    meaning: 'Servicios del catálogo elegidos al contestar «por internet», y cómo se entra en ellos',
  },
  {
    name: 'documentos_que_faltan',
    meaning: 'Documentos que hacen falta para lo que se pide y no están entre los adjuntos',
  },
  { name: 'texto_libre', meaning: 'Hueco que se rellena a mano al contestar' },
] as const satisfies readonly { name: string; meaning: string }[];

export type PlaceholderName = (typeof PLACEHOLDERS)[number]['name'];

/** `null`: there is no such value for this case, so the placeholder stays in the text. */
export type PlaceholderValues = Readonly<Record<PlaceholderName, string | null>>;

const HOLE = /\{\{([^{}]*)\}\}/gu;

/** What stands between `{{` and `}}` in a text, known or not, each once, in order. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(HOLE)].map((match) => nameIn(match[1] ?? '')))];
}

export function isPlaceholder(name: string): name is PlaceholderName {
  return PLACEHOLDERS.some((placeholder) => placeholder.name === name);
}

/**
 * Puts the values in, in one pass: a value that itself looks like a placeholder is not filled again. `missing`
 * are the names, known or not, that have no value; they stay in the text as they were.
 */
export function fill(
  template: string,
  values: PlaceholderValues,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const text = template.replace(HOLE, (hole, inside: string) => {
    const name = nameIn(inside);
    const value = isPlaceholder(name) ? values[name] : null;
    if (value !== null && value !== '') return value;
    missing.add(name);
    return hole;
  });
  return { text, missing: [...missing] };
}

function nameIn(hole: string): string {
  return hole.trim().normalize('NFC').toLowerCase();
}
