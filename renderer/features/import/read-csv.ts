import { decodeText } from '../../ui/decode-text.ts';

export type CsvText = { readonly name: string; readonly text: string; readonly notUtf8: boolean };

/**
 * The file as text. Spreadsheets in Spain save CSV as Windows-1252 unless told otherwise: bytes that are read as that
 * for want of anything better are said to be.
 */
export async function readCsv(file: File): Promise<CsvText> {
  const { text, encoding } = decodeText(await file.arrayBuffer());
  return { name: file.name, text, notUtf8: encoding === 'windows-1252' };
}
