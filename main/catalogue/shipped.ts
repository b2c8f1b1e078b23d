import type { DeclaredCategory } from '../triage/model.ts';
import type { AccessWay, Audience, CatalogueEntryData } from './model.ts';

/*
 * The catalogue that every office starts with. Names and sections are those of seed 004, word for word; those of "Tu
 * Seguridad Social" are seed 002's, the two without identification and the ways in are seed 001's. A service has the
 * ways in that a seed names for it, and no others: the office adds what it knows. What people call a service is ours.
 */

type Service = readonly [
  name: string,
  category: DeclaredCategory | null,
  words: string,
  access?: readonly AccessWay[],
];

/** Seed 004: "Servicios disponibles en Seguridad Social. “Usuario + contraseña” (Cl@ve Permanente)". */
const PASSWORD: readonly AccessWay[] = ['USER_PASSWORD'];
/** Seed 001, section 2.1: what "Identifícate" offers for the report of one's own data. */
const EVERY_WAY: readonly AccessWay[] = ['USER_PASSWORD', 'CLAVE', 'SMS', 'CERTIFICATE', 'EU_LOGIN'];
/** Seed 001, section 1: "certificado electrónico, DNIe, clave-pin o clave permanente". */
const NOT_BY_SMS: readonly AccessWay[] = ['USER_PASSWORD', 'CLAVE', 'CERTIFICATE'];

