import type { TimeZone } from '../days.ts';
import type { SmsLanguage } from '../sms/texts.ts';

/** Provinces by INE code, which is also the first two digits of a Social Security number (DOMAIN.md section 7). */
const NAMES: Readonly<Record<string, string>> = {
  '01': 'Araba/Álava',
  '02': 'Albacete',
  '03': 'Alicante/Alacant',
  '04': 'Almería',
  '05': 'Ávila',
  '06': 'Badajoz',
  '07': 'Illes Balears',
  '08': 'Barcelona',
  '09': 'Burgos',
  '10': 'Cáceres',
  '11': 'Cádiz',
  '12': 'Castellón/Castelló',
  '13': 'Ciudad Real',
  '14': 'Córdoba',
  '15': 'A Coruña',
  '16': 'Cuenca',
  '17': 'Girona',
  '18': 'Granada',
  '19': 'Guadalajara',
  '20': 'Gipuzkoa',
  '21': 'Huelva',
  '22': 'Huesca',
  '23': 'Jaén',
  '24': 'León',
  '25': 'Lleida',
  '26': 'La Rioja',
  '27': 'Lugo',
  '28': 'Madrid',
  '29': 'Málaga',
  '30': 'Murcia',
  '31': 'Navarra',
  '32': 'Ourense',
  '33': 'Asturias',
  '34': 'Palencia',
  '35': 'Las Palmas',
  '36': 'Pontevedra',
  '37': 'Salamanca',
  '38': 'Santa Cruz de Tenerife',
  '39': 'Cantabria',
  '40': 'Segovia',
  '41': 'Sevilla',
  '42': 'Soria',
  '43': 'Tarragona',
  '44': 'Teruel',
  '45': 'Toledo',
  '46': 'Valencia/València',
  '47': 'Valladolid',
  '48': 'Bizkaia',
  '49': 'Zamora',
  '50': 'Zaragoza',
  '51': 'Ceuta',
  '52': 'Melilla',
};

/** The province's official name; throws on a code that is not one (`ProvinceCode` has refused those before). */
export function provinceName(code: string): string {
  const name = NAMES[code];
  if (name === undefined) throw new RangeError('not a province code');
  return name;
}

/** The zone in which the office's days begin and end. */
export function timeZoneOf(provinceCode: string): TimeZone {
  return provinceCode === '35' || provinceCode === '38' ? 'Atlantic/Canary' : 'Europe/Madrid';
}

/** Provinces where another language is official beside Spanish (DOMAIN.md section 11); in Navarre, in a part of it. */
const CO_OFFICIAL: Readonly<Record<Exclude<SmsLanguage, 'es'>, readonly string[]>> = {
  ca: ['03', '07', '08', '12', '17', '25', '43', '46'],
  gl: ['15', '27', '32', '36'],
  eu: ['01', '20', '31', '48'],
};

/** The languages in which the province's citizens may be attended to (LPAC art. 15), Spanish first. */
export function languagesOf(provinceCode: string): SmsLanguage[] {
  const others = (['ca', 'gl', 'eu'] as const).filter((one) => CO_OFFICIAL[one].includes(provinceCode));
  return ['es', ...others];
}
