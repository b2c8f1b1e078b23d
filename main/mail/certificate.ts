import { X509Certificate } from 'node:crypto';
import { OctetString } from 'asn1js';
import { GeneralNames, RelativeDistinguishedNames, type Certificate } from 'pkijs';
import { parseIdentityDocument } from '../citizens/identifiers.ts';
import { cleanLine } from './headers.ts';

/** Who a certificate says its holder is. Worth as much as its issuer. */
export type Holder = {
  readonly name: string;
  readonly nif: string | null; // only with a right control letter
  readonly organisation: string | null;
  readonly emails: readonly string[];
};

const OID = {
  COMMON_NAME: '2.5.4.3',
  SURNAME: '2.5.4.4',
  SERIAL_NUMBER: '2.5.4.5',
  ORGANISATION: '2.5.4.10',
  GIVEN_NAME: '2.5.4.42',
  EMAIL: '1.2.840.113549.1.9.1',
  KEY_IDENTIFIER: '2.5.29.14',
  ALTERNATIVE_NAME: '2.5.29.17',
  /** The FNMT's own, in a directory name of the alternative names. */
  FNMT_NIF: '1.3.6.1.4.1.5734.1.4',
} as const;

/** rfc822Name among the kinds of RFC 5280 4.2.1.6. */
const EMAIL_NAME = 1;

/**
 * The holder of a certificate. The NIF is where Spanish issuers write it: the subject's serialNumber (IDCES-…, ETSI
 * EN 319 412-1, or bare), the end of the common name ("APELLIDO APELLIDO NOMBRE - 12345678Z"), or the FNMT's field.
 */
export function holderOf(certificate: Certificate): Holder {
  const subject = certificate.subject;
  const common = first(subject, OID.COMMON_NAME);
  const [, commonName = common, commonNif = ''] =
    /^(.*?)\s+-\s+(?:NIF\s+|DNI\s+)?([0-9A-Z]{9})$/i.exec(common) ?? [];
  const alternative = alternativeNames(certificate);
  const fnmtNif = alternative.directories.map((one) => first(one, OID.FNMT_NIF)).find((one) => one !== '');
  const full = [first(subject, OID.GIVEN_NAME), first(subject, OID.SURNAME)].filter(Boolean).join(' ');
  const serial = first(subject, OID.SERIAL_NUMBER).replace(/^(IDC|TIN|IDE)ES-/i, '');
  const nif = [serial, commonNif, fnmtNif ?? ''].find(isNif);
  return {
    name: full || commonName || first(subject, OID.ORGANISATION),
    nif: nif?.toUpperCase() ?? null,
    organisation: first(subject, OID.ORGANISATION) || null,
    emails: [...new Set([...alternative.emails, ...all(subject, OID.EMAIL)].map((one) => one.toLowerCase()))],
  };
}

/** The issuer as a person would call it. */
export function issuerName({ issuer }: Certificate): string {
  return first(issuer, OID.COMMON_NAME) || first(issuer, OID.ORGANISATION);
}

/** The subject key identifier, null when there is none. */
export function keyIdentifier({ extensions = [] }: Certificate): Buffer | null {
  const value: unknown = extensions.find(({ extnID }) => extnID === OID.KEY_IDENTIFIER)?.parsedValue;
  return value instanceof OctetString ? Buffer.from(value.valueBlock.valueHexView) : null;
}

function isNif(text: string): boolean {
  if (!/^[0-9A-Z]{9}$/i.test(text)) return false;
  const { type, valid } = parseIdentityDocument(text);
  return valid === true && type !== 'PASSPORT';
}

function all(name: RelativeDistinguishedNames, oid: string): string[] {
  return name.typesAndValues
    .filter(({ type }) => type === oid)
    .map(({ value }) => cleanLine(String(value.valueBlock.value)));
}

function first(name: RelativeDistinguishedNames, oid: string): string {
  return all(name, oid)[0] ?? '';
}

function alternativeNames({ extensions = [] }: Certificate): {
  emails: string[];
  directories: RelativeDistinguishedNames[];
} {
  const extension = extensions.find(({ extnID }) => extnID === OID.ALTERNATIVE_NAME);
  const value = extension?.extnValue;
  if (!(value instanceof OctetString)) return { emails: [], directories: [] };
  const emails: string[] = [];
  const directories: RelativeDistinguishedNames[] = [];
  for (const { type, value: name } of GeneralNames.fromBER(new Uint8Array(value.valueBlock.valueHexView))
    .names) {
    if (type === EMAIL_NAME && typeof name === 'string') emails.push(cleanLine(name));
    if (name instanceof RelativeDistinguishedNames) directories.push(name);
  }
  return { emails, directories };
}

/** A path longer than this is somebody's joke. */
const MAX_PATH = 8;

/**
 * Whether a certificate leads to one of the trusted ones by right signatures of authorities that were all in force
 * at that time. Revocation is not asked for: that would need the network.
 */
export function isTrusted(
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  at: Date,
  depth = 0,
): boolean {
  if (trusted.some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256)) return true;
  const issuedBy = (issuer: X509Certificate): boolean =>
    issuer.ca &&
    inForce(issuer, at) &&
    certificate.checkIssued(issuer) &&
    certificate.verify(issuer.publicKey);
  if (trusted.some(issuedBy)) return true;
  if (depth >= MAX_PATH) return false;
  return others
    .filter((other) => other !== certificate && issuedBy(other))
    .some((issuer) =>
      isTrusted(
        issuer,
        others.filter((other) => other !== issuer),
        trusted,
        at,
        depth + 1,
      ),
    );
}

export function inForce({ validFromDate, validToDate }: X509Certificate, at: Date): boolean {
  return validFromDate <= at && at <= validToDate;
}

/** The certificates of a PEM text. Throws on what looks like one and is none. */
export function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}
