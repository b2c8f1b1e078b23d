import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundedHtml, htmlToText } from '../../main/mail/html-to-text.ts';

it.each([
  ['<p>uno</p><p>dos</p>', 'uno\n\ndos'],
  ['<div>uno</div><div>dos<br>tres</div>', 'uno\ndos\ntres'],
  ['uno<br><br>dos', 'uno\n\ndos'],
  ['<head><title>x</title><style>p{}</style></head><body>uno<script>1</script></body>', 'uno'],
  ['<ul><li>uno</li><li>dos</li></ul>', '- uno\n- dos'],
  ['<table><tr><td>DNI</td><td>99</td></tr><tr><td>b</td></tr></table>', 'DNI 99\nb'],
  ['uno &amp; dos&nbsp;&ntilde;&#8364;', 'uno & dos ñ€'],
  ['<span>un</span><span>o</span>', 'uno'],
  ['uno<div style="display:none">oculto<br>mas</div>dos', 'unodos'],
  ['<p>sí</p><blockquote type="cite"><p>antes<br>de</p></blockquote>', 'sí\n\n> antes\n> de'],
  ['<blockquote>sangrado</blockquote>', 'sangrado'],
  ['<pre>a  b\n c</pre>', 'a  b\n c'],
  ['<p>sin cerrar <b>nada', 'sin cerrar nada'],
  ['2 < 3', '2 < 3'],
])('%j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

it('reads the beginning of HTML that is made to be slow', () => {
  const nested = `<p>inicio</p>${'<div>'.repeat(1_000_000)}fin`;
  expect(htmlToText(nested)).toBe('inicio');
  expect(boundedHtml('<p>'.repeat(40_000))).toHaveLength(120_000);
});

it('never throws, and leaves no line of blanks', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<br>',
      '<blockquote type=cite>',
      '</blockquote>',
      '<pre>',
      '<!--',
      '<script>',
      '&#0;',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(htmlToText(pieces.join(''))).not.toMatch(/\n\n\n|^\n|\n$/);
    }),
  );
});
