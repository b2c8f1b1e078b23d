import { fold } from './fold.ts';

/** What the outermost prefix of a subject says about the message. */
export type SubjectPrefix = 'REPLY' | 'FORWARD' | 'AUTOMATIC' | 'UNDELIVERED';

// What mail programs in the languages of Spain and its neighbours put before a subject.
const PREFIXES: readonly (readonly [SubjectPrefix, string])[] = [
  ['REPLY', 're|rsp|resp|resposta|respuesta|r|rif|aw|antw|sv|res|ref|erantz|erantzuna|odp|ynt|vs'],
  [
    'FORWARD',
    'fwd?|rv|reenv|reenviado|reenviar|reenvio|rm|enc|tr|wg|i|birbidali|birb|reenviat|renv|rdv|mensaje reenviado',
  ],
  [
    'AUTOMATIC',
    'respuesta automatica|resposta automatica|erantzun automatikoa|automatic reply|auto(?:matic)? ?re(?:ply|sponse)|' +
      'reponse automatique|autorespuesta|fuera de (?:la )?oficina|fora de l.oficina|out of (?:the )?office|' +
      'leido|llegit|lido|irakurria|read|lu|gelesen|letto|entregado|lliurat|entregue|delivered|remis|retransmitido|relayed|' +
      'no leido|not read|aceptad[ao]|accepted|rechazad[ao]|declined|provisional',
  ],
  [
    'UNDELIVERED',
    'no se puede entregar|no se ha podido entregar|no entregado|no s.ha pogut lliurar|no es pot lliurar|non se pode entregar|' +
      'undeliverable|undelivered|non remis|delivery failure|mail delivery failed|failure notice|returned mail',
  ],
];

const PREFIX = new RegExp(
  `^(?:${PREFIXES.map(([name, words]) => `(?<${name}>${words})`).join('|')})` +
    String.raw`\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,2})?\s?[:：]\s*`,
  'u',
);

// [EXTERNO], ***SPAM***, {Spam?}: put there by gateways, not by the writer.
const TAG =
  /^(?:\[\s*(?:extern[oa]?|external|ext|spam\??|posible spam|bulk|sospechoso|warning|aviso)\s*\]|\*{2,}\s*(?:posible )?spam\s*\*{2,}|\{spam\??\})\s*:?\s*/u;

const MAX_SUBJECT = 500;
const MAX_PREFIXES = 20;

/** A subject without its chain of prefixes and gateway tags, and what the outermost prefix was. */
export function stripPrefixes(subject: string): Stripped {
  if (last?.subject !== subject) last = { subject, stripped: strip(subject) };
  return last.stripped;
}

type Stripped = { readonly bare: string; readonly outermost: SubjectPrefix | null };

// One message asks several times about its subject: the last answer is kept.
let last: { readonly subject: string; readonly stripped: Stripped } | null = null;

function strip(subject: string): Stripped {
  // Precomposed letters fold one to one, so a length matched in the folded text holds in the original.
  let bare = subject.slice(0, MAX_SUBJECT).normalize('NFC').replace(/\s+/gu, ' ').trim();
  let outermost: SubjectPrefix | null = null;
  for (let i = 0; i < MAX_PREFIXES; i++) {
    const head = fold(bare.slice(0, 60));
    const tag = TAG.exec(head);
    const match = tag ?? PREFIX.exec(head);
    if (match === null) break;
    if (tag === null) {
      outermost ??= PREFIXES.find(([name]) => match.groups?.[name] !== undefined)?.[0] ?? null;
    }
    bare = bare.slice(match[0].length);
  }
  return { bare: bare.trim(), outermost };
}
