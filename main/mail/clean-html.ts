import sanitize from 'sanitize-html';
import { cleanLine } from './headers.ts';
import { boundedHtml } from './html-to-text.ts';

export type CleanHtml = {
  readonly html: string;
  /** Remote references (images, styles, frames, fonts, media) that were taken out. */
  readonly remoteContentBlocked: number;
};

/** Content-IDs (without angle brackets) to data: URLs of the message's own images. */
export type InlineImages = ReadonlyMap<string, string>;

const TAGS = (
  'a abbr address article aside b bdi blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small ' +
  'span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
).split(' ');

const COMMON = ['dir', 'lang', 'style', 'align', 'valign', 'title'];

const plainValue =
  /^(?!.*(?:url|expression|image-set|javascript|var|attr|env)\s*\()[\w\s#%.,()'"+/-]{1,200}$/i;
const length =
  /^(?:-?\d{1,4}(?:\.\d{1,3})?(?:px|pt|pc|em|rem|ex|ch|cm|mm|in|%)?|auto|normal|none|medium|thin|thick|inherit|smaller|larger|x{0,2}-?(?:small|large))$/i;
const lengths =
  /^(?:\d{1,4}(?:\.\d{1,3})?(?:px|pt|pc|em|rem|ex|cm|mm|in|%)?|auto|thin|medium|thick)(?:\s+(?:\d{1,4}(?:\.\d{1,3})?(?:px|pt|pc|em|rem|ex|cm|mm|in|%)?|auto|thin|medium|thick)){0,3}$/i;

// Nothing that moves content out of its place (position, float out of flow, transform, negative margins, z-index),
// nothing that loads (url) and nothing that hides (display, visibility, opacity): hidden text is shown.
const STYLES: Record<string, RegExp[]> = {
  ...all(
    ['color', 'background-color', 'border-color', 'border-top-color', 'border-bottom-color'],
    plainValue,
  ),
  ...all(
    ['border', 'border-top', 'border-right', 'border-bottom', 'border-left', 'border-style'],
    plainValue,
  ),
  ...all(['font', 'font-family', 'font-style', 'font-weight', 'font-variant', 'line-height'], plainValue),
  ...all(['text-align', 'text-decoration', 'text-transform', 'vertical-align', 'white-space'], plainValue),
  ...all(
    ['list-style-type', 'border-collapse', 'border-spacing', 'table-layout', 'direction', 'word-break'],
    plainValue,
  ),
  ...all(['background'], /^(?:#[0-9a-f]{3,8}|[a-z]{3,30}|rgba?\([\d\s,.%/]{1,40}\))$/i),
  ...all(['font-size', 'text-indent', 'letter-spacing', 'word-spacing'], length),
  ...all(
    ['width', 'height', 'max-width', 'min-width', 'max-height', 'border-width', 'border-radius'],
    lengths,
  ),
  ...all(['margin', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left'], lengths),
  ...all(['padding', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left'], lengths),
};

function all(names: readonly string[], value: RegExp): Record<string, RegExp[]> {
  return Object.fromEntries(names.map((name) => [name, [value]]));
}

/** Attributes that make a browser fetch something, on whatever element. */
const LOADING = [
  'src',
  'srcset',
  'background',
  'poster',
  'data',
  'dynsrc',
  'lowsrc',
  'longdesc',
  'imagesrcset',
];
const REMOTE = /^\s*(?:https?:|ftp:|\/\/|\\\\|file:)/i;
const REMOTE_CSS = /(?:url\s*\(\s*['"]?\s*|@import\s+['"])(?:https?:|ftp:|\/\/)/gi;
const DATA_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[a-z0-9+/=\s]*$/i;
const NOTHING_BELOW =
  'script style textarea option select noscript noembed noframes template title xmp plaintext svg math iframe object applet video audio canvas'.split(
    ' ',
  );

/**
 * Mail HTML reduced to an allow-list: structure, safe styling, the message's own images. No script, no form, no
 * frame, nothing that loads from outside; links only to http, https and mailto, with their real target as title and
 * written out behind a text that names another place. Meant for a script-free frame with its own CSP on top.
 */
export function cleanHtml(html: string, images: InlineImages): CleanHtml {
  const read = boundedHtml(html);
  let remote = 0;
  for (const [, css = ''] of read.matchAll(/<style\b[^>]*>([^<]*)/gi)) {
    remote += css.match(REMOTE_CSS)?.length ?? 0;
  }
  const cleaned = sanitize(read, {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': COMMON,
      a: ['href', 'rel'],
      img: ['src', 'alt', 'width', 'height'],
      font: ['color', 'face', 'size'],
      table: ['width', 'border', 'cellpadding', 'cellspacing', 'bgcolor'],
      tr: ['bgcolor', 'height'],
      td: ['width', 'height', 'colspan', 'rowspan', 'bgcolor'],
      th: ['width', 'height', 'colspan', 'rowspan', 'bgcolor', 'scope'],
      col: ['width', 'span'],
      colgroup: ['width', 'span'],
      ol: ['start', 'type', 'reversed'],
      li: ['value'],
      time: ['datetime'],
    },
    allowedStyles: { '*': STYLES },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    nonTextTags: NOTHING_BELOW,
    disallowedTagsMode: 'discard',
    enforceHtmlBoundary: false,
    nestingLimit: 200,
    onOpenTag: (tag, attributes) => {
      remote += remoteReferences(tag, attributes);
    },
    transformTags: {
      a: (_, attributes) => link(attributes),
      img: (_, attributes) => image(attributes, images),
    },
  });
  return { html: showTargets(cleaned), remoteContentBlocked: remote };
}

function remoteReferences(tag: string, attributes: sanitize.Attributes): number {
  const names = tag === 'link' || tag === 'base' ? [...LOADING, 'href'] : LOADING;
  const loading = names.filter((name) => REMOTE.test(attributes[name] ?? '')).length;
  return loading + ((attributes['style'] ?? '').match(REMOTE_CSS)?.length ?? 0);
}

function link(attributes: sanitize.Attributes): sanitize.Tag {
  const target = linkTarget(attributes['href']);
  const { style = '' } = attributes;
  if (target === null) return { tagName: 'span', attribs: { style } };
  return { tagName: 'a', attribs: { href: target, rel: 'noopener noreferrer', title: target, style } };
}

/** The address a link really leads to, written in full; null when it is not one a person may follow. */
function linkTarget(href: string | undefined): string | null {
  const url = URL.parse(cleanLine(href ?? ''));
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

function image(attributes: sanitize.Attributes, images: InlineImages): sanitize.Tag {
  const { src = '', alt = '', width = '', height = '', style = '' } = attributes;
  const cid = /^\s*cid:(.+)$/is.exec(src)?.[1]?.trim();
  const own = cid === undefined ? undefined : (images.get(cid) ?? images.get(decode(cid)));
  const shown = own ?? (DATA_IMAGE.test(src) ? src : undefined);
  const kept = Object.entries({ alt, width, height, style }).filter(([, value]) => value !== '');
  return { tagName: 'img', attribs: { ...(shown ? { src: shown } : {}), ...Object.fromEntries(kept) } };
}

function decode(cid: string): string {
  try {
    return decodeURIComponent(cid);
  } catch {
    return cid;
  }
}

/**
 * Writes the real target behind every link whose visible text names another host. The input is sanitize-html's own
 * output: well-formed, attributes quoted and escaped, no link inside a link's tag.
 */
function showTargets(cleaned: string): string {
  return cleaned.replace(/<a href="([^"]*)"[^>]*>([^]*?)<\/a>/g, (whole, target: string, inner: string) =>
    namesAnotherPlace(cleanLine(unescapeHtml(inner.replace(/<[^>]*>/g, ''))), unescapeHtml(target))
      ? `${whole} <strong>[enlace real: ${target}]</strong>`
      : whole,
  );
}

const WRITTEN_URL = /(?:https?:\/\/|www\.)[^\s<>"]+/i;
const WHOLLY_A_PLACE = /^(?:[\w.+-]+@)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#]\S*)?$/u;

/** True when the text shows an address whose host is not the one the link leads to. */
function namesAnotherPlace(text: string, target: string): boolean {
  const written = WRITTEN_URL.exec(text)?.[0] ?? WHOLLY_A_PLACE.exec(text)?.[0];
  if (!written) return false;
  const shown = hostOf(
    written.includes('://') ? written : written.includes('@') ? `mailto:${written}` : `http://${written}`,
  );
  const real = hostOf(target);
  return shown !== real && !real.endsWith(`.${shown}`);
}

function hostOf(address: string): string {
  const url = URL.parse(address);
  const host = url?.protocol === 'mailto:' ? (url.pathname.split('@').at(-1) ?? '') : (url?.hostname ?? '');
  return host.toLowerCase().replace(/^www\./, '');
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
