import { useQuery } from '@tanstack/react-query';
import type { DocumentType, LikelyType } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { strings } from '../../strings/es.ts';

const texts = strings.reading.attachments;

/** What each attachment probably is, by its id; empty until the service has looked. It is the same for good. */
export function useLikelyTypes(
  attachments: readonly { readonly id: number }[],
): ReadonlyMap<number, LikelyType> {
  const attachmentIds = attachments.map(({ id }) => id);
  const { data } = useQuery(
    api.documents.likelyTypes.queryOptions({
      input: { attachmentIds },
      staleTime: Infinity,
      enabled: attachmentIds.length > 0,
    }),
  );
  return new Map(data?.map((likely) => [likely.attachmentId, likely]));
}

/** "Parece DNI, anverso, por su nombre («dni»)"; nothing when there is no guess. */
export function likelyWords(likely: LikelyType | undefined): { what: string; why: string } | null {
  if (likely === undefined || likely.where === 'NOTHING' || likely.type === 'OTHER') return null;
  const name = strings.labels.documentType[likely.type];
  return {
    what: likely.where === 'SHAPE' ? texts.mayBe(name) : texts.looksLike(name),
    why: texts.because[likely.where](likely.quote),
  };
}

const IDENTITY_TYPES: ReadonlySet<DocumentType> = new Set<DocumentType>([
  'DNI_FRONT',
  'DNI_BACK',
  'DNI_BOTH',
  'TIE',
  'PASSPORT',
]);

/** Linked as an identity document, or not linked yet and probably one. */
export function looksLikeIdentity(type: DocumentType | null, likely: LikelyType | undefined): boolean {
  return IDENTITY_TYPES.has(type ?? likely?.type ?? 'OTHER');
}
