import type { AccessWay } from './model.ts';

/** Each way in as the citizen sees it offered (seed 001, section 2.1, and seed 004), and what it takes (the seeds). */
export const WAYS: Readonly<Record<AccessWay, { readonly name: string; readonly needs: string }>> = {
  USER_PASSWORD: {
    name: 'Usuario y contraseña (Cl@ve Permanente)',
    needs:
      'para tener contraseña hay que registrarse antes, en persona en una oficina o por internet con certificado digital, y dar un móvil y un correo electrónico. Con el código de activación que se recibe se crea la contraseña en https://sede.seg-social.gob.es. Algunos servicios piden además un código que llega por SMS.',
  },
  CLAVE: {
    name: 'Cl@ve PIN',
    needs:
      'si todavía no está registrado en Cl@ve, puede hacerlo en https://clave.gob.es o en persona en una oficina de registro.',
  },
  SMS: {
    name: 'Vía SMS',
    needs:
      'con su DNI o NIE, su fecha de nacimiento y el teléfono móvil que conste en la Seguridad Social. Recibirá en él un código de un solo uso.',
  },
  CERTIFICATE: {
    name: 'DNIe o certificado',
    needs: 'con el DNI electrónico o con un certificado electrónico instalado en su equipo.',
  },
  EU_LOGIN: { name: 'EU Login', needs: 'con la cuenta de los servicios de la Unión Europea.' },
};

export const NO_IDENTIFICATION = 'no hace falta identificarse';
