// fontkit ships no types; only what the documents ask of it is declared.
declare module 'fontkit' {
  /** Throws on bytes that are no font. */
  export function create(bytes: Uint8Array): { readonly characterSet: readonly number[] };
}
