import type { GateLevel, SendingSettings } from '../../../main/api/contract/index.ts';

type Gate = {
  [K in keyof SendingSettings]: SendingSettings[K] extends GateLevel ? K : never;
}[keyof SendingSettings];

/** Texts of the settings' section on sending. */
export const sendingStrings = {
  answers: 'Respuestas',
  quote: 'Mensaje que se contesta',
  quoteHint: 'Se puede cambiar en cada respuesta.',
  maxMiB: 'Tamaño máximo de un mensaje (MB)',
  maxMiBHint: 'Como lo cuenta el servidor: los adjuntos ocupan un tercio más al enviarse.',
  perDay: 'Mensajes al día a una misma dirección, como máximo',
  perDayHint: 'Corta las respuestas en bucle entre máquinas.',
  gate: 'Comprobación antes de enviar',
  gateHint: 'Qué debe solo avisar y qué debe impedir el envío.',
  gates: {
    caseChanged: 'Otra persona ha cambiado el expediente mientras se escribía',
    unknownAddress: 'La dirección no ha escrito en el expediente ni consta de la persona',
    foreignAttachment: 'El adjunto es del expediente de otra persona',
    personalData: 'Hay datos registrados en el texto y la identidad no está verificada',
  } satisfies Record<Gate, string>,
  levels: { WARN: 'Avisa y deja enviar', STOP: 'Impide el envío' } satisfies Record<GateLevel, string>,
  alwaysStops:
    'Impiden siempre el envío: los huecos sin rellenar, el asunto vacío, el exceso de tamaño, contestar a una máquina, a una lista o a la propia oficina, y pasar del máximo diario.',
} as const;
