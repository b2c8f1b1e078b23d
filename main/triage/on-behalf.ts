import behalfModel from './behalf-model.json' with { type: 'json' };
import type { StoredModel } from './content/linear-model.ts';
import { KIN, MY_KIN, relativesIn } from './kin.ts';
import { wholeWordIndex } from './matches.ts';
import type { Action, DeclaredPerson, Kind } from './model.ts';
import { isHimself, isHouse, namesIn, type Sender } from './sender.ts';
import {
  ASKS_FOR_HIMSELF,
  DEAD,
  FOR_HIM,
  isAgency,
  isForWriter,
  MY_DOCUMENT,
  NEEDS,
  STANDS_IN,
} from './written-for.ts';
import { WordPattern } from './word-pattern.ts';

/** What the words say, and what is known of who writes and whom it is for: none decides alone, see `signalsOfBehalf`. */
export type BehalfText = Sender & {
  readonly flat: string;
  readonly kind: Kind;
  readonly act: Action | null;
  readonly person: Pick<DeclaredPerson, 'values'>;
  /** What the words alone said before the person was known (`writtenFor`). */
  readonly spoken: boolean;
  /** He passes on what the person wrote. */
  readonly forwards: boolean;
};

/** The relative is cared for, or works, where the writer employs: his own matter. */
export const OWN_MATTER =
  /\bcontrat(?:ar|amos|ad[oa])|\bempleadora?\b|\bemployers? of\b|\b(?:our|my) (?:cleaner|nanny|carer|housekeeper)\b|\b(?:senora|chica|mujer|persona|muchacha) (?:de confianza )?que (?:nos |me )?(?:viene|limpia|ayuda|trabaja|va a|se queda)|\btitular del contrato\b|\bdarla de (?:alta|baja)\b|\b(?:que |para )?cuid(?:e|a|an|ar|ara|adora?)\b|\bemplead[oa] (?:de|del) hogar\b|\by yo \(/;
/** ... and here it is the relative who employs. */
const RELATIVE_ENGAGES = new RegExp(
  String.raw`${MY_KIN}[^.\n]{0,70}\b(?:contratad|empleador|titular)|\bempleadora?\b[^.\n]{0,25}(?:${MY_KIN}|\bes ella\b)`,
);
/** An errand, in the writer's words; one pattern, as most texts have none of it. */
const ERRAND = new RegExp(
  String.raw`\b(?:` +
    [
      String.raw`(?:me|nos|m'|ens) (?:lo )?han?(?: ido)? (?:dictad|(?:pedid|encargad|demanad)[oa]? (?:que|escri|esto|mand|tramit))`,
      String.raw`(?:nos|me) pide que (?:les|os|lo|se)\b`,
      String.raw`escrib(?:o|imos|amos) (?:esto )?por (?:el|ella|ellos)\b`,
      // passed on: "les paso la petición de un trabajador", "os reenvío lo de mi padre"
      String.raw`(?:les|os|le|us|lle) (?:paso|pasamos|reenvio|reenviamos|traslado|trasladamos|passo|remito) (?:\w+ )?(?:lo de|la peticion|la solicitud|esta peticion|esta solicitud|el que|la carta) `,
      String.raw`abogad[oa], en (?:la )?(?:nombre|representacion)|por (?:indicacion|encargo|cuenta) d(?:e|el|os)\b|per encarrec d|en nome? d(?:e|a|o)\b`,
      String.raw`(?:nosos|nostres|nuestr[oa]s) client[ea]?s\b|(?:(?:de|para) una? |del |pregunta (?:el|la|un|una) )client[ea]\b`,
      String.raw`(?:desde|en) (?:esta|nuestra) (?:gestori|asesori|despacho)`,
      String.raw`(?:intento |estamos |estoy )?ayud(?:ar|ando|amos|o) (?:a (?:mi|un|una)|con los papeles)\b`,
    ].join('|') +
    ')',
);

const MY_NAME_IS =
  "me llamo|mi nombre es|em dic|chamome|me chamo|my name is|je m'appelle|ma numesc|mi chiamo|ich heisse";
const NAMES_HIMSELF = new RegExp(String.raw`\b(?:${MY_NAME_IS}) `);
const INTRODUCES = new WordPattern(
  String.raw`\b(?:${MY_NAME_IS}|soy|soc|sou|i am|i'm|je suis|sunt|ich bin) (?:en |na |l'|d\. |don |dona )?([a-z]{3,})`,
);
/** "Soy su hija", "I am his wife", "sunt fiica lui". */
export const IS_KIN = new RegExp(
  String.raw`\b(?:so[ymcn]|sou|i'?m|i am|je suis|sono|sunt|ich bin|naiz)(?: eu| yo| en| na)? (?:el|la|su|o|a|l'|lo|his|her|sa|son|seine?|ihre?|the)? ?(?:${KIN}|tutora?|cuidadora?)(?!\w)`,
);
/** "Escribo por mi madre", "on behalf of", "en nom de". */
export const IN_HIS_NAME =
  /\b(?:escri(?:bo|vo|c)|scri[uv]o?|i(?:'m| am) writing|j'ecris|ich schreibe)[^.\n]{0,30}\b(?:nom(?:bre|e)?|nombre|parte|part|conto|namen|(?:por|per|para|pentru|pour|for|fur)(?! (?:[a-z]+[aei]r|que|favor|lo|si|segunda|tercera|est[ea]|correo|aqui|email|mail)\b))\b|\bon behalf of\b|\bau nom de\b|\bim namen\b|\bper conto d|\bin numele\b|\b(?:en|em) nome? d|\ben nombre (?:y representacion )?de\b|\b(?:en|como) representa(?:cion|nte|nt)\b|\bizenean\b/;

/** Whose trade it is to act for others. */
const BY_TRADE =
  /\b(?:(?:soy|soc|son|sou|como|i am|je suis|naiz) (?:(?:la|el|un|una|su|seva|a|o|l'|une?|his|her) )?(?:trabajadora? social|treballadora? social|traballadora? social|asistenta? social|gizarte|educadora?|tecnic[oa]|voluntari[oa]|mediadora?|orientadora?|monitora?|parroco|administradora? de|albacea|social worker|assistante?|procuradora?|graduad[oa]|abogad[oa]|advocad[ao]|letrad[oa]|gestora?|xestora?|assessora?|asesora?)|(?:letrad|abogad)[oa] que (?:suscribe|firma)|representad[oa] por|(?:entidad|entitat|associacio|asociacion|fundacion|fundacio|centro|piso|programa) que (?:l[oae] )?(?:aten|acompan|atien|acoge|acoll)|(?:desde|des de|de|dende) (?:los |els |os )?(?:servicios sociales|serveis socials|servizos sociais)|gizarte zerbitzu|acompan(?:o|amos|em) |aten(?:demos|em) a)/;
/** Whom a house acts for. */
const CLIENT =
  /\b(?:nuestr[oa]s?|nostr[ea]s?|noss[oa]s?|nos[oa]s?|una?|el|la|l'|del|al|our|mon|notre) ?(?:client[ea]?|afiliad[oa]|afiliat|soci[oa]?|usuari[oa]?|pacient[ea]?|resident[ea]?|alumn[oa]|representad[oa]|mandante|patrocinad[oa])s?\b/;
const AUTHORISED =
  /\b(?:autorizacion|(?:esta|estoy|estamos|he sido|ha sido|debidamente|como|persona) autorizad[oa]s?|autorizad[oa] (?:por|para)|autoritzaci|autoritzat|consentimiento|consentiment|poder(?:es)? notarial|apoderad|nos ha autorizado|authoris)/;
const WORKER =
  /\b(?:trabajador|empleada|empleado|treballador|traballador|worker|employee|langile|angajat|salarie)/;

const SAID = Object.entries<RegExp | WordPattern>({
  errand: ERRAND,
  'by trade': BY_TRADE,
  client: CLIENT,
  authorised: AUTHORISED,
  worker: WORKER,
  'own matter': OWN_MATTER,
  'relative engages': RELATIVE_ENGAGES,
  'is kin': IS_KIN,
  'in his name': IN_HIS_NAME,
  needs: NEEDS,
  dead: DEAD,
  'for himself': ASKS_FOR_HIMSELF,
  'for him': FOR_HIM,
  'stands in': STANDS_IN,
  'my document': MY_DOCUMENT,
  'names himself': NAMES_HIMSELF,
}).map(
  ([signal, pattern]) =>
    [signal, pattern instanceof WordPattern ? pattern : new WordPattern(pattern)] as const,
);

/** Signals of who it is that others are read beside: what "mi madre" means depends on whether the mother is named. */
const READ_BESIDE: readonly string[] = ['agency', 'himself', 'nameless', 'house', 'kin', 'another', 'firm'];

const POLITE = /\b(?:d\.?ª?|don|dona|dna\.?|sra?\.?|senyora?|senhora?|mr\.?|mrs\.?|mme|monsieur|herr|frau) $/;
/** How far before the name a relative is spoken of. */
const NEAR = 60;
const IN_REACH = 200;

const NOBODY: readonly string[] = ['nobody'];

/** What speaks for or against somebody's writing for another, by name; and each beside the few that change its meaning. */
export function signalsOfBehalf(text: BehalfText): readonly string[] {
  const { flat, fromName, fromAddress, kind, act, person, spoken, forwards } = text;
  const { givenName, surnames, id, idType, naf, ccc } = person.values;
  const given = namesIn(givenName?.value ?? '');
  const sender = namesIn(fromName);
  const [first = ''] = sender;
  const house = first === '' || isHouse(sender);
  // "Soy Ana Gil", whatever he calls himself in his mails; but not where he speaks of another or passes on what that one wrote.
  const sends = !house && isHimself(sender, given);
  const introduced = !sends && given.length > 0 && INTRODUCES.exec(flat)?.[1] === given[0];
  const himself = sends || (introduced && !forwards && !spoken);
  const found: string[] = [];
  const add = (signal: string, said: boolean) => {
    if (said) found.push(signal);
  };
  const nameless = given.length === 0;
  if (nameless && id === undefined && naf === undefined && ccc === undefined) return NOBODY;
  const kin = relativesIn(flat);
  add('himself', himself);
  add('kin', kin.length > 0);
  add('spoken', spoken);
  add('forwards', forwards);
  add('passes on his words', forwards && introduced);
  // Most messages: the rest would change nothing.
  if (himself && found.length === 1) return found;
  add('nameless', nameless);
  add('firm', idType?.value === 'CIF');
  add('account', ccc !== undefined);
  add('house', house);
  add('agency', isAgency(flat, text));
  found.push(`kind ${kind}`, `act ${act}`);
  const another = !house && !himself && !nameless;
  add('another', another);
  add('same surname', another && namesIn(surnames?.value ?? '').includes(sender.at(-1) ?? ''));
  add('sender named', another && wholeWordIndex(flat, first) >= 0);
  const address = fromAddress.slice(0, fromAddress.indexOf('@')).toLowerCase();
  add(
    'own address',
    given.some((name) => name.length > 3 && address.includes(name.slice(0, 5))),
  );
  const at = givenName?.start ?? id?.start ?? 0;
  const last = kin.findLast(({ index }) => index < at);
  if (last !== undefined) {
    const way = at - last.index;
    found.push(way < NEAR ? 'kin near' : way < IN_REACH ? 'kin in reach' : 'kin far');
  }
  add('polite', POLITE.test(flat.slice(Math.max(0, at - 8), at)));
  add('line of its own', flat.slice(flat.lastIndexOf('\n', at - 1) + 1, at).trim() === '');
  add('late', at > flat.length * 0.7);
  add('for me', isForWriter(flat, act));
  for (const [signal, pattern] of SAID) add(signal, pattern.test(flat));
  return found;
}

/** The same, and each signal beside those that change its meaning: what the model weighs. */
export function weighedSignals(text: BehalfText): string[] {
  const found = signalsOfBehalf(text);
  const beside = READ_BESIDE.filter((signal) => found.includes(signal));
  return [...found, ...beside.flatMap((one) => found.map((signal) => `${one} & ${signal}`))];
}

const MODEL: StoredModel = behalfModel;
type Weights = ReadonlyMap<string, number>;

/** Weights in hundredths, of signals alone and beside another: above zero they speak for another. */
const ALONE = weightsBehind('');
const BESIDE: readonly (readonly [string, Weights])[] = READ_BESIDE.map((one) => [
  one,
  weightsBehind(`${one} & `),
]);

function weightsBehind(beginning: string): Weights {
  return new Map(
    Object.entries(MODEL.weights).flatMap(([name, [weight = 0]]) =>
      name.startsWith(beginning) ? [[name.slice(beginning.length), weight] as const] : [],
    ),
  );
}

/** For nobody who is named or numbered, who lets another act for him or who asks for himself, nobody else writes. */
const NEVER = ['nobody', 'stands in', 'for me'];

/** Whether the message is written for somebody else, now that it is known whom it is for. */
export function isOnBehalf(text: BehalfText): boolean {
  const signals = signalsOfBehalf(text);
  if (NEVER.some((signal) => signals.includes(signal))) return false;
  const sumOf = (weights: Weights) => signals.reduce((sum, signal) => sum + (weights.get(signal) ?? 0), 0);
  let sum = (MODEL.bias[0] ?? 0) + sumOf(ALONE);
  for (const [one, weights] of BESIDE) if (signals.includes(one)) sum += sumOf(weights);
  return sum > 0;
}
