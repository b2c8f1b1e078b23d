/** The register of citizens: search, record, form, import. */
export const citizenStrings = {
  page: {
    title: 'Ciudadanos',
    back: 'Volver a ciudadanos',
    searched: (words: string) => `Se busca: «${words}»`,
    clear: 'Ver el registro entero',
    columns: {
      name: 'Nombre',
      documents: 'Documento',
      birthDate: 'Nacimiento',
      phone: 'Teléfono',
      openCases: 'Expedientes abiertos',
    },
    searchHint: 'Busque por nombre, documento, NAF o teléfono. Las búsquedas quedan anotadas.',
    list: 'Ciudadanos encontrados',
    create: 'Nueva ficha',
    import: 'Importar CSV',
    deceased: 'fallecido',
    noResults: {
      title: 'Nadie coincide',
      text: 'Pruebe con menos palabras o con el documento. Si no está en el registro, puede crear su ficha.',
    },
    empty: {
      title: 'El registro está vacío',
      text: 'Cree la primera ficha o pida a una persona supervisora que importe un archivo CSV.',
    },
  },

  record: {
    edit: 'Editar',
    deceased: 'Consta como fallecido.',
    deceasedText: 'Compruebe quién escribe y en nombre de quién antes de cambiar ningún dato.',
    who: 'Datos',
    fields: {
      documents: 'Documento',
      birthDate: 'Nacimiento',
      naf: 'NAF',
      email: 'Correo',
      address: 'Domicilio',
    },
    absent: 'sin dato',
    updated: 'Ficha actualizada:',
    phone: 'Teléfonos',
    noPhone:
      'No hay ningún teléfono registrado. Se registra desde un expediente, con la identidad verificada.',
    caseLink: (number: string) => `Expediente ${number}`,
    cases: 'Expedientes',
    noCases: 'Ningún expediente de esta persona.',
    messages: 'Mensajes',
    noMessages: 'Ningún mensaje en sus expedientes.',
    lookUps: 'Consultas de esta ficha',
    noLookUps: 'Nadie la ha consultado todavía.',
    moreLookUps: (count: number) => `Ver las ${count} consultas`,
    fewerLookUps: 'Ver solo las últimas',
    noSubject: '(sin asunto)',
  },

  form: {
    createTitle: 'Nueva ficha de ciudadano',
    editTitle: 'Editar la ficha',
    givenName: 'Nombre',
    surnames: 'Apellidos',
    birthDate: 'Fecha de nacimiento',
    naf: 'NAF',
    nafHint: 'Doce cifras',
    email: 'Correo electrónico',
    address: 'Domicilio',
    documents: 'Documentos identificativos',
    documentType: (index: number) => `Tipo del documento ${index}`,
    documentNumber: (index: number) => `Número del documento ${index}`,
    addDocument: 'Añadir documento',
    removeDocument: (index: number) => `Quitar el documento ${index}`,
    phoneNote: 'El teléfono no se edita aquí: se cambia desde un expediente y conserva su historial.',
    invalid: 'No es válido: revíselo.',
    duplicate: 'Ya hay una ficha con ese documento.',
    useExisting: 'Usar esa ficha',
    create: 'Crear la ficha',
    save: 'Guardar los cambios',
    saved: 'Ficha guardada.',
  },

  import: {
    title: 'Importar ciudadanos',
    intro: 'El archivo se comprueba antes de guardar nada. CSV separado por «;» o «,», con esta cabecera:',
    header: 'idType,id,givenName,surnames,birthDate,naf,phone,email,address,deceased',
    details:
      'Fechas como 1980-05-23, teléfonos como +34600123456, deceased con true o false. Quien ya está en el registro con el mismo documento se actualiza.',
    fileLabel: 'Archivo CSV',
    created: 'Fichas nuevas',
    updated: 'Fichas que cambian',
    flagged: (count: string) =>
      count === '1'
        ? '1 teléfono queda en la ficha de dos personas.'
        : `${count} teléfonos quedan en la ficha de dos personas.`,
    flaggedText:
      'La importación no se detiene por eso; las fichas lo señalan. A un número así solo envía códigos por SMS una persona supervisora, y el quiosco ninguno.',
    flaggedRows: 'Filas con un teléfono de otra persona',
    done: (created: string, updated: string) => `Fichas nuevas: ${created}. Fichas actualizadas: ${updated}.`,
  },
  employment: {
    title: 'Importar vidas laborales',
    open: 'Importar vidas laborales',
    intro:
      'El archivo se comprueba antes de guardar nada, y con una sola fila mala no se importa. CSV separado por «;» o «,», con esta cabecera:',
    header: 'naf,idType,id,employer,from,to,days',
    details:
      'De cada persona, su NAF o su documento. Fechas como 1980-05-23; sin «to», el empleo sigue. Los periodos de una persona sustituyen a los que se importaron antes; quien no está en el archivo conserva los suyos.',
    fileLabel: 'Archivo CSV de vidas laborales',
    people: 'Personas',
    done: (periods: string, people: string) => `Periodos importados: ${periods}. Personas: ${people}.`,
  },
} as const;
