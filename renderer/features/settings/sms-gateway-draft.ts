import type { HttpsGatewayData, SmppGatewayData, SmsGatewayData } from '../../../main/api/contract/index.ts';

/** What is typed for each kind of gateway: another kind can be looked at and nothing is lost. */
export type GatewayDraft = {
  readonly kind: SmsGatewayData['kind'];
  readonly https: Omit<HttpsGatewayData, 'status'> & {
    readonly hasStatus: boolean;
    readonly status: NonNullable<HttpsGatewayData['status']>;
  };
  readonly smpp: SmppGatewayData;
};

const EMPTY: GatewayDraft = {
  kind: 'NONE',
  https: {
    kind: 'HTTPS',
    url: '',
    headers: 'Authorization: Bearer {{secreto}}',
    body: '{\n  "to": "{{destino}}",\n  "text": "{{texto}}"\n}',
    idField: 'id',
    hasStatus: false,
    status: { url: '', field: 'status', delivered: 'delivered', failed: 'failed, expired' },
    caPem: null,
  },
  smpp: {
    kind: 'SMPP',
    server: { host: '', port: 3550, security: 'TLS' },
    systemId: '',
    systemType: '',
    sender: '',
    caPem: null,
  },
};

export function gatewayDraftOf(saved: SmsGatewayData): GatewayDraft {
  switch (saved.kind) {
    case 'NONE':
    case 'SIMULATOR':
      return { ...EMPTY, kind: saved.kind };
    case 'HTTPS':
      return {
        ...EMPTY,
        kind: saved.kind,
        https: { ...saved, hasStatus: saved.status !== null, status: saved.status ?? EMPTY.https.status },
      };
    case 'SMPP':
      return { ...EMPTY, kind: saved.kind, smpp: saved };
  }
}

/** As it is saved. */
export function gatewayOf({ kind, https, smpp }: GatewayDraft): SmsGatewayData {
  switch (kind) {
    case 'NONE':
    case 'SIMULATOR':
      return { kind };
    case 'HTTPS': {
      const { hasStatus, status, ...data } = https;
      return { ...data, status: hasStatus ? status : null };
    }
    case 'SMPP':
      return smpp;
  }
}
