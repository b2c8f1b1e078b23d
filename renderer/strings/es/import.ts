/** What every import from a CSV file says. */
export const importStrings = {
  choose: 'Elegir archivo',
  chooseOther: 'Elegir otro archivo',
  reading: 'Comprobando el archivo',
  notUtf8: 'El archivo no estaba en UTF-8: se ha leído como Windows-1252 (Excel). Compruebe los acentos.',
  tooLarge: (megabytes: number) =>
    `El archivo es demasiado grande: el máximo son ${megabytes} MB. Divídalo en varios.`,
  checked: (name: string) => `Resultado de la comprobación de ${name}`,
  nothingYet: 'Todavía no se ha guardado nada.',
  allOrNothing: 'Si algo falla durante la importación no se guarda ninguna fila.',
  read: 'Filas leídas',
  rejected: 'Filas rechazadas',
  problems: 'Filas rechazadas',
  line: 'Línea',
  field: 'Campo',
  reason: 'Motivo',
  shownProblems: (shown: string, all: string) => `Se muestran ${shown} de ${all}.`,
  importAll: 'Importar todo',
  importGood: (count: string) =>
    count === '1' ? 'Importar solo la fila correcta' : `Importar solo las ${count} filas correctas`,
  importing: 'Importando',
  noGoodRows: 'No hay ninguna fila correcta que importar.',
  mendFirst: 'No se importa nada mientras haya filas rechazadas: corrija el archivo y elíjalo otra vez.',
  doneTitle: 'Importación terminada',
} as const;
