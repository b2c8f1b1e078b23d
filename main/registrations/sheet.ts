import type { IdType } from '../triage/model.ts';
import { maskEmail } from '../citizens/mask.ts';
import { maskPhone } from '../citizens/phones.ts';
import { fullName } from '../citizens/search.ts';
import { dayInWords, documentText } from '../documents/facts.ts';
import { asPdf } from '../documents/generate.ts';
import type { TaggedDocument } from '../documents/tagged-pdf.ts';
import { requireCitizen } from '../citizens/record.ts';
import type { Settings } from '../settings/model.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import { inGroups } from './activation-code.ts';

/** Whom the sheet is for. */
type Person = {
  readonly givenName: string;
  readonly surnames: string;
  readonly documentType: IdType;
  readonly documentNumber: string;
  readonly e164: string;
  readonly email: string;
};

/**
 * The page that the citizen signs and takes home (seed 002): conditions of use, commitments on privacy, and below the
 * cut the activation code, so that what is scanned as evidence does not have it. Throws INVALID_INPUT (letters) when a
 * name cannot be printed.
 */
export async function printSheet(
  store: Store,
  { registrationId, code }: { readonly registrationId: number; readonly code: string },
): Promise<File> {
  const { citizen, ...registration } = await store.prisma.registration.findUniqueOrThrow({
    where: { id: registrationId },
    include: { citizen: { select: { givenName: true, surnames: true } } },
  });
  const person = { ...registration, ...citizen, documentType: registration.documentType as IdType };
  const bytes = await asPdf(compose(await loadSettings(store), store.clock.now(), person, code));
  return new File([bytes], 'hoja-de-registro.pdf', { type: 'application/pdf' });
}

/** Before a code is made that nobody could print: throws like `printSheet`, and NOT_FOUND. */
export async function tryPrinting(store: Store, citizenId: number): Promise<void> {
  const citizen = await requireCitizen(store.prisma, citizenId);
  const nobody = { documentType: 'DNI', documentNumber: '', e164: '', email: '' } as const;
  await asPdf(compose(await loadSettings(store), store.clock.now(), { ...citizen, ...nobody }, ''));
}

function compose(
  { office, registrations }: Settings,
  now: Date,
  { givenName, surnames, documentType, documentNumber, e164, email }: Person,
  code: string,
): TaggedDocument {
  const { codeDays, codeAttempts, passwordDays, passwordAttempts, serviceAddress } = registrations;
  const until = new Date(now.getTime() + codeDays * 86_400_000);
  const document = documentText({ type: documentType, number: documentNumber });
  return {
    title: 'Registro de usuario y contraseña (Cl@ve Permanente)',
    office: office.officeName,
    madeAt: now,
    blocks: [
      {
        kind: 'ROWS',
        rows: [
          ['Nombre y apellidos', fullName({ givenName, surnames })],
          ['Usuario', document],
          ['Teléfono móvil', maskPhone(e164)],
          ['Correo electrónico', maskEmail(email)],
        ],
      },
      { kind: 'HEADING', text: 'Condiciones de utilización de los servicios electrónicos' },
      {
        kind: 'SMALL',
        text: 'El usuario es su DNI o NIE. La contraseña la crea usted con el código de activación; es personal y no debe darla a nadie. Para activar el usuario, recuperar la contraseña y obtener certificados se le pedirá además un código que recibirá por SMS en su teléfono móvil.',
      },
      {
        kind: 'SMALL',
        text: `La contraseña vale ${passwordDays} días. Se bloquea tras ${passwordAttempts} errores seguidos, y el código de activación tras ${codeAttempts}. Conserve el código: con él puede crear otra contraseña si la olvida o se bloquea. Si lo pierde o se bloquea, pida otro en la oficina; el anterior deja de valer.`,
      },
      {
        kind: 'SMALL',
        text: 'Avise a la oficina si cambia de teléfono o de correo, o si cree que otra persona conoce sus claves. Lo que se haga con su usuario y contraseña se entiende hecho por usted. Puede darse de baja cuando quiera.',
      },
      { kind: 'HEADING', text: 'Compromisos de privacidad y protección de datos' },
      {
        kind: 'SMALL',
        text: 'Los datos de este registro se usan solo para identificarle en los servicios electrónicos de la Seguridad Social. Son reservados y no se ceden a terceros salvo en los casos previstos por la ley (LGSS, art. 77). La oficina no conserva el código de activación ni la contraseña. La Seguridad Social nunca le pedirá su contraseña por teléfono, correo electrónico o SMS.',
      },
      {
        kind: 'SMALL',
        text: 'Puede ejercer sus derechos de acceso, rectificación, supresión, oposición y limitación ante la Tesorería General de la Seguridad Social (Reglamento (UE) 2016/679 y Ley Orgánica 3/2018).',
      },
      { kind: 'HEADING', text: 'Recibí' },
      {
        kind: 'SMALL',
        text: 'He recibido este documento y mi código de activación, y acepto las condiciones de utilización.',
      },
      {
        kind: 'ROWS',
        rows: [
          ['Fecha', dayInWords(now, office)],
          ['Firma', '\n\n\n'],
        ],
      },
      {
        kind: 'CUT',
        text: 'Corte por aquí antes de escanear la hoja firmada. El ciudadano se lleva las dos partes.',
      },
      { kind: 'HEADING', text: 'Código de activación' },
      {
        kind: 'CODE',
        code: inGroups(code),
        address: serviceAddress,
        says: `Código QR de la dirección ${serviceAddress}`,
      },
      {
        kind: 'SMALL',
        text: `Usuario: ${document}. Vale hasta el ${dayInWords(until, office)}. No lleva ceros, unos ni vocales; los guiones no hace falta escribirlos.`,
      },
      {
        kind: 'SMALL',
        text: `Entre en ${serviceAddress} o en el quiosco de esta oficina, elija «Activación de usuario» y tenga a mano su teléfono móvil. Ayuda: teléfono 060.`,
      },
    ],
  };
}
