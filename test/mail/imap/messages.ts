type EmlParts = { readonly subject?: string; readonly body?: string; readonly attachment?: Buffer };

/** A small fictional request with CRLF line ends, so that the server gives it back as it is; or a file in its place. */
export function eml(
  n: number,
  { subject = `Consulta ${n}`, body = `Texto ${n}`, attachment }: EmlParts = {},
): string {
  return [
    `From: Persona ${n} <persona${n}@ejemplo.test>`,
    'To: oficina@ejemplo.test',
    `Subject: ${subject}`,
    'Date: Mon, 16 Mar 2026 10:00:00 +0100',
    `Message-ID: <prueba-${n}@ejemplo.test>`,
    ...(attachment === undefined ? [] : ['Content-Type: application/octet-stream; name="datos.bin"']),
    ...(attachment === undefined ? [] : ['Content-Transfer-Encoding: base64']),
    '',
    attachment === undefined ? body : attachment.toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
    '',
  ].join('\r\n');
}

export function emls(count: number, from = 1): string[] {
  return Array.from({ length: count }, (_, at) => eml(from + at));
}
