import { fold } from './fold.ts';
import { GIVEN_ELSEWHERE, GIVEN_HERE, SURNAME_LIST } from './name-lexicon.ts';

// Capitalised words that begin sentences or name offices, forms and places of an address: never names.
export const NOT_NAMES = new Set(
  (
    'dni nie nif cif naf nss ccc nan tie ta tc iban cnae reta erte ero sepe inss ism tgss ure sms pin pdf red casia siltra url web otp ' +
    'buongiorno bonjour d da don dona dna mr mrs ms monsieur madame nom portable hola buenos buenas buen bon bona bos boas bo egun kaixo hello dear good estimado estimada estimados estimadas muy senor senores senora sra sr sres ' +
    'gracias grazas gracies eskerrik merci thanks saludos saludo salutacions saudos atentamente atte cordialmente un una reciban reciba le les los las el la lo ' +
    'me mi mis yo tu soy soc son es est quiero quisiera necesito solicito ruego por para con sin en de del al que como cuando donde desde hasta porque si no ya ' +
    'tel telf telefono telefon tfno tlf tfn movil mobil cel fax correo email mail nombre apellido apellidos cognom cognoms apelido apelidos surname name negociado departamento departament seccion servicio area oficina secretaria titular documento empresa trabajador trabajadora contacto datos ' +
    'seguridad social tesoreria general direccion provincial administracion unidad recaudacion cotizacion afiliacion moratorias moratoria gestiones otras otros ' +
    'decreto ley orden boe articulo art regimen especial sistema agrario hacienda ayuntamiento ajuntament gobierno hospital banco gestoria asesoria ' +
    'calle avenida avda plaza paseo rua carrer camino ctra kalea enviado enviat sent adjunto fecha asunto para lunes martes miercoles jueves viernes sabado domingo ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre espana espanya dios sociedad limitada ' +
    'este esta estos estas ese esa eso aqui ahi hay he ha han fui nos os se su sus nuestro nuestra tengo tiene puede pueden mando va van adjunta codigo base cuota baja alta ' +
    'urgente favor registro certificado vida laboral informe modelo escritura administrador gerente apoderado abogado colegiado hasta clave banc i the my please we regards sincerely best name nie date ' +
    'naixement chave numero num naci nacido nacida nascut nascuda chamome chamo-me llamome chamase perdon ' +
    'ave purisima ella sor fray hermana hermano samsung galaxy iphone ipad android outlook yahoo huawei'
  ).split(' '),
);

/** Written small, these end a name too: what people go on with in the same breath. */
export const GOES_ON: ReadonlySet<string> = new Set(
  (
    'a o e u ya yo ella ellos ellas usted ustedes vosotros nosotros te ti pero pues entonces tambien muy menos bien ' +
    'mal ahora hoy ayer manana luego despues antes desde sobre entre contra segun cada todo toda todos todas otro ' +
    'otra mucho mucha algo nada nadie quien cual cuanto cuanta cuantos naci nacio nacido nacida nacidos nascut ' +
    'nascuda nado nascido nascida vivo vive viven vivia resido reside trabajo trabaja trabajaba trabajando eran fue ' +
    'fueron sera seria estoy estaba estamos estan estar esta estuve tenia tenemos tienen tener debo debe deben ' +
    'quieren queria querria quere quiere digo dice dicen dijo dijeron escribo escribe escribi llamo llama llaman ' +
    'llamaba llamarme chamome chamo-me llamome puedo puede podria podeis pongo pone ponen poner hago hace hacen ' +
    'hacer hice hizo voy vamos van vengo viene sigo sigue pido pide pedi mando mande envio envia paso pasa pasan ' +
    'pago paga cobro cobra creo sabe saber llevo lleva tengan pongan hagan digan cambien quiten den dar darme doy ' +
    'hecho sido perdon perdonen disculpen edad tinc visc vull necessito estic treballo voldria teno quero preciso ' +
    'traballo moro queria gostaria causado'
  ).split(' '),
);

/** Of NOT_NAMES, the ones that are surnames as well: after a name they belong to it. */
export const SURNAMES_TOO = new Set(
  'mayo abril dios calle plaza rua paseo camino domingo marzo leal bueno buen hospital ley pin'.split(' '),
);

/** Stand within a name. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de del la las los da do dos das el i y van von der den ter ben bin al san santa'.split(' '),
);
/** Of those and others, the ones that belong to the word behind them. */
export const STAND_BEFORE: ReadonlySet<string> = new Set(
  'de del la las los da do dos das el van von der den ter ben bin al san santa ait ould ni nic mac mc st'.split(
    ' ',
  ),
);

const inList = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const HERE = inList(GIVEN_HERE);
const GIVEN_NAMES = inList(`${GIVEN_HERE} ${GIVEN_ELSEWHERE}`);
const SURNAMES = inList(SURNAME_LIST);

export type KindOfName = 'GIVEN' | 'SURNAME' | 'BOTH' | 'UNKNOWN';

/** What a word is as a name, by the lists and by the ending of patronymics; of a hyphenated one its first part. */
export function kindOfName(word: string): KindOfName {
  const folded = plain(word);
  const given = GIVEN_NAMES.has(folded);
  const surname = SURNAMES.has(folded);
  if (given) return surname ? 'BOTH' : 'GIVEN';
  return surname || PATRONYMIC.test(folded) ? 'SURNAME' : 'UNKNOWN';
}

/** Whether somebody may be called so. */
export function isGiven(word: string): boolean {
  return GIVEN_NAMES.has(plain(word));
}

/** Whether it is a given name of people who have two surnames. */
export function isFromHere(word: string): boolean {
  return HERE.has(plain(word));
}

const BEYOND_LETTERS = /[^a-z]/;

function plain(word: string): string {
  const folded = fold(word);
  return BEYOND_LETTERS.test(folded) ? folded.replace(/[.'’ª·]|-.*/gu, '') : folded;
}
const PATRONYMIC = /..(?:ez|escu|enko|chuk|ski|ska|ova|yan|shvili|etxea|echea)$/;

/** Chinese surnames, which stand first: with one of them a name of two words is turned round. */
export const CHINESE_SURNAMES = new Set(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun zhu hu guo he lin gao luo zheng liang xie song tang deng feng han cao zeng peng xiao cai pan tian dong yuan yu ye jiang du wei cheng lu ding ren shen yao jin xia qiu ji xiang hong'.split(
    ' ',
  ),
);
