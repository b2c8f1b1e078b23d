import { Suspense, lazy, useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  Button,
  MessageBar,
  MessageBarBody,
  Spinner,
  Subtitle2,
  Text,
  Tooltip,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowLeftRegular, ZoomInRegular, ZoomOutRegular } from '@fluentui/react-icons';
import { announce } from '../../app/announce.tsx';
import { client } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { withKey } from '../../app/keyboard.tsx';
import { strings } from '../../strings/es.ts';
import { decodeText } from '../../ui/decode-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatSize } from '../../ui/format.ts';
import { attachmentName } from '../../ui/visible.ts';
import { saveAttachment, viewKind, type Attachment } from './attachment-files.ts';
import { NestedMessageView } from './NestedMessageView.tsx';
import { PlainText } from './PlainText.tsx';

const PdfView = lazy(() => import('./PdfView.tsx'));
const texts = strings.reading.attachments;
const ZOOM = { least: 0.5, most: 4, step: 1.25 } as const;
/** In bytes. Longer texts are for an editor. */
const SHOWN_TEXT = 512 * 1024;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground3,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  image: { display: 'block', maxWidth: 'none', margin: '0 auto', backgroundColor: '#fff' },
});

/** Looks at an attachment without leaving the message: PDF, images, text, a message in a message. */
export function AttachmentViewer({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const styles = useStyles();
  const report = useErrorReporter();
  const [zoom, setZoom] = useState(1);
  const kind = viewKind(attachment);
  const name = attachmentName(attachment.name);
  const zoomable = kind === 'PDF' || kind === 'IMAGE';
  return (
    <div role="region" aria-label={texts.viewer(name)} className={styles.root}>
      <div className={styles.bar}>
        <Button size="small" appearance="subtle" autoFocus icon={<ArrowLeftRegular />} onClick={onClose}>
          {withKey(texts.backToMessage, 'back')}
        </Button>
        <Subtitle2 as="h2" className={styles.name} title={name}>
          {name}
        </Subtitle2>
        {zoomable && (
          <>
            <Tooltip content={texts.zoomOut} relationship="label">
              <Button
                size="small"
                appearance="subtle"
                icon={<ZoomOutRegular />}
                onClick={() => setZoom(Math.max(ZOOM.least, zoom / ZOOM.step))}
              />
            </Tooltip>
            <Text size={200}>{Math.round(zoom * 100)} %</Text>
            <Tooltip content={texts.zoomIn} relationship="label">
              <Button
                size="small"
                appearance="subtle"
                icon={<ZoomInRegular />}
                onClick={() => setZoom(Math.min(ZOOM.most, zoom * ZOOM.step))}
              />
            </Tooltip>
          </>
        )}
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          onClick={() => {
            saveAttachment(attachment, false).then(() => announce(texts.saved(attachment.safeName)), report);
          }}
        >
          {texts.save}
        </Button>
      </div>
      <div className={styles.scroll} tabIndex={0} data-scrolls role="group" aria-label={name}>
        {kind === 'MESSAGE' ? (
          <NestedMessageView attachmentId={attachment.id} />
        ) : kind === 'NONE' ? (
          <EmptyState title={name} text={texts.cannotShow} />
        ) : (
          <FileView attachment={attachment} kind={kind} zoom={zoom} />
        )}
      </div>
    </div>
  );
}

function FileView({
  attachment,
  kind,
  zoom,
}: {
  attachment: Attachment;
  kind: 'PDF' | 'IMAGE' | 'TEXT';
  zoom: number;
}) {
  const { data, error, refetch } = useQuery({
    queryKey: ['attachment', attachment.id],
    queryFn: ({ signal }) => client.messages.attachment({ attachmentId: attachment.id }, { signal }),
    staleTime: Infinity,
    gcTime: 60_000,
  });
  if (error !== null) return <ErrorBar error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Spinner label={strings.common.loading} />;
  switch (kind) {
    case 'PDF':
      return (
        <Suspense fallback={<Spinner label={strings.common.loading} />}>
          <PdfView file={data} name={attachmentName(attachment.name)} zoom={zoom} />
        </Suspense>
      );
    case 'IMAGE':
      return <ImageView file={data} name={attachmentName(attachment.name)} zoom={zoom} />;
    case 'TEXT':
      return <TextView file={data} />;
  }
}

function ImageView({ file, name, zoom }: { file: Blob; name: string; zoom: number }) {
  const styles = useStyles();
  const [url, setUrl] = useState('');
  const [naturalWidth, setNaturalWidth] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const created = URL.createObjectURL(file);
    setUrl(created);
    return () => {
      URL.revokeObjectURL(created);
    };
  }, [file]);
  if (failed) return <EmptyState title={name} text={texts.damaged} />;
  if (url === '') return null;
  return (
    <img
      src={url}
      alt={name}
      className={styles.image}
      // As wide as there is room for, but a small one is not blown up.
      style={
        naturalWidth === null
          ? { visibility: 'hidden' }
          : { width: `calc(min(100%, ${naturalWidth}px) * ${zoom})` }
      }
      onLoad={({ currentTarget }) => setNaturalWidth(currentTarget.naturalWidth)}
      onError={() => setFailed(true)}
    />
  );
}

function TextView({ file }: { file: Blob }) {
  const isCut = file.size > SHOWN_TEXT;
  const { data } = useQuery({
    queryKey: ['attachment-text', file],
    queryFn: async () => decodeText(await file.slice(0, SHOWN_TEXT).arrayBuffer(), isCut),
    gcTime: 0,
  });
  if (data === undefined) return <Spinner label={strings.common.loading} />;
  return (
    <>
      {isCut && (
        <MessageBar layout="multiline">
          <MessageBarBody>{texts.beginning(formatSize(SHOWN_TEXT), formatSize(file.size))}</MessageBarBody>
        </MessageBar>
      )}
      <PlainText text={data.text === '' ? texts.empty : data.text} />
    </>
  );
}
