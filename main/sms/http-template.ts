import type { HttpsGatewayData } from './gateway-model.ts';

export type Values = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{\{(\w+)\}\}/gu;
const BODY_NAMES = ['destino', 'destino_sin_mas', 'texto', 'secreto'];
/** RFC 9110: a token, a colon, visible ASCII. */
const HEADER = /^([!#$%&'*+.^`|~\w-]+):[ \t]*([\x20-\x7e]*)$/u;

/** What stands in double braces, replaced; unknown names stay. */
export function fill(template: string, values: Values): string {
  return template.replaceAll(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);
}

/** The body with its strings filled: whatever the values hold, it stays the same JSON. Throws on what is none. */
export function fillJson(template: string, values: Values): string {
  const filled: unknown = JSON.parse(template, (_key, value: unknown) =>
    typeof value === 'string' ? fill(value, values) : value,
  );
  return JSON.stringify(filled);
}

/** The headers of a template, filled. */
export function fillHeaders(template: string, values: Values): Record<string, string> {
  return Object.fromEntries(
    headerLines(template).flatMap((line) => {
      const [, name, value] = HEADER.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, fill(value, values)]];
    }),
  );
}

/** Names of the fields that cannot work, as the settings call them. */
export function templateProblems({ url, headers, body, status }: HttpsGatewayData): string[] {
  const inBody = names(body);
  const statusUrl = status === null ? null : fill(status.url, { id: '1' });
  return [
    ...(headerLines(headers).every((line) => HEADER.test(line)) &&
    names(headers).every((n) => n === 'secreto')
      ? []
      : ['headers']),
    ...(isJson(body) &&
    inBody.every((name) => BODY_NAMES.includes(name)) &&
    inBody.includes('texto') &&
    (inBody.includes('destino') || inBody.includes('destino_sin_mas'))
      ? []
      : ['body']),
    // The headers go there too, and may hold the secret.
    ...(statusUrl === null ||
    (URL.canParse(statusUrl) &&
      new URL(statusUrl).origin === new URL(url).origin &&
      names(status?.url ?? '').includes('id'))
      ? []
      : ['status.url']),
  ];
}

/** The value at `a.0.b`, as text; null when there is none. */
export function valueAt(answer: unknown, path: string): string | null {
  let value: unknown = answer;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  return text === '' || text.length > 200 ? null : text;
}

function headerLines(template: string): string[] {
  return template.split(/\r?\n/u).filter((line) => line.trim() !== '');
}

function names(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].flatMap(([, name]) => name ?? []);
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
