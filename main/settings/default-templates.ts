import { REPLY_NOTICE } from '../cases/notice.ts';

/*
 * The answers an office starts with; it edits them as it likes. Each says that it is neither a registry receipt nor a
 * notification, because an e-mail is none of them (LPAC arts. 16.3, 40 to 43). Where the office asks for papers, it
 * asks, and sets no legal time limit: a requirement (LPAC art. 68.1) has to be notified.
 */

export type DefaultTemplate = { readonly name: string; readonly subject: string; readonly body: string };

const SUBJECT = 'Re: {{asunto}} (expediente {{expediente}})';

/** The shipped answers that the program suggests by name; an office that renames one is not offered it. */
export const TEMPLATE_NAMES = {
  receipt: 'Acuse de recibo (no es un registro)',
  papersMissing: 'Faltan documentos (lista según los adjuntos)',
  phoneDone: 'Teléfono actualizado',
  inss: 'Corresponde al INSS',
  sepe: 'Corresponde al SEPE',
  online: 'Cómo hacerlo por internet (servicios elegidos)',
  red: 'Este canal no sirve para autorizados RED',
  access: 'Ayuda con el acceso por SMS',
} as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[keyof typeof TEMPLATE_NAMES];

/** The one that tells of services of the catalogue. */
export const ONLINE_TEMPLATE = TEMPLATE_NAMES.online;

const REGISTRY =
  'Si necesita dejar constancia de la presentación de un escrito, puede hacerlo en el Registro Electrónico de la Seguridad Social (https://sede.seg-social.gob.es) con certificado o Cl@ve, o en cualquier oficina de asistencia en materia de registros.';

const SAFETY =
  'Nunca le pediremos por correo ni por teléfono contraseñas ni códigos recibidos por SMS: no los facilite a nadie.';

function letter(...paragraphs: string[]): string {
  return [
    'Hola, {{nombre}}:',
    ...paragraphs,
    REPLY_NOTICE,
    'Un saludo,\n{{tramitador}}\n{{oficina}}\nTesorería General de la Seguridad Social',
  ].join('\n\n');
}

