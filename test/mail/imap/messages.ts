/** A small fictional request with CRLF line ends, so that the server gives it back as it is. */
export function eml(n: number, { subject = `Consulta ${n}`, body = `Texto ${n}` } = {}): string {
  return [
    `From: Persona ${n} <persona${n}@ejemplo.test>`,
    'To: oficina@ejemplo.test',
    `Subject: ${subject}`,
    'Date: Mon, 16 Mar 2026 10:00:00 +0100',
    `Message-ID: <prueba-${n}@ejemplo.test>`,
    '',
    body,
    '',
  ].join('\r\n');
}

export function emls(count: number, from = 1): string[] {
  return Array.from({ length: count }, (_, at) => eml(from + at));
}