const CITIZENS: Readonly<Record<string, readonly Service[]>> = {
  'Informes y Certificados': [
    [
      'Comunicación de Vida Laboral y Bases de Cotización a los trabajadores (Campaña Anual)',
      null,
      'carta vida laboral, comunicación anual vida laboral, campaña vida laboral',
    ],
    [
      'Consulta del número de Seguridad Social',
      'AFILIACION',
      'saber número seguridad social, cuál número seguridad social, conocer número seguridad social, perdido número seguridad social, saber naf, cuál naf, saber nuss, duplicado tarjeta seguridad social, documento afiliación',
    ],
    [
      'Duplicado de Resolución alta/baja en RETA',
      'AFILIACION',
      'duplicado resolución, copia resolución, justificante alta autónom*, justificante baja autónom*',
    ],
    [
      'Informe acreditación actividad agraria cuenta propia',
      'AFILIACION',
      'actividad agraria, agrari* cuenta propia',
    ],
    [
      'Informe de alta laboral a fecha concreta',
      'AFILIACION',
      'alta laboral, alta fecha concreta, certificado alta',
    ],
    [
      'Informe de bases de cotización',
      'COTIZACION',
      'bases cotización, bases cotizadas, certificado bases, cuánto cotizado, informe cotizaciones',
    ],
    [
      'Informe de bases y cuotas ingresadas',
      'COTIZACION',
      'bases cuotas, cuotas ingresadas, cuotas pagadas, certificado cuotas, justificante pago cuotas',
    ],
    [
      'Informe de datos identificativos y de domicilio',
      'AFILIACION',
      'datos identificativos, datos personales, informe domicilio, consult* domicilio, qué datos tienen, teléfono consta',
      EVERY_WAY,
    ],
    [
      'Informe estar al corriente en las obligaciones de Seguridad Social',
      'RECAUDACION',
      'estar corriente, corriente pago, certificado deudas, certificado no deuda, corriente obligaciones',
    ],
    [
      'Informe de situación actual del trabajador',
      'AFILIACION',
      'situación actual, estoy alta, sigo alta, dado alta empresa',
    ],
    [
      'Informe de situación de Empresario Individual',
      'AFILIACION',
      'situación empresario, empresario individual',
    ],
    [
      'Informe de Vida laboral',
      'AFILIACION',
      'vida laboral, historial laboral, días cotizados, años cotizados, tiempo cotizado',
    ],
    [
      'Informe de Vida Laboral Acotado',
      'AFILIACION',
      'vida laboral acotad*, vida laboral fechas, vida laboral periodo',
    ],
    [
      'Justificante de jornadas reales trabajadas',
      'AFILIACION',
      'jornadas reales, jornadas trabajadas, peonadas',
    ],
  ],
  'Afiliación e Inscripción': [
    [
      'Alta en RETA',
      'AFILIACION',
      'alta autónom*, alta cuenta propia, darme alta autónom*, hacerme autónom*, inscri* autónom*',
    ],
    [
      'Baja en RETA',
      'AFILIACION',
      'baja autónom*, baja cuenta propia, darme baja autónom*, dejar autónom*, cese actividad autónom*, cerrar negocio',
    ],
    [
      'Modificación de Actividad RETA',
      'AFILIACION',
      'cambi* actividad, modific* actividad, cambi* cnae, cambi* epígrafe',
    ],
    [
      'Solicitud de modificación para el año próximo en la cobertura de contingencias RETA',
      'COTIZACION',
      'contingencias reta, cobertura contingencias, cambi* mutua, contingencias profesionales',
    ],
    [
      'Cambio de base cotización - convenios especiales',
      'COTIZACION',
      'convenio especial, base convenio especial, cuota convenio',
    ],
    [
      'Cambio de domicilio',
      'AFILIACION',
      'cambi* domicilio, cambi* dirección, nueva dirección, nuevo domicilio, domicilio actual*, mudado casa, actualiz* domicilio, modific* domicilio',
    ],
    [
      'Rectificación informe vida laboral',
      'AFILIACION',
      'error* vida laboral, rectific* vida laboral, vida laboral mal, faltan días, no aparece vida laboral, correg* vida laboral, vida laboral no aparece, vida laboral falta*',
    ],
    ['Informe negativo de afiliación', 'AFILIACION', 'informe negativo, nunca trabajado, no afiliado'],
    [
      'Alta en Sistema Especial para Empleados de Hogar',
      'AFILIACION',
      'alta emplead* hogar, alta trabajador* hogar, alta servicio doméstico, contrat* emplead* hogar, alta cuidador*, alta persona limpi*, alta hogar',
    ],
    [
      'Baja en Sistema Especial para Empleados de Hogar',
      'AFILIACION',
      'baja emplead* hogar, baja trabajador* hogar, baja servicio doméstico, despid* emplead* hogar, baja cuidador*, baja hogar',
    ],
    [
      'Asignación de número de Seguridad Social',
      'AFILIACION',
      'asign* número seguridad social, solicit* número seguridad social, primera vez número seguridad social, obtener número seguridad social, alta seguridad social primera vez, nunca número seguridad social',
    ],
    [
      'Comunicación de teléfono y correo electrónico',
      'AFILIACION',
      'cambi* teléfono, cambi* móvil, cambi* número, nuevo teléfono, nuevo móvil, teléfono nuevo, móvil nuevo, registr* teléfono, registr* móvil, actualiz* teléfono, actualiz* móvil, cambi* correo, correo electrónico nuevo, perdido móvil, perdido número',
      NOT_BY_SMS,
    ],
    [
      'Consulta de cálculos de cuotas para trabajador',
      'COTIZACION',
      'cálculo cuota*, calcul* cuota*, cuánto pagar autónom*, importe cuota*, cuota autónom*',
    ],
    [
      'Consulta de deudas y obtención de documentos de ingreso',
      'RECAUDACION',
      'consult* deuda*, documento ingreso, boletín ingreso, pagar deuda*, carta pago, recibo* pendiente*, deuda* pendiente*, cuánto debo, reclamación deuda, providencia apremio, pagar recibo*',
    ],
    [
      'Eliminación de altas/ bajas previas de trabajadores en el Sistema Especial para Empleados de Hogar',
      'AFILIACION',
      'anul* alta hogar, elimin* alta hogar, anul* baja hogar, elimin* baja hogar',
    ],
    [
      'Inclusión/exclusión/reincorporación en Sistema Especial Agrario. Inactividad',
      'AFILIACION',
      'sistema especial agrario, sistema agrario, inactividad agrari*, inactividad sea, régimen agrario, inclusión agrario, exclusión agrario',
    ],
  ],
  Cotización: [
    [
      'Domiciliación en cuenta',
      'COTIZACION',
      'domiciliación, domicili* cuenta, domicili* cuota*, domiciliar recibo*, cambi* cuenta, cambi* iban, cambi* banco, cuenta bancaria, número cuenta nuevo',
    ],
    [
      'Rectificación informe bases de cotización',
      'COTIZACION',
      'error* bases cotización, rectific* bases, bases incorrectas, bases mal, correg* bases',
    ],
  ],
  Impugnaciones: [
    [
      'Impugnaciones ante la TGSS Seguimiento',
      'OTRAS',
      'impugn* resolución, recurso alzada, recurr*, estado recurso, seguimiento impugnación, recurso presentado',
    ],
  ],
  'Otros Procedimientos': [
    [
      'Confirmación de asignación CCC o NAF a un autorizado RED',
      'OTRAS',
      'confirm* asignación, asign* autorizado red, asign* gestor*, asign* asesor*',
    ],
    [
      'Consulta autorizado RED que gestiona un NAF',
      'OTRAS',
      'qué autorizado red, autorizado red gestiona, quién gestiona, qué gestor*',
    ],
    [
      'Rescisión de CCC y NAF asignados a un autorizado RED',
      'OTRAS',
      'rescisión, rescind*, quitar autorizado red, quitar gestor*, cambi* gestor*, cambi* asesor*, dejar gestor*',
    ],
  ],
  'Tu Seguridad Social': [
    [
      'Derecho a la asistencia sanitaria',
      'OTRAS',
      'asistencia sanitaria, derecho sanitario, beneficiario* sanitari*, tarjeta sanitaria',
    ],
    ['Documento de seguro a efectos de la prestación de asistencia sanitaria', 'OTRAS', 'documento seguro'],
    [
      'Tarjeta sanitaria europea (TSE)',
      'OTRAS',
      'tarjeta europea, tarjeta sanitaria europea, tse, viaj* europa',
    ],
    [
      'Certificado que sustituye, cuando es necesario, a la TSE',
      'OTRAS',
      'certificado provisional sustitutorio, certificado sustitutorio, sustituye tarjeta europea',
    ],
    [
      'Formulario para la asistencia sanitaria en otros países europeos (E-104)',
      'OTRAS',
      'formulario e 104, e104',
    ],
    [
      'Datos de tu pensión',
      'OTRAS',
      'importe pensión, datos pensión, cuánto cobro pensión, pago pensión, revalorización pensión',
    ],
    ['Certificado de pensión', 'OTRAS', 'certificado pensión, certificado pensionista, justificante pensión'],
    [
      'Previsible edad de jubilación ordinaria',
      'OTRAS',
      'edad jubilación, cuándo jubil*, falta jubil*, puedo jubil*, años jubil*',
    ],
  ],
  'Enviar una solicitud': [
    [
      'Comunicación y variación de datos de contacto/Dirección',
      'AFILIACION',
      'cambi* teléfono, cambi* móvil, cambi* número, nuevo teléfono, nuevo móvil, teléfono nuevo, móvil nuevo, registr* teléfono, registr* móvil, sin certificado, no tengo clave, no tengo certificado, cambi* dirección',
      [],
    ],
  ],
};

