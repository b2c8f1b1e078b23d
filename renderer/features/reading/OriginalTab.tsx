import { useQuery } from '@tanstack/react-query';
import { Button, Caption1, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { MessageDetail } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { formatSize } from '../../ui/format.ts';
import { saveFile } from '../../ui/save-file.ts';

const texts = strings.reading.original;
/** Enough to read headers and text; attachments are long lines nobody reads here. */
const SHOWN_BYTES = 200_000;

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  facts: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground3 },
  raw: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});

/** The stored bytes as they came, read as Latin-1 so that every byte shows as one character. */
export function OriginalTab({ detail }: { detail: MessageDetail }) {
  const styles = useStyles();
  const { data, error, refetch } = useQuery({
    queryKey: ['original', detail.sha256],
    queryFn: async ({ signal }) => {
      const file = await client.messages.raw({ id: detail.id }, { signal });
      const text = new TextDecoder('latin1').decode(await file.slice(0, SHOWN_BYTES).arrayBuffer());
      return { file, text };
    },
    staleTime: Infinity,
    gcTime: 60_000,
  });
  if (error !== null) return <ErrorBar error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Spinner label={strings.common.loading} />;
  return (
    <>
      <div className={styles.head}>
        <div className={styles.facts}>
          <Text>{texts.note(formatSize(detail.size))}</Text>
          <Caption1 className={styles.muted}>
            {texts.sha}: {detail.sha256}
          </Caption1>
        </div>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          onClick={() => {
            saveFile(data.file, `mensaje-${detail.id}.eml`);
          }}
        >
          {texts.save}
        </Button>
      </div>
      {data.file.size > SHOWN_BYTES && <Text>{texts.truncated(formatSize(SHOWN_BYTES))}</Text>}
      <pre aria-label={texts.label} className={styles.raw}>
        {data.text}
      </pre>
    </>
  );
}
