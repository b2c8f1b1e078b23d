import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../../main/mail/clean-html.ts';

const none = new Map<string, string>();
const clean = (html: string) => cleanHtml(html, none).html;

const TAGS = new Set(
  (
    'a abbr address article aside b bdi blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small ' +
    'span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'dir lang style align valign title href rel src alt width height color face size border cellpadding cellspacing bgcolor ' +
    'colspan rowspan scope span start type reversed value datetime'
  ).split(' '),
);

/** What must never be in cleaned HTML, found by parsing it again. */
function violations(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!TAGS.has(name)) found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(key)) found.push(`${name} ${key}`);
        if (key === 'href' && !/^(https?:|mailto:)/.test(value)) found.push(value);
        if (key === 'src' && !/^data:image\/(png|jpe?g|gif|webp|bmp);base64,/.test(value)) found.push(value);
        if (key === 'style' && /url|expression|position|@|\\|javascript|\/\*/i.test(value)) found.push(value);
      }
    },
    onprocessinginstruction: (name) => found.push(name),
    oncomment: (text) => found.push(text),
  });
  parser.end(html);
  return found;
}

describe('cleanHtml', () => {
  it.each([
    ['script', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['event handlers', '<p onclick="x()" onmouseover=y>a</p>', '<p>a</p>'],
    ['image handlers', '<img src=x onerror=alert(1)>', '<img />'],
    ['javascript links', '<a href="javascript:alert(1)">a</a>', '<span>a</span>'],
    ['javascript links in disguise', '<a href=" java\nscript:alert(1)">a</a>', '<span>a</span>'],
    ['entities in a scheme', '<a href="&#106;avascript:alert(1)">a</a>', '<span>a</span>'],
    ['data: pages', '<a href="data:text/html,<script>1</script>">a</a>', '<span>a</span>'],
    ['relative links', '<a href="/etc/passwd">a</a>', '<span>a</span>'],
    ['file links', '<a href="file:///c:/x">a</a>', '<span>a</span>'],
    ['svg', '<svg onload=alert(1)><p>x</p></svg>b', 'b'],
    ['svg images', '<img src="data:image/svg+xml;base64,AAAA">', '<img />'],
    ['math', '<math><mtext><img src=x onerror=alert(1)></mtext></math>b', 'b'],
    ['meta refresh', '<meta http-equiv="refresh" content="0;url=http://x.example">b', 'b'],
    ['base', '<base href="http://x.example/">b', 'b'],
    ['forms', '<form action="http://x.example"><input name=dni><button>ok</button></form>', 'ok'],
    ['frames', '<iframe src="http://x.example">x</iframe><object data="http://x.example">y</object>b', 'b'],
    ['style sheets', '<style>p{background:url(http://x.example)}</style><p>b</p>', '<p>b</p>'],
    ['template', '<template><script>1</script></template>b', 'b'],
    [
      'mutation by noscript',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>b',
      '"&gt;b',
    ],
    ['comments', '<!--[if mso]><img src="http://x.example"><![endif]-->b', 'b'],
  ])('takes out %s', (_, html, wanted) => {
    const cleaned = clean(html);
    expect(violations(cleaned)).toEqual([]);
    if (!html.includes('noscript')) expect(cleaned).toBe(wanted);
  });

  it.each([
    ['background:url(http://x.example/a.png)'],
    ['background-image:url("http://x.example")'],
    ['position:fixed;top:0;left:0;width:100%;height:100%;z-index:99'],
    ['width:expression(alert(1))'],
    ['color:var(--x)'],
    ['background:\\75rl(http://x.example)'],
    ['list-style:url(//x.example)'],
    ['margin-top:-500px'],
    ['float:left;transform:scale(9)'],
    ['content:"x"'],
    ['behavior:url(#x)'],
    ['width:99999px'],
    ['border-image:url(//x.example)'],
  ])('drops the style %s', (style) => {
    const quoted = style.replaceAll('"', '&quot;');
    expect(clean(`<p style="${quoted};color:red">a</p>`)).not.toMatch(
      /url|expression|var|75rl|-500|transform|content|behavior|99999|position|z-index/,
    );
  });

  it('keeps safe styles and structure', () => {
    expect(clean('<p style="color:#123456; font-weight: bold; margin: 0 0 6pt"><b>a</b></p>')).toBe(
      '<p style="color:#123456;font-weight:bold;margin:0 0 6pt"><b>a</b></p>',
    );
    expect(clean('<table border="1"><tr><td colspan="2">a</td></tr></table>')).toBe(
      '<table border="1"><tr><td colspan="2">a</td></tr></table>',
    );
  });

  it('counts every remote reference it takes out', () => {
    const { html, remoteContentBlocked } = cleanHtml(
      '<link rel=stylesheet href="https://x.example/a.css"><style>@import "https://x.example/b.css"; p{background:url(//x.example/c)}</style>' +
        '<body background="http://x.example/d.png"><img src="https://x.example/pixel.gif"><img srcset="https://x.example/e 2x">' +
        '<p style="background:url(\'https://x.example/f\')">a</p><video src="https://x.example/g"></video></body>',
      none,
    );
    expect(remoteContentBlocked).toBe(8);
    expect(html).not.toContain('x.example');
  });

  it("shows the message's own images and no other", () => {
    const images = new Map([['logo@x', 'data:image/png;base64,AAAA']]);
    expect(
      cleanHtml(
        '<img src="cid:logo@x" alt="Logo" width="10"><img src="cid:logo%40x"><img src="cid:other">',
        images,
      ),
    ).toEqual({
      html: '<img src="data:image/png;base64,AAAA" alt="Logo" width="10" /><img src="data:image/png;base64,AAAA" /><img />',
      remoteContentBlocked: 0,
    });
  });

  describe('links', () => {
    it('carry their real target and no access to the opener', () => {
      expect(clean('<a href="https://sede.example/x?a=1&amp;b=2" target="_top" onclick="x()">aquí</a>')).toBe(
        '<a href="https://sede.example/x?a=1&amp;b=2" rel="noopener noreferrer" title="https://sede.example/x?a=1&amp;b=2">aquí</a>',
      );
    });

    it.each([
      ['https://www.seg-social.es', 'http://malo.example/x', true],
      ['www.seg-social.es/pagos', 'http://malo.example/x', true],
      ['seg-social.es', 'http://seg-social.es.malo.example/', true],
      ['<b>https://seg</b>-social.es', 'http://malo.example/', true],
      ['a@tgss.example', 'mailto:b@malo.example', true],
      ['https://tgss.example@malo.example/', 'https://malo.example/', false],
      ['seg-social.es', 'https://www.seg-social.es/inicio', false],
      ['seg-social.es', 'https://sede.seg-social.es/', false],
      ['pulse aquí', 'http://malo.example/x', false],
    ])('whose text is %s and target %s: target written out: %s', (text, target, shown) => {
      expect(clean(`<a href="${target}">${text}</a>`).includes('[enlace real:')).toBe(shown);
    });
  });

  it('lets nothing unsafe through, whatever the input', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          '<script>',
          '</script>',
          '<svg>',
          '</svg>',
          '<math>',
          '<style>',
          '</style>',
          '<img src=x onerror=alert(1)>',
        ],
        ...[
          '<a href="javascript:1">',
          '</a>',
          '<p title="',
          '">',
          '<!--',
          '-->',
          '<![CDATA[',
          ']]>',
          '<table>',
          '<noscript>',
        ],
        ...[
          '<textarea>',
          '</textarea>',
          '<title>',
          '</title>',
          '<template>',
          '<iframe srcdoc="',
          '<form>',
          '<select>',
          '<xmp>',
        ],
        ...[
          '&lt;script&gt;',
          '&#x3c;img src=x onerror=1&#x3e;',
          '<p style="background:url(http://x)">',
          '<plaintext>',
          '\0',
        ],
        ...[
          '<mglyph>',
          '<mtext>',
          '<foreignObject>',
          '<annotation-xml encoding="text/html">',
          '<br/onload=1>',
          '</p>',
        ],
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(violations(clean(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
