import { Parser } from 'htmlparser2';

const SKIPPED = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'math',
  'object',
  'select',
]);
const BLOCKS = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'caption',
    'center',
    'dd',
    'div',
    'dl',
    'dt',
    'fieldset',
  ],
  ...[
    'figcaption',
    'figure',
    'footer',
    'form',
    'header',
    'html',
    'legend',
    'li',
    'main',
    'nav',
    'ol',
    'pre',
    'section',
  ],
  ...['table', 'tbody', 'tfoot', 'thead', 'tr', 'ul'],
]);
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);

/** HTML is read up to here (UTF-16 units, tags); the whole of it is in the raw source. */
const MAX_HTML = 1_000_000;
const MAX_TAGS = 50_000;

/** The part of an HTML body that is read: the parser's time grows with the square of the tags left open. */
export function boundedHtml(html: string): string {
  let end = Math.min(html.length, MAX_HTML);
  if (end < 3 * MAX_TAGS) return html; // too short to hold that many
  for (let tags = 0, at = html.indexOf('<'); at >= 0 && at < end; at = html.indexOf('<', at + 1)) {
    if (++tags > MAX_TAGS) end = at;
  }
  return html.slice(0, end);
}

/**
 * The text a person would read in an HTML body: lines where the page breaks them, quoted mail marked with "> ",
 * nothing of what is hidden. Linear in the length of the HTML; never throws.
 */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  let line = '';
  let quote = 0;
  let preformatted = 0;
  // Depth of open tags inside a skipped one; 0 means that text is shown.
  let skipped = 0;
  const quotes: boolean[] = [];

  const endLine = () => {
    const text = line.trimEnd();
    if (text !== '') lines.push('> '.repeat(quote) + text);
    line = '';
  };
  const gap = () => {
    endLine();
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (skipped > 0) {
          if (!VOID.has(name)) skipped++;
          return;
        }
        if (SKIPPED.has(name) || /display\s*:\s*none/i.test(attributes['style'] ?? '')) {
          if (!VOID.has(name)) skipped = 1;
          return;
        }
        if (name === 'br') {
          if (line.trim() === '') gap();
          else endLine();
        } else if (PARAGRAPHS.has(name)) gap();
        else if (BLOCKS.has(name)) endLine();
        else if ((name === 'td' || name === 'th') && line !== '') line += ' ';
        if (name === 'li') line = '- ';
        if (name === 'pre') preformatted++;
        if (name === 'blockquote') {
          // Only mail programs' quotes: a bare blockquote is mostly somebody's indentation.
          const cited = attributes['type'] === 'cite' || /quote/i.test(attributes['class'] ?? '');
          quotes.push(cited);
          if (cited && quote < 9) quote++;
        }
      },
      ontext(text) {
        if (skipped > 0) return;
        if (preformatted > 0) {
          const [first = '', ...rest] = text.split(/\r?\n/);
          line += first;
          for (const next of rest) {
            endLine();
            line = next;
          }
          return;
        }
        const joined = text.replace(/[\s\u00a0]+/g, ' ');
        line += line === '' || line.endsWith(' ') ? joined.trimStart() : joined;
      },
      onclosetag(name) {
        if (skipped > 0) {
          if (!VOID.has(name)) skipped--;
          return;
        }
        if (PARAGRAPHS.has(name)) gap();
        else if (BLOCKS.has(name)) endLine();
        if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
        if (name === 'blockquote' && quotes.pop() && quote > 0) quote--;
      },
    },
    { decodeEntities: true },
  );
  parser.end(boundedHtml(html));
  endLine();
  return lines.join('\n').trim();
}

const VOID = new Set([
  ...[
    'area',
    'base',
    'br',
    'col',
    'embed',
    'hr',
    'img',
    'input',
    'link',
    'meta',
    'param',
    'source',
    'track',
    'wbr',
  ],
]);
