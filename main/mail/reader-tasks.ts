import type {
  AttachmentFacts,
  AuthenticationResult,
  MessageBody,
  NestedMessage,
  ParseLimits,
  ParseStatus,
  Protection,
} from './model.ts';

/** What a stored message's bytes are read for. `zstd` is the raw source as it is stored. */
export type ReadTask = {
  readonly zstd: Uint8Array;
  readonly limits: ParseLimits;
  readonly want:
    | {
        readonly kind: 'MESSAGE';
        readonly status: ParseStatus;
        readonly from: string;
        readonly receivedAt: Date;
        readonly trustedCertificates: string; // PEM
        readonly authservId: string;
      }
    /** An attachment is known by its place, and by its bytes should the limits have moved it. */
    | { readonly kind: 'ATTACHMENT' | 'NESTED'; readonly ordinal: number; readonly sha256: string };
};

/** A message as the reading pane shows it. */
export type ReadMessage = {
  readonly body: MessageBody;
  readonly protection: Protection | null;
  readonly authentication: AuthenticationResult | null;
};

export type ReadAnswer =
  | { readonly kind: 'MESSAGE'; readonly message: ReadMessage }
  | { readonly kind: 'ATTACHMENT'; readonly facts: AttachmentFacts; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'NESTED'; readonly nested: NestedMessage }
  | { readonly kind: 'NOT_FOUND' }
  /** The bytes broke the reader or kept it busy for too long. */
  | { readonly kind: 'LOST' };