export const DEFAULT_TEMPLATES: readonly DefaultTemplate[] = [
  {
    name: TEMPLATE_NAMES.receipt,
    subject: SUBJECT,
    body: letter(
      'Hemos recibido su mensaje y le hemos dado la referencia interna {{expediente}}. Una persona de esta oficina lo leerá y le contestará. Si hace falta algún dato o documento, se lo pediremos por correo o por teléfono.',
      'No es necesario que vuelva a enviarlo. Si quiere añadir algo, conteste a este correo sin cambiar el asunto.',
      REGISTRY,
    ),
  },
  {
    name: 'Faltan datos o documentos',
    subject: SUBJECT,
    body: letter(
      'Para atender su petición nos falta lo siguiente:',
      '{{texto_libre}}',
      'Le pedimos que nos lo envíe contestando a este correo, sin cambiar el asunto. Si lo prefiere, puede entregarlo en persona en una Administración de la Seguridad Social con cita previa.',
      'Esto es una petición de ayuda para poder atenderle y no fija ningún plazo legal.',
      SAFETY,
    ),
  },
  {
    name: TEMPLATE_NAMES.papersMissing,
    subject: SUBJECT,
    body: letter(
      'Hemos recibido su mensaje. Para atender lo que nos pide nos falta:',
      '{{documentos_que_faltan}}',
      'Le pedimos que conteste a este correo, sin cambiar el asunto, y lo adjunte. Si lo prefiere, puede entregarlo en persona en una Administración de la Seguridad Social con cita previa.',
      'Esto es una petición de ayuda para poder atenderle y no fija ningún plazo legal.',
      SAFETY,
    ),
  },
  {
    name: 'Hace falta el documento de identidad',
    subject: SUBJECT,
    body: letter(
      'Un correo electrónico no demuestra quién lo escribe, y lo que nos pide afecta a datos personales. Antes de seguir necesitamos comprobar que la petición es suya.',
      'Le pedimos que conteste a este correo y adjunte su DNI, tarjeta de extranjero o pasaporte en vigor. Si es una tarjeta, por las dos caras y de forma que se lea bien.',
      'Si no quiere enviarlo por correo, puede hacer el trámite en https://sede.seg-social.gob.es con certificado o Cl@ve, o en persona en una Administración de la Seguridad Social con cita previa.',
      SAFETY,
    ),
  },
  {
    name: 'Petición de documentación (TA.1 y documento de identidad)',
    subject: SUBJECT,
    body: letter(
      'Para cambiar su teléfono en la Seguridad Social necesitamos saber con seguridad que la petición es suya. Le pedimos que conteste a este correo y adjunte:',
      '- El modelo TA.1 rellenado y firmado. Elija «variación de datos» como motivo y escriba como causa el cambio de teléfono. Bastan sus datos de identidad y el teléfono nuevo.\n- Su DNI, tarjeta de extranjero o pasaporte en vigor. Si es una tarjeta, por las dos caras y de forma que se lea bien.',
      'Encontrará el modelo TA.1 en https://www.seg-social.es. Si no puede enviarlo así, puede entregarlo en persona en una Administración de la Seguridad Social con cita previa.',
    ),
  },
  {
    name: TEMPLATE_NAMES.phoneDone,
    subject: SUBJECT,
    body: letter(
      'Hemos comprobado su documentación y hemos registrado su teléfono nuevo: {{teléfono_enmascarado}}. Por su seguridad no lo escribimos completo.',
      'Ya puede usarlo para entrar «Vía SMS» en los servicios de la Sede Electrónica que lo permiten. Necesitará además su DNI o NIE y su fecha de nacimiento.',
      'Si usted no ha pedido este cambio, díganoslo cuanto antes contestando a este correo.',
      SAFETY,
    ),
  },
  {
    name: 'Teléfono: falta acreditar la identidad',
    subject: SUBJECT,
    body: letter(
      'Hemos recibido su petición de cambio de teléfono. Todavía no podemos hacerlo: con lo que nos ha enviado no es posible comprobar que la petición es suya, y ese teléfono da acceso a sus datos.',
      'Lo que nos falta: {{texto_libre}}',
      'Puede enviárnoslo contestando a este correo. También puede cambiarlo usted mismo en su área personal de https://sede.seg-social.gob.es con certificado o Cl@ve, o en persona en una Administración de la Seguridad Social con cita previa.',
      'Mientras tanto, sus datos siguen como estaban.',
    ),
  },
  {
    name: 'Remitido a otra unidad',
    subject: SUBJECT,
    body: letter(
      'El asunto que nos plantea lo lleva otra unidad. Se lo hemos pasado ya, con todo lo que nos envió: {{unidad}}.',
      'No tiene que volver a escribir: esa unidad se pondrá en contacto con usted si necesita algo más.',
      REGISTRY,
    ),
  },
  {
    name: TEMPLATE_NAMES.inss,
    subject: SUBJECT,
    body: letter(
      'Lo que nos pide (pensiones, ingreso mínimo vital, nacimiento y cuidado de menor, incapacidad o asistencia sanitaria) no lo tramita la Tesorería General, sino el Instituto Nacional de la Seguridad Social (INSS). Esta oficina no puede resolverlo.',
      'Puede dirigirse al INSS en https://sede.seg-social.gob.es, apartado «Ciudadanos», o en persona en un Centro de Atención e Información de la Seguridad Social con cita previa.',
      'Si hay un plazo en marcha, no espere a nuestra respuesta: presente allí su solicitud.',
    ),
  },
  {
    name: TEMPLATE_NAMES.sepe,
    subject: SUBJECT,
    body: letter(
      'Las prestaciones y los subsidios por desempleo no los tramita la Tesorería General de la Seguridad Social, sino el Servicio Público de Empleo Estatal (SEPE). Esta oficina no puede resolverlo.',
      'Puede dirigirse al SEPE en https://sede.sepe.gob.es o en persona en su oficina de prestaciones con cita previa.',
      'Si hay un plazo en marcha, no espere a nuestra respuesta: presente allí su solicitud.',
    ),
  },
  {
    name: 'Corresponde a la AEAT',
    subject: SUBJECT,
    body: letter(
      'Los impuestos (IRPF, IVA, retenciones, declaración censal o certificados tributarios) no los tramita la Tesorería General de la Seguridad Social, sino la Agencia Estatal de Administración Tributaria (AEAT). Esta oficina no puede resolverlo.',
      'Puede dirigirse a la AEAT en https://sede.agenciatributaria.gob.es o en persona en una de sus oficinas con cita previa.',
      'Si hay un plazo en marcha, no espere a nuestra respuesta: presente allí su escrito.',
    ),
  },
  {
    name: 'Dónde hacer este trámite (Cl@ve, SMS, certificado)',
    subject: SUBJECT,
    body: letter(
      'Puede hacer usted mismo este trámite en la Sede Electrónica de la Seguridad Social: https://sede.seg-social.gob.es, apartado «Ciudadanos». El trámite es: {{texto_libre}}',
      [
        'Para entrar, elija una de estas formas de identificarse:',
        '- Cl@ve: si todavía no la tiene, puede registrarse en https://clave.gob.es o en persona en una oficina de registro.',
        '- Vía SMS: con su DNI o NIE, su fecha de nacimiento y el teléfono móvil que conste en la Seguridad Social. Solo sirve para algunos trámites.',
        '- Certificado electrónico o DNI electrónico.',
      ].join('\n'),
      'Al terminar, la Sede le da un justificante con número de registro. Guárdelo: es la prueba de lo que ha presentado.',
      SAFETY,
    ),
  },
  {
    name: ONLINE_TEMPLATE,
    subject: SUBJECT,
    body: letter(
      'Lo que nos pide puede hacerlo usted mismo por internet, en la Sede Electrónica de la Seguridad Social (https://sede.seg-social.gob.es):',
      '{{servicios_en_línea}}',
      'Si no puede hacerlo por internet, puede ir en persona a una Administración de la Seguridad Social con cita previa.',
      SAFETY,
    ),
  },
  {
    name: TEMPLATE_NAMES.red,
    subject: SUBJECT,
    // DOMAIN.md section 5: writings of authorised RED users outside RED are not processed, with two exceptions.
    body: letter(
      'Este buzón es para ciudadanos sin certificado ni Cl@ve. Las actuaciones que se hacen en nombre de una empresa o de un trabajador por quien está autorizado en el Sistema RED tienen que hacerse por el Sistema RED, y las consultas y rectificaciones, por el servicio CASIA. Por este correo no podemos tramitarlas.',
      'Son excepción las solicitudes de aplazamiento y las respuestas a requerimientos, que se presentan por los servicios de registro de la Sede Electrónica: https://sede.seg-social.gob.es, apartado «Empresas».',
      'Si hay un plazo en marcha, no espere a nuestra respuesta: presente allí su escrito.',
    ),
  },
  {
    name: TEMPLATE_NAMES.access,
    subject: SUBJECT,
    // The warnings and what to do, as the service's own guide words them (seed 001, section 2.2).
    body: letter(
      'Para entrar «Vía SMS» el teléfono móvil tiene que constar en la Seguridad Social. El servicio pide el DNI o NIE, la fecha de nacimiento y el móvil con el prefijo del país (+34 para España), y envía un código de seis dígitos y un solo uso. Esto significan sus avisos:',
      [
        '- «Código de seguridad incorrecto»: introduzca el código recibido en el último SMS.',
        '- «El documento identificativo introducido no tiene un formato válido.»: compruebe y consigne el mismo número que aparece en su DNI/NIE.',
        '- «La fecha introducida no tiene un formato válido.»: compruebe la fecha de nacimiento.',
        '- «El número de teléfono móvil introducido no tiene un formato válido.»: revise el número de móvil introducido.',
        '- «Los datos que has introducido no coinciden.»: el móvil no es el que consta. Puede solicitar la actualización de su número.',
        '- «Tu teléfono no consta en nuestra base de datos.»: puede solicitar el registro de su número.',
        '- «Se ha superado el número de intentos de validación del código enviado a su teléfono. El código queda anulado.»: cierre el navegador e intente nuevamente el acceso a la aplicación.',
        '- «Se ha llegado al número máximo de reenvíos permitidos»: el servicio de SMS se restablece pasado un tiempo.',
        '- «No es posible su identificación: El identificador pertenece a un fallecido.»: contacte con una Administración de la Seguridad Social para comunicar este hecho y solicitar una solución.',
      ].join('\n'),
      'Si su teléfono ha cambiado o no consta y no tiene certificado ni Cl@ve, conteste a este correo y le diremos qué documentación hace falta para registrarlo.',
      SAFETY,
    ),
  },
];
