// libmime ships no types; only what the mail room uses is declared.
declare module 'libmime' {
  const libmime: {
    /** Decodes RFC 2047 encoded words, joining adjacent ones. Throws on a charset it does not know. */
    decodeWords(text: string): string;
    /** Splits a structured header value; continuations and charsets of RFC 2231 are resolved. */
    parseHeaderValue(value: string): { value: string; params: Record<string, string> };
    /** Joins the soft line breaks of format=flowed (RFC 3676); one byte per character. */
    decodeFlowed(text: string, delSp: boolean): string;
    /** The type that a file name's extension stands for, application/octet-stream for an unknown one. */
    detectMimeType(fileName: string): string;
  };
  export default libmime;
}
