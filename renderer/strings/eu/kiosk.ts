import type { KioskStrings } from '../es/kiosk.ts';

/** Kioskoaren testuak euskaraz. */
export const kioskEu: KioskStrings = {
  language: 'Euskara',
  frame: {
    back: 'Itzuli',
    end: 'Amaitu',
    staff: 'Bulegoko langileak',
    loading: 'Kargatzen',
    lost: 'Ez dago konexiorik bulegoarekin. Itxaron une bat.',
    demo: 'Erakustaldia, asmatutako datuekin',
    content: 'Edukia',
  },
  start: {
    title: 'Kontsultatu Gizarte Segurantzako zure datuak',
    text: 'Zuk zeuk egin dezakezu pantaila honetan. Amaitzean, ez da hemen zure daturik geratuko.',
    begin: 'Hasi',
    beginIn: 'Hasi euskaraz',
    endings: {
      ENDED: 'Bisita amaitu da. Ez da daturik geratu pantaila honetan.',
      IDLE: 'Bisita amaitu da, jarduerarik ez zegoelako. Ez da daturik geratu pantaila honetan.',
      REPLACED: 'Bisita amaitu da, pertsona bera beste kiosko batean sartu delako.',
      GONE: 'Bisita amaitu da. Ez da daturik geratu pantaila honetan.',
    },
  },
  idle: {
    title: 'Hor jarraitzen duzu?',
    text: 'Pantaila ukitzen ez baduzu, bisita amaitu eta zure datuak desagertu egingo dira.',
    seconds: (count) => `${count} segundo geratzen dira`,
    stay: 'Hemen jarraitu',
  },
  home: {
    title: 'Zer egin nahi duzu?',
    services: 'Internetez zer egin daitekeen',
    servicesText: 'Izapideak eta kontsultak, eta nola sartzen den bakoitzean. Ez da identifikatu behar.',
  },
  services: {
    title: 'Internetez zer egin daitekeen',
    search: 'Bilatu izapide edo zerbitzu bat',
    found: (count) => (count === 1 ? 'Zerbitzu bat' : `${count} zerbitzu`),
    none: 'Ez dago hitz horiek dituen zerbitzurik. Saiatu beste batzuekin edo galdetu bulegoan.',
    ways: 'Sartzeko bidea',
    free: 'Ez da identifikatu behar',
    audience: { CITIZEN: 'Herritarrak', COMPANY: 'Enpresak', EVERYONE: 'Herritarrak eta enpresak' },
  },
  leave: {
    title: 'Kioskoa itxi',
    text: 'Bulegoko langileentzat soilik: irekitzean aukeratu zen irteera-kodea.',
    code: 'Irteera-kodea',
    submit: 'Kioskoa itxi',
    cancel: 'Utzi',
    wrong: 'Irteera-kodea ez da zuzena.',
  },
  errors: {
    closed: 'Kiosko hau itxita dago. Abisatu bulegoko langileei.',
    rateLimited: 'Gehieneko saiakera kopurura iritsi da. Itxaron minutu batzuk edo eskatu laguntza bulegoan.',
    invalidInput: 'Daturen bat ez da baliozkoa. Berrikusi.',
    unexpected: 'Ezin izan da egin. Saiatu berriro edo eskatu laguntza bulegoan.',
    retry: 'Saiatu berriro',
  },
};
