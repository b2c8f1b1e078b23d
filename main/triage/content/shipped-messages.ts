import { zstdDecompressSync } from 'node:zlib';
import type { Category, TriageText } from '../model.ts';
import packed from './shipped-messages.json' with { type: 'json' };

/** A message with the category that it really asks for; `ordinary` as the training takes it (train.ts). */
export type LabelledText = {
  readonly text: TriageText;
  readonly category: Category;
  readonly ordinary: boolean;
};

/**
 * The training messages of the first model, which every later model of an office learns from as well. `npm run train`
 * packs them as triage saw them then: JSON, compressed, in base64.
 */
export function shippedMessages(): LabelledText[] {
  return JSON.parse(zstdDecompressSync(Buffer.from(packed.zstd, 'base64')).toString()) as LabelledText[];
}
