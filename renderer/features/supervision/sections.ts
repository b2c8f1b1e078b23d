/** Words after `#/supervision/`. */
export const CORRECTIONS = 'correcciones';
export const LEARNING = 'aprendizaje';
export const REASSIGN = 'reasignar';
export const HANDOVER = 'traspasos';
