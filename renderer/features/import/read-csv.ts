export type CsvText = { readonly name: string; readonly text: string; readonly notUtf8: boolean };

/**
 * The file as text. Spreadsheets in Spain save CSV as Windows-1252 unless told otherwise: bytes that are not UTF-8
 * are read as that, and it is said.
 */
export async function readCsv(file: File): Promise<CsvText> {
  const bytes = await file.arrayBuffer();
  try {
    return { name: file.name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notUtf8: false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { name: file.name, text: new TextDecoder('windows-1252').decode(bytes), notUtf8: true };
  }
}
