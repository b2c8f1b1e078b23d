/** Words after `#/supervision/`. */
export const CORRECTIONS = 'correcciones';
export const REASSIGN = 'reasignar';
