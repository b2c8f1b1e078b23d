import type { KioskPasswordStrings } from '../es/kiosk-passwords.ts';

/** Pasahitzen testuak euskaraz. */
export const kioskPasswordsEu: KioskPasswordStrings = {
  title: 'Erabiltzailea eta pasahitza',
  homeText: 'Cl@ve Permanente: sartu zure pasahitzarekin, aktibatu, aldatu edo eman baja.',
  signIn: 'Sartu erabiltzailearekin eta pasahitzarekin',
  signInText: 'Zure NANarekin edo AIZarekin eta pasahitzarekin zure datuak ikusiko dituzu.',
  currentPassword: 'Oraingo pasahitza',
  newQuestion: 'Aldatu galdera',
  wrongAnswer: 'Hitza ez da eskatutakoa. Erantzun galdera berriari.',
  badCode: 'Aktibazio-kodea ez dago ondo idatzita: hamabi letra eta zifra dira. Eman zizuten orrian dago.',
  refusedCode: (attempts) =>
    `Datuak ez dira zuzenak, edo aktibazio-kodea blokeatuta dago edo iraungi da. Jarraian ${attempts} akats eginez gero blokeatzen da, eta orduan berriro erregistratu behar da bulego batean.`,
  refusedPassword: (attempts) =>
    `Dokumentua edo pasahitza ez dira zuzenak, edo pasahitza blokeatuta dago. Jarraian ${attempts} akats eginez gero blokeatzen da: beste bat sor dezakezu «Olvido de contraseña» aukeran.`,
  alreadyActive:
    'Zure erabiltzailea aktibatuta dago. Pasahitza gogoratzen ez baduzu, erabili «Olvido de contraseña».',
  notActive: 'Zure erabiltzailea ez dago oraindik aktibatuta. Erabili «Activación de usuario».',
  expired: 'Zure pasahitza iraungi da. Sortu beste bat «Cambio de contraseña» aukeran.',
  notSent: 'Ezin izan da SMSa bidali. Eskatu laguntza bulegoan.',
  codeOver: 'Kode horrek ez du balio. Eskatu beste bat «No recibo el SMS» aukeran.',
  newTitle: 'Zure pasahitz berria',
  notCommon: 'Ezin da izan denek probatzen duten pasahitz bat',
  met: 'betetzen da',
  unmet: 'oraindik ez da betetzen',
  notPolicy: 'Pasahitzak oraindik ez du politika betetzen.',
  same: 'Duzun pasahitza edo izan zenuen azkena da. Aukeratu beste bat.',
  different: 'Bi pasahitzak ez dira berdinak.',
  done: {
    ACTIVATION: 'Zure erabiltzailea aktibatuta dago. Zure dokumentuarekin eta pasahitzarekin sar zaitezke.',
    FORGOTTEN: 'Pasahitz berriak balio du. Aurrekoak ez.',
    CHANGE: 'Pasahitza aldatuta dago. Aurrekoak ez du balio.',
    CLOSE: 'Baja eman duzu. Zure pasahitzak eta aktibazio-kodeak ez dute balio.',
  },
  closeWarning:
    'Baja behin betikoa da: sistema hau berriro erabiltzeko, bulego batean erregistratu beharko duzu berriz.',
  closeConfirm: 'Eman baja',
  toMenu: 'Jarraitu',
};
