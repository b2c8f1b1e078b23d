/** Where the writer's own words end and an earlier message begins. */
export type Split = {
  /** Offset at which the quoted or forwarded message starts; the text's length when there is none. */
  readonly ownEnd: number;
  /** Offset after the line that announces it (and its header lines), where the earlier words begin. */
  readonly earlierStart: number;
  /** What announces it: a line that only forwards have, or one that replies have too. */
  readonly marker: 'FORWARDED' | 'QUOTED' | null;
  readonly quote: string;
};

const FORWARDED =
  /^[ \t>]*(?:-{2,}[ \t]*(?:forwarded message|mensaje reenviado|missatge reenviat|mensaxe reenviada|birbidalitako mezua|message transféré)[ \t]*-{2,}|(?:inicio del mensaje reenviado|begin forwarded message|inici del missatge reenviat|mensaje reenviado)[ \t]*:)/imu;

const QUOTED: readonly RegExp[] = [
  /^[ \t>]*-{2,}[ \t]*(?:original message|mensaje original|missatge original|mensaxe orixinal|jatorrizko mezua|message d'origine)[ \t]*-{2,}/imu,
  // El 09/06/2020 13:01, TGSS Zaragoza escribió: (mail programs wrap it)
  /^[ \t>]*(?:el|on|le|o|em|al|a les)[ \t][^\n]{4,200}(?:\n[^\n]{0,120}){0,2}(?:escribió|escribiu|va escriure|ha escrit|wrote|a écrit|escreveu|idatzi du)[ \t]*:[ \t]*$/imu,
  // Outlook's block: De: / Enviado el: / Para: / Asunto:
  /^[ \t>]*\*?(?:de|from|nork)[ \t]*:\*?[^\n]{1,200}\n[ \t>]*\*?(?:enviado el|enviado|enviat|fecha|data|date|sent|para|to|asunto|bidalia|bidaltze-data)[ \t]*:/imu,
  /^[ \t]*>[^\n]*\n[ \t]*>/mu,
];

const HEADER_LINE =
  /^[ \t>]*\*?(?:de|from|nork|enviado el|enviado|enviat|fecha|data|date|sent|bidalia|para|per a|to|cc|nori|asunto|assumpte|subject|gaia|responder a|reply-to)[ \t]*:/iu;

/** Splits a plain text into the writer's words and the message he quotes or forwards. */
export function splitQuoted(text: string): Split {
  const forwarded = FORWARDED.exec(text);
  let found = forwarded;
  for (const pattern of QUOTED) {
    const match = pattern.exec(text);
    if (match !== null && (found === null || match.index < found.index)) found = match;
  }
  if (found === null) return { ownEnd: text.length, earlierStart: text.length, marker: null, quote: '' };
  return {
    ownEnd: found.index,
    earlierStart: afterHeaderLines(text, found.index),
    marker: found === forwarded ? 'FORWARDED' : 'QUOTED',
    quote: firstLine(found[0]),
  };
}

/** Skips the announcing line and the header lines (De:, Fecha:, Para:, Asunto:) that follow it. */
function afterHeaderLines(text: string, from: number): number {
  let position = from;
  for (let lines = 0; lines < 12 && position < text.length; lines++) {
    const end = text.indexOf('\n', position);
    const line = text.slice(position, end === -1 ? text.length : end);
    const own = HEADER_LINE.test(line) || /^[\s>]*$/u.test(line) || lines === 0;
    if (!own) break;
    position = end === -1 ? text.length : end + 1;
  }
  return position;
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.slice(0, 120) ?? '';
}
