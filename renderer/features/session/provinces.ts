/** INE province codes and names (DOMAIN.md section 7). */
export const PROVINCES: readonly (readonly [code: string, name: string])[] = (
  'Araba/Álava, Albacete, Alicante/Alacant, Almería, Ávila, Badajoz, Illes Balears, Barcelona, Burgos, Cáceres, ' +
  'Cádiz, Castellón/Castelló, Ciudad Real, Córdoba, A Coruña, Cuenca, Girona, Granada, Guadalajara, Gipuzkoa, ' +
  'Huelva, Huesca, Jaén, León, Lleida, La Rioja, Lugo, Madrid, Málaga, Murcia, Navarra, Ourense, Asturias, ' +
  'Palencia, Las Palmas, Pontevedra, Salamanca, Santa Cruz de Tenerife, Cantabria, Segovia, Sevilla, Soria, ' +
  'Tarragona, Teruel, Toledo, Valencia/València, Valladolid, Bizkaia, Zamora, Zaragoza, Ceuta, Melilla'
)
  .split(', ')
  .map((name, index) => [String(index + 1).padStart(2, '0'), name] as const);
