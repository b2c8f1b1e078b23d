/** A part of a message: a file beside its text. */
export type Paper = { readonly name: string; readonly type: string; readonly bytes: Buffer };

/** Header and body lines of a message with these attachments. */
export function withPapers(papers: readonly Paper[]): string[] {
  return [
    'Content-Type: multipart/mixed; boundary=corte',
    '',
    '--corte',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Le adjunto los papeles.',
    ...papers.flatMap(({ name, type, bytes }) => [
      '--corte',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      ...(bytes.toString('base64').match(/.{1,76}/g) ?? []),
    ]),
    '--corte--',
  ];
}

/** A blue point. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A page as a fax or an office scanner writes it (CCITT Group 3): black and white stripes, half the page each. */
export function faxedPage(): Buffer {
  // Four times eight white points and eight black ones, by the code table of ITU-T T.4.
  const bits = '10011000101'.repeat(4).repeat(64);
  const image = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const draw = 'q 280 0 0 280 10 10 cm /Fax Do Q';
  const ccitt = '/Filter /CCITTFaxDecode /DecodeParms << /K 0 /Columns 32 /Rows 64 >>';
  const shape = '/Width 32 /Height 64 /BitsPerComponent 1 /ColorSpace /DeviceGray';
  return Buffer.concat([
    Buffer.from(
      [
        '%PDF-1.4',
        '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
        '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
        '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R',
        '/Resources << /XObject << /Fax 5 0 R >> >> >> endobj',
        `4 0 obj << /Length ${draw.length} >> stream\n${draw}\nendstream endobj`,
        `5 0 obj << /Type /XObject /Subtype /Image ${shape} ${ccitt} /Length ${image.length} >> stream\n`,
      ].join('\n'),
    ),
    image,
    Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
  ]);
}
