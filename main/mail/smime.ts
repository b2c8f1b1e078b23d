import { createHash, X509Certificate } from 'node:crypto';
import { GeneralizedTime, ObjectIdentifier, OctetString, Primitive, UTCTime } from 'asn1js';
import {
  Certificate,
  ContentInfo,
  CryptoEngine,
  IssuerAndSerialNumber,
  SignedData,
  type Attribute,
  type SignerInfo,
} from 'pkijs';
import { certificatesIn, holderOf, inForce, issuerName, isTrusted, keyIdentifier } from './certificate.ts';
import type { ParseLimits, SignatureState, Signer } from './model.ts';
import { decodeTransfer } from './repair.ts';
import { contentTypeParameter, scanStructure, type MimePart } from './structure.ts';

/** An S/MIME signature as it was found. */
export type Signature = {
  readonly state: SignatureState;
  /** False when the message shows more than was signed. */
  readonly whole: boolean;
  readonly signedAt: Date | null; // what the signer's own clock said
  readonly signer: Signer | null;
};

export type SignatureContext = {
  readonly from: string; // the sender's address, lower case
  readonly receivedAt: Date; // certificates must have been in force then
  readonly trustedCertificates: string; // PEM
};

const OID = {
  CONTENT_TYPE: '1.2.840.113549.1.9.3',
  MESSAGE_DIGEST: '1.2.840.113549.1.9.4',
  SIGNING_TIME: '1.2.840.113549.1.9.5',
} as const;

/** Digests that still prove something; with SHA-1 or MD5 nobody can tell whether the bytes changed. */
const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};
const MAX_CERTIFICATES = 20;

/**
 * Checks the first S/MIME signature of a message over its exact bytes. Never throws: what cannot be understood is
 * UNCHECKABLE.
 */
export async function checkSignature(
  raw: Buffer,
  limits: ParseLimits,
  context: SignatureContext,
): Promise<Signature> {
  const { parts } = scanStructure(raw, limits);
  const found = detached(raw, parts) ?? opaque(raw, parts);
  if (found === null) return { whole: false, ...UNCHECKABLE };
  const { cms, content, whole } = found;
  try {
    return { whole, ...(await verify(cms, content, context)) };
  } catch {
    // Not swallowed: the person reads that this signature could not be checked.
    return { whole, ...UNCHECKABLE };
  }
}

const UNCHECKABLE = { state: 'UNCHECKABLE', signedAt: null, signer: null } as const;

type Found = { readonly cms: Buffer; readonly content: Buffer | null; readonly whole: boolean };

/** multipart/signed (RFC 8551 3.5.3): the first part's bytes and the signature in the second. */
function detached(raw: Buffer, parts: readonly MimePart[]): Found | null {
  const at = parts.findIndex(({ contentType }) => /^application\/(x-)?pkcs7-signature$/.test(contentType));
  const signature = parts[at];
  const container = parts
    .slice(0, Math.max(at, 0))
    .findLastIndex(({ contentType }) => contentType === 'multipart/signed');
  const [envelope, signed] = [parts[container], parts[container + 1]];
  if (!signature || !envelope || !signed || signed === signature) return null;
  const header = raw.toString('latin1', envelope.headerStart, envelope.bodyStart);
  const boundary = contentTypeParameter(header, 'boundary') ?? '';
  const delimiter = raw.lastIndexOf(`\n--${boundary}`, signature.headerStart, 'latin1');
  if (delimiter <= signed.headerStart) return null;
  const end = raw[delimiter - 1] === 0x0d ? delimiter - 1 : delimiter;
  return {
    cms: decodeTransfer(raw.subarray(signature.bodyStart, signature.bodyEnd), signature.encoding),
    content: canonical(raw.subarray(signed.headerStart, end)),
    whole: container === 0 && at === parts.length - 1,
  };
}

/** application/pkcs7-mime (RFC 8551 3.5.2): the signature carries the content itself. */
function opaque(raw: Buffer, parts: readonly MimePart[]): Found | null {
  const part = parts.find(({ contentType }) => /^application\/(x-)?pkcs7-mime$/.test(contentType));
  if (!part) return null;
  const cms = decodeTransfer(raw.subarray(part.bodyStart, part.bodyEnd), part.encoding);
  return { cms, content: null, whole: part === parts[0] };
}

/** Lines as they were signed: a message kept in a file may have lost its CRs. */
function canonical(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}

