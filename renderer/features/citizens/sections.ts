/** Words after `#/ciudadanos/`. */
export const NEW = 'nuevo';
export const IMPORT = 'importar';
export const EMPLOYMENT = 'vidas-laborales';
