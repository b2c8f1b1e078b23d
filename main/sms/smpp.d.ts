// smpp ships no types; only what the SMS room and its tests use is declared.
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer } from 'node:net';
  import type { ConnectionOptions } from 'node:tls';

  export type Pdu = {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly [field: string]: unknown;
    response(fields?: Readonly<Record<string, unknown>>): Pdu;
  };
  type Fields = Readonly<Record<string, unknown>>;
  type OnAnswer = (answer: Pdu) => void;

  export type Session = EventEmitter & {
    bind_transmitter(fields: Fields, onAnswer: OnAnswer): boolean;
    submit_sm(fields: Fields, onAnswer: OnAnswer): boolean;
    query_sm(fields: Fields, onAnswer: OnAnswer): boolean;
    unbind(onAnswer?: OnAnswer): boolean;
    send(pdu: Pdu): boolean;
    close(): void;
    destroy(): void;
  };

  const smpp: {
    /** Connects at once; `listener` is called when the line stands. */
    connect(
      options: ConnectionOptions & { host: string; port: number; tls: boolean },
      listener: () => void,
    ): Session;
    createServer(options: { key?: string; cert?: string }, listener: (session: Session) => void): NetServer;
    /** Status codes by name. */
    readonly errors: Readonly<Record<string, number>>;
  };
  export default smpp;
}