async function verify(
  cms: Buffer,
  content: Buffer | null,
  { from, receivedAt, trustedCertificates }: SignatureContext,
): Promise<Omit<Signature, 'whole'>> {
  const data = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(cms)).content });
  const [info, ...more] = data.signerInfos;
  const certificates = (data.certificates ?? [])
    .filter((one) => one instanceof Certificate)
    .slice(0, MAX_CERTIFICATES);
  const certificate = info && certificates.find((one) => isSigner(info, one));
  // Several signers: which of them the person would be shown is anybody's choice.
  if (!info || more.length > 0 || !certificate) return UNCHECKABLE;
  const own = nodeCertificate(certificate);
  const holder = holderOf(certificate);
  const signer: Signer = {
    name: holder.name,
    nif: holder.nif,
    organisation: holder.organisation,
    issuer: issuerName(certificate),
    validFrom: own.validFromDate,
    validTo: own.validToDate,
    sameAddress: holder.emails.length === 0 ? null : holder.emails.includes(from),
  };
  const signedBytes = content ?? encapsulated(data);
  const right = signedBytes === null ? null : await isRight(data, info, certificate, signedBytes);
  const others = (): X509Certificate[] =>
    certificates.filter((one) => one !== certificate).map(nodeCertificate);
  const state: SignatureState =
    right === null
      ? 'UNCHECKABLE'
      : !right
        ? 'INVALID'
        : !inForce(own, receivedAt)
          ? 'EXPIRED'
          : isTrusted(own, others(), certificatesIn(trustedCertificates), receivedAt)
            ? 'VALID'
            : 'UNKNOWN_ISSUER';
  return { state, signedAt: signingTime(info), signer };
}

/** The signer is named by issuer and number, or by the identifier of his key (RFC 5652 5.3). */
function isSigner({ sid }: SignerInfo, certificate: Certificate): boolean {
  const named: unknown = sid;
  if (named instanceof IssuerAndSerialNumber) {
    return certificate.issuer.isEqual(named.issuer) && certificate.serialNumber.isEqual(named.serialNumber);
  }
  return (
    named instanceof Primitive && (keyIdentifier(certificate)?.equals(named.valueBlock.valueHexView) ?? false)
  );
}

function nodeCertificate(certificate: Certificate): X509Certificate {
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER()));
}

function encapsulated({ encapContentInfo }: SignedData): Buffer | null {
  return encapContentInfo.eContent === undefined ? null : Buffer.from(encapContentInfo.eContent.getValue());
}

/**
 * RFC 5652 5.4 and 5.6: the digest among the signed attributes is the content's, and the attributes are signed. Null
 * when this cannot be told: without signed attributes or with a digest that proves nothing.
 */
async function isRight(
  data: SignedData,
  info: SignerInfo,
  certificate: Certificate,
  content: Buffer,
): Promise<boolean | null> {
  const digest = DIGESTS[info.digestAlgorithm.algorithmId];
  const attributes = info.signedAttrs;
  if (digest === undefined || attributes === undefined) return null;
  const messageDigest = single(attributes.attributes, OID.MESSAGE_DIGEST);
  const contentType = single(attributes.attributes, OID.CONTENT_TYPE);
  if (!(messageDigest instanceof OctetString) || !(contentType instanceof ObjectIdentifier)) return null;
  if (contentType.getValue() !== data.encapContentInfo.eContentType) return false;
  const computed = createHash(digest).update(content).digest();
  if (!computed.equals(messageDigest.valueBlock.valueHexView)) return false;
  const engine = new CryptoEngine({ name: 'node', crypto: globalThis.crypto });
  return engine.verifyWithPublicKey(
    attributes.encodedValue,
    info.signature,
    certificate.subjectPublicKeyInfo,
    info.signatureAlgorithm,
    digest,
  );
}

/** The value of an attribute that must stand there once. */
function single(attributes: readonly Attribute[], oid: string): unknown {
  const found = attributes.filter(({ type }) => type === oid);
  const values: readonly unknown[] = found[0]?.values ?? [];
  return found.length === 1 && values.length === 1 ? values[0] : undefined;
}

function signingTime({ signedAttrs }: SignerInfo): Date | null {
  const value = single(signedAttrs?.attributes ?? [], OID.SIGNING_TIME);
  return value instanceof UTCTime || value instanceof GeneralizedTime ? value.toDate() : null;
}
