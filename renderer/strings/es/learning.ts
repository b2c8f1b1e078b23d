import type { ModelState } from '../../../main/api/contract/index.ts';

const messages = (count: string) => (count === '1' ? '1 mensaje' : `${count} mensajes`);
const decisions = (count: string) => (count === '1' ? '1 decisión' : `${count} decisiones`);

/** What the program learns from the clerks' decisions, as the supervisor sees it. */
export const learningStrings = {
  accuracy: {
    title: 'Aciertos, semana a semana',
    summary: (percent: string, decided: string) =>
      `En las últimas 26 semanas la propuesta coincidió con lo decidido en el ${percent} % de ${messages(decided)}.`,
    nothing: 'Todavía no hay decisiones con las que comparar.',
    week: 'Semana del',
    decided: 'Decididos',
    right: 'Acertados',
    percent: 'Aciertos (%)',
    bar: (week: string, percent: string, decided: string) =>
      `Semana del ${week}: ${percent} % de ${messages(decided)}`,
    switched: (version: number) => `v${version}`,
    switchedMeaning: (version: number) => `Se puso en uso la versión ${version}`,
  },
  threshold: {
    title: 'Cuándo se pide revisión',
    text: 'Por debajo de esta confianza el mensaje queda «por revisar» y encabeza la lista quien más duda ofrece.',
    label: 'Confianza mínima',
    percent: (value: number) => `${value} %`,
    effect: (share: string, right: string) =>
      `Con este umbral se habría propuesto sin revisión el ${share} % de los mensajes ya decididos, con un ${right} % de aciertos.`,
    none: 'Con este umbral no se habría propuesto sin revisión ninguno de los mensajes ya decididos.',
    save: 'Guardar umbral',
    saved: 'Umbral guardado.',
  },
  rules: {
    title: 'Reglas enseñadas',
    text: 'Si una solicitud contiene la palabra o frase, su categoría es la de la regla. El final * vale por cualquier terminación: embarg*',
    phrase: 'Palabra o frase',
    category: 'Categoría',
    teach: 'Enseñar',
    taught: (phrase: string) => `Regla enseñada: «${phrase}».`,
    remove: 'Quitar',
    removeRule: (phrase: string) => `Quitar la regla «${phrase}»`,
    removed: (phrase: string) => `Regla quitada: «${phrase}».`,
    by: (who: string, when: string) => `${who}, ${when}`,
    none: 'No hay reglas.',
    invalid: 'Escriba una palabra o frase, sin números largos.',
    duplicate: 'Ya hay una regla con esa frase.',
    list: 'Reglas en vigor',
  },
  versions: {
    title: 'Versiones del clasificador',
    inUse: (version: number) => `Está en uso la versión ${version}.`,
    fresh: (count: string) => `Desde el último aprendizaje hay ${decisions(count)}.`,
    few: (have: string, least: string) =>
      `Para aprender de la oficina hacen falta ${least} decisiones; de momento hay ${have}.`,
    train: 'Aprender ahora',
    training: 'Aprendiendo en segundo plano: puede seguir trabajando.',
    list: 'Versiones',
    version: 'Versión',
    state: 'Estado',
    trained: 'Preparada',
    withProgram: 'con el programa',
    byItself: 'sola',
    from: 'Aprendió de',
    learnt: (shipped: string, decided: string) => `${messages(shipped)} de ejemplo y ${decisions(decided)}`,
    learntShipped: (shipped: string) => `${messages(shipped)} de ejemplo`,
    kept: 'Prueba',
    keptHint: 'Con decisiones apartadas, de las que ninguna versión aprende.',
    keptRight: (right: string, kept: string, before: string, version: number) =>
      `acierta ${right} de ${kept}; la ${version}, ${before}`,
    none: '—',
    acts: 'Acciones',
    see: 'Ver cambios',
    seeOf: (version: number) => `Ver cambios de la versión ${version}`,
    use: 'Poner en uso',
    useOf: (version: number) => `Poner en uso la versión ${version}`,
    used: (version: number) => `Versión ${version} en uso.`,
    states: {
      IN_USE: 'en uso',
      OFFERED: 'propuesta',
      FORMER: 'anterior',
      REFUSED: 'descartada: acertaba menos',
    } satisfies Record<ModelState, string>,
  },
  changes: {
    title: (version: number) => `Qué cambiaría la versión ${version}`,
    summary: (changed: string, looked: string) =>
      `De ${looked} solicitudes abiertas y sin decidir cambiaría la propuesta de ${changed}. Lo que ya decidió una persona no cambia.`,
    review: (before: string, after: string) => `Por revisar: ahora ${before}, después ${after}.`,
    stale: (version: number) => `Calculado frente a la versión ${version}.`,
    workOut: 'Calcular de nuevo',
    missing: 'Todavía no se ha calculado qué cambiaría.',
    first: 'Calcular',
    from: 'Ahora',
    to: 'Después',
    count: 'Mensajes',
    examples: 'Ejemplos',
    example: (subject: string, from: string) => `${subject} · ${from}`,
    noSubject: '(sin asunto)',
    close: 'Cerrar',
    same: 'No cambiaría ninguna propuesta.',
  },
} as const;
