export type DecodedText = {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
};

/**
 * A file's bytes as text: UTF-16 where it begins with that mark ("Unicode" in Windows programs), else UTF-8, else
 * Windows-1252, which Spanish Windows programs write without saying so. `cut`: the bytes may end within a letter.
 */
export function decodeText(bytes: ArrayBuffer, cut = false): DecodedText {
  const [first, second] = new Uint8Array(bytes);
  const decode = (encoding: string) => new TextDecoder(encoding).decode(bytes, { stream: cut });
  if (first === 0xff && second === 0xfe) return { text: decode('utf-16le'), encoding: 'utf-16' };
  if (first === 0xfe && second === 0xff) return { text: decode('utf-16be'), encoding: 'utf-16' };
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut }),
      encoding: 'utf-8',
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: decode('windows-1252'), encoding: 'windows-1252' };
  }
}
