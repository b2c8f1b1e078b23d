import { TEMPLATE_NAMES, type TemplateName } from '../settings/default-templates.ts';
import type { Action, Category } from '../triage/model.ts';
import type { Paper } from './suggestions-model.ts';

/** What an act needs, and where it goes when this desk does not do it. */
type Advice = {
  readonly required: readonly Paper[];
  /** Not asked for, but they save a second letter. */
  readonly helpful: readonly Paper[];
  /** PAPERS: the desk does it once they are there. ONLINE: the citizen does it faster himself. */
  readonly first: 'PAPERS' | 'ONLINE';
  readonly template: TemplateName;
  /** Words in the name of the unit that does it, the most fitting first; none: this desk. */
  readonly units: readonly string[];
};

const OWN_DESK: Advice = {
  required: [],
  helpful: [],
  first: 'ONLINE',
  template: TEMPLATE_NAMES.receipt,
  units: [],
};

/**
 * By act. A change of personal data is asked for with a TA.1 and an identity document (seed 000); whatever gives out or
 * changes a person's data needs to know who asks (LPAC art. 9). Nothing is asked for that no source names.
 */
export const ADVICE: Readonly<Record<Action, Advice>> = {
  PHONE_REGISTER: { ...OWN_DESK, required: ['TA1', 'IDENTITY'], first: 'PAPERS' },
  PHONE_CHANGE: { ...OWN_DESK, required: ['TA1', 'IDENTITY'], first: 'PAPERS' },
  ADDRESS_CHANGE: { ...OWN_DESK, required: ['TA1', 'IDENTITY'], first: 'PAPERS' },
  ALTA: { ...OWN_DESK, required: ['IDENTITY'], units: ['afiliacion'] },
  BAJA: { ...OWN_DESK, required: ['IDENTITY'], units: ['afiliacion'] },
  REPORT: { ...OWN_DESK, required: ['IDENTITY'] },
  DEBT: {
    ...OWN_DESK,
    required: ['IDENTITY'],
    helpful: ['PAYMENT'],
    units: ['recaudacion ejecutiva', 'recaudacion'],
  },
  DEFERRAL: { ...OWN_DESK, required: ['IDENTITY'], units: ['recaudacion'] },
  REFUND: { ...OWN_DESK, required: ['IDENTITY'], helpful: ['PAYMENT'], units: ['recaudacion'] },
  ACCESS_PROBLEM: { ...OWN_DESK, template: TEMPLATE_NAMES.access },
  COMPLAINT: { ...OWN_DESK, units: ['atencion'] },
  INFO: OWN_DESK,
  OTHER: OWN_DESK,
};

/** Where the act says nothing, the category's section; OTRAS is nobody's. */
export const SECTION_OF: Readonly<Record<Category, string | null>> = {
  AFILIACION: 'afiliacion',
  COTIZACION: 'cotizacion',
  RECAUDACION: 'recaudacion',
  MORATORIAS: 'recaudacion',
  OTRAS: null,
  NONE: null,
};

/** What other bodies do (DOMAIN 9: "misrouted"), in folded words, with their unit and the answer that says so. */
export const ELSEWHERE: readonly {
  readonly words: RegExp;
  readonly unit: string;
  readonly template: TemplateName;
}[] = [
  {
    words:
      /\b(?:(?:mi|la|una|cobrar|solicitar) (?:pension|jubilacion)|ingreso minimo vital|incapacidad (?:temporal|permanente)|viudedad|orfandad|tarjeta sanitaria|nacimiento y cuidado|(?:prestacion|baja) (?:de|por) (?:maternidad|paternidad))\b/,
    unit: 'inss',
    template: TEMPLATE_NAMES.inss,
  },
  {
    words:
      /\b(?:sepe|(?:cobrar|cobro|solicitar|pedir|mi|el) (?:el )?paro|(?:prestacion|subsidio) (?:de|por) (?:el )?(?:desempleo|paro)|cita (?:en|con) el inem)\b/,
    unit: 'sepe',
    template: TEMPLATE_NAMES.sepe,
  },
];

/** Whoever is authorised for RED has to use it (DOMAIN 5), save for deferrals and answers to requirements. */
export const RED_AGENT = /\bautorizad[oa]s? (?:del? |en el )?(?:sistema )?red\b|\bautorizacion red\b/;
