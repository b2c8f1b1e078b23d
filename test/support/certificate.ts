import { Integer, OctetString, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CryptoEngine,
  Extension,
  GeneralName,
  GeneralNames,
  setEngine,
} from 'pkijs';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const OID = {
  COMMON_NAME: '2.5.4.3',
  BASIC_CONSTRAINTS: '2.5.29.19',
  ALTERNATIVE_NAME: '2.5.29.17',
} as const;

export type TestCertificate = { readonly key: string; readonly cert: string };

/** A certificate for 127.0.0.1 (or another address) that signs itself: an authority of its own, in force until then. */
export async function aCertificate(
  address = [127, 0, 0, 1],
  until = '2049-01-01T00:00:00Z',
): Promise<TestCertificate> {
  setEngine('node', new CryptoEngine({ name: 'node', crypto }));
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: 1 });
  const name = () =>
    new AttributeTypeAndValue({ type: OID.COMMON_NAME, value: new Utf8String({ value: 'prueba' }) });
  certificate.issuer.typesAndValues.push(name());
  certificate.subject.typesAndValues.push(name());
  certificate.notBefore.value = new Date('2020-01-01T00:00:00Z');
  certificate.notAfter.value = new Date(until);
  const names = new GeneralNames({
    names: [
      new GeneralName({ type: 7, value: new OctetString({ valueHex: new Uint8Array(address).buffer }) }),
    ],
  });
  certificate.extensions = [
    new Extension({
      extnID: OID.BASIC_CONSTRAINTS,
      critical: true,
      extnValue: new BasicConstraints({ cA: true }).toSchema().toBER(false),
    }),
    new Extension({ extnID: OID.ALTERNATIVE_NAME, extnValue: names.toSchema().toBER(false) }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, ALGORITHM.hash);
  return {
    key: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)),
    cert: pem('CERTIFICATE', certificate.toSchema(true).toBER(false)),
  };
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/gu) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
