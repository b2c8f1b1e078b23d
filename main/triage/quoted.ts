import { flatten, TEXT_LIMIT } from './fold.ts';

/** A message's text, bounded, with the writer's own words told from an earlier message that he quotes or forwards. */
export type Body = {
  readonly text: string;
  /** The same without accents and capitals, offset by offset (see flatten). */
  readonly flat: string;
  /** Where the quoted or forwarded message starts; the text's length when there is none. */
  readonly ownEnd: number;
  /** Where its words begin, after the line that announces it and its header lines. */
  readonly earlierStart: number;
  /** What announces it: a line that only forwards have, or one that replies have too. */
  readonly marker: 'FORWARDED' | 'QUOTED' | null;
  readonly quote: string;
};

/** Tried where lines begin: one that announces an earlier message. The group has it where only forwards have such a line. */
const ANNOUNCES = new RegExp(
  String.raw`[ \t>]*(?:` +
    [
      String.raw`(-{2,}[ \t]*(?:forwarded message|mensaje reenviado|missatge reenviat|mensaxe reenviada|birbidalitako mezua|message transfere|weitergeleitete nachricht|mensagem (?:re)?encaminhada|messaggio inoltrato|mesaj redirectionat)[ \t]*-{2,}|(?:inicio del mensaje reenviado|begin forwarded message|inici del missatge reenviat|mensaje reenviado)[ \t]*:)`,
      String.raw`-{2,}[ \t]*(?:original message|mensaje original|missatge original|mensaxe orixinal|jatorrizko mezua|message d'origine|ursprungliche nachricht|mensagem original|messaggio originale|mesaj(?:ul)? original)[ \t]*-{2,}`,
      // Outlook's block: De: / Enviado el: / Para: / Asunto:
      String.raw`\*?(?:de|from|nork|von|da|de la)[ \t]*:\*?[^\n]{1,200}\n[ \t>]*\*?(?:enviado el|enviado|enviada|enviat|envoye|fecha|data|date|datum|sent|gesendet|inviato|trimis|para|to|an|a|asunto|assunto|objet|betreff|oggetto|subiect|bidalia|bidaltze-data)[ \t]*:`,
    ].join('|') +
    String.raw`)|[ \t]*>[^\n]*\n[ \t]*>`,
  'y',
);

// "El 09/06/2020 13:01, TGSS Zaragoza escribió:" ends a line; mail programs wrap it onto up to three.
const WROTE =
  /(?<=(?:escribio|escribiu|va escriure|ha escrit|wrote|a ecrit|escreveu|idatzi du|schrieb[^\n:]{0,80}|ha scritto|a scris)[ \t]*):[ \t]*$/m;
const WROTE_START = /^[ \t>]*(?:el|on|le|o|em|al|a les|am|il|pe|in data)[ \t]/;

const HEADER_LINE =
  /^[ \t>]*\*?(?:de|from|nork|von|da|de la|enviado el|enviado|enviada|enviat|envoye|fecha|data|date|datum|sent|gesendet|inviato|trimis|bidalia|para|per a|to|an|a|catre|cc|nori|asunto|assumpte|assunto|objet|betreff|oggetto|subiect|subject|gaia|responder a|reply-to)[ \t]*:/;
const BLANK_LINE = /^[\s>]*$/;
const MOST_HEADER_LINES = 12;

/** Reads the first TEXT_LIMIT characters of a plain text. */
export function readBody(wholeText: string): Body {
  const text = wholeText.slice(0, TEXT_LIMIT);
  const flat = flatten(text);
  const line = announcement(flat);
  const wrote = attribution(flat);
  const attributed = wrote >= 0 && (line === null || wrote < line.index);
  const start = attributed ? wrote : (line?.index ?? -1);
  if (start < 0)
    return { text, flat, ownEnd: text.length, earlierStart: text.length, marker: null, quote: '' };
  return {
    text,
    flat,
    ownEnd: start,
    earlierStart: afterHeaderLines(flat, start),
    marker: !attributed && line?.[1] !== undefined ? 'FORWARDED' : 'QUOTED',
    quote: text.slice(start, lineEnd(text, start)).trim().slice(0, 120),
  };
}

/** The first line that announces an earlier message, tried a line at a time: anywhere else the pattern cannot match. */
function announcement(flat: string): RegExpExecArray | null {
  for (let start = 0; ; start++) {
    ANNOUNCES.lastIndex = start;
    const match = ANNOUNCES.exec(flat);
    if (match !== null) return match;
    start = flat.indexOf('\n', start);
    if (start < 0) return null;
  }
}

/** Start of the attribution line above a quotation, or -1. */
function attribution(flat: string): number {
  const wrote = WROTE.exec(flat);
  if (wrote === null) return -1;
  let start = wrote.index;
  for (let lines = 0; lines < 3 && start > 0; lines++) {
    start = flat.lastIndexOf('\n', start - 1);
    if (WROTE_START.test(flat.slice(start + 1, start + 40))) return start + 1;
  }
  return -1;
}

/** Skips the announcing line and the header lines (De:, Fecha:, Para:, Asunto:) that follow it. */
function afterHeaderLines(flat: string, from: number): number {
  let position = from;
  for (let lines = 0; lines < MOST_HEADER_LINES && position < flat.length; lines++) {
    const end = lineEnd(flat, position);
    const line = flat.slice(position, Math.min(end, position + 300));
    if (lines > 0 && !HEADER_LINE.test(line) && !BLANK_LINE.test(line)) break;
    position = Math.min(end + 1, flat.length);
  }
  return position;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