const COMPANIES: Readonly<Record<string, readonly Service[]>> = {
  'Informes y Certificados': [
    [
      'Duplicado de documentos de Inscripción y Asignación de CCC para empresario',
      'AFILIACION',
      'duplicado inscripción, duplicado ccc, documento ccc, copia inscripción empresa',
    ],
  ],
  'Afiliación e Inscripción': [
    [
      'Cambio de bases de cotización - autónomos',
      'COTIZACION',
      'cambi* base*, base cotización autónom*, subir base, bajar base, cambi* cuota autónom*, aument* base, reduc* base, modific* base*',
    ],
    [
      'Inscripción y asignación de CCC para empresario individual',
      'AFILIACION',
      'inscripción empresa, inscri* empresario, alta empresa, obtener ccc, solicit* ccc, código cuenta cotización, abrir empresa, contratar trabajador*',
    ],
    [
      'Informe negativo de inscripción de empresario',
      'AFILIACION',
      'negativo inscripción, no inscrito empresario, nunca empresario',
    ],
    [
      'Comunicación de teléfono y correo electrónico del empresario',
      'AFILIACION',
      'teléfono empresa, correo empresa, teléfono empresario, contacto empresa',
    ],
  ],
  RED: [
    [
      'Consulta de autorizados RED que gestionan una empresa',
      'OTRAS',
      'autorizado* red empresa, quién gestiona empresa, gestor* empresa',
    ],
  ],
};

/** Seed 004: "Entidades con servicios disponibles. Cl@ve". */
const ENTITIES = [
  'Seguridad Social',
  'Agencia Estatal de Admón. Tributaria',
  'Dirección General Tráfico',
  'Ministerio de Hacienda y Administraciones Públicas',
  'Ministerio del Interior',
  'Ministerio de Empleo y Seguridad Social',
  'Dirección General del Catastro',
  'Ministerio de Defensa',
  'Ministerio de Industria, Energía y Turismo',
  'Ministerio de Economía y Competitividad',
  'Ministerio de Sanidad, Serv. Sociales e Igualdad',
  'Ministerio de Educación, Cultura y Deporte',
  'Ministerio de Justicia',
  'Ministerio de Fomento: Autoridad Portuaria de Baleares',
  'Consejo Superior Deportes',
  'Ministerio Presidencia',
  'Tesoro Público',
  'Ministerio Asuntos Exteriores y Cooperación',
  'Oficina de Patentes y Marcas',
  'Agencia Española de Protección de Datos',
] as const;

function services(audience: Audience, sections: typeof CITIZENS): CatalogueEntryData[] {
  return Object.entries(sections).flatMap(([section, entries]) =>
    entries.map(([name, category, words, access = PASSWORD]) => ({
      kind: 'SERVICE',
      audience,
      section,
      name,
      access: [...access],
      category,
      words: words.split(', '),
      active: true,
    })),
  );
}

export const SHIPPED_CATALOGUE: readonly CatalogueEntryData[] = [
  ...services('CITIZEN', CITIZENS),
  ...services('COMPANY', COMPANIES),
  ...ENTITIES.map((name): CatalogueEntryData => ({
    kind: 'ENTITY',
    audience: 'EVERYONE',
    section: 'Entidades con servicios disponibles',
    name,
    access: ['USER_PASSWORD', 'CLAVE'],
    category: null,
    words: [],
    active: true,
  })),
];
