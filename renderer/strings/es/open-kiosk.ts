/** Opening the kiosk from a desk. */
export const openKioskStrings = {
  title: 'Abrir el quiosco',
  text: 'El quiosco ocupa esta pantalla para que la use el público. Su sesión se bloquea: al volver, se le pedirá la contraseña.',
  code: 'Código de salida',
  hint: 'De 6 a 12 cifras. Lo necesitará para cerrar el quiosco; no se guarda en ningún sitio.',
  wrong: 'Escriba de 6 a 12 cifras.',
  open: 'Abrir el quiosco',
  notOpened: 'El quiosco no se ha podido abrir. Desbloquee su sesión y vuelva a intentarlo.',
} as const;
