import { useState } from 'react';
import {
  Button,
  Caption1,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Text,
  Tooltip,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  Document24Regular,
  DocumentPdf24Regular,
  DocumentText24Regular,
  Image24Regular,
  Mail24Regular,
  Warning24Filled,
} from '@fluentui/react-icons';
import { announce } from '../../app/announce.tsx';
import { useErrorReporter } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import type { LikelyType } from '../../../main/api/contract/index.ts';
import { formatSize } from '../../ui/format.ts';
import { attachmentName } from '../../ui/visible.ts';
import { likelyWords, useLikelyTypes } from './likely-types.ts';
import { saveAttachment, viewKind, type Attachment, type ViewKind } from './attachment-files.ts';

const texts = strings.reading.attachments;

const ICONS = {
  PDF: DocumentPdf24Regular,
  IMAGE: Image24Regular,
  TEXT: DocumentText24Regular,
  MESSAGE: Mail24Regular,
  NONE: Document24Regular,
} as const satisfies Record<ViewKind, unknown>;

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  tile: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  dangerous: { border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  open: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexGrow: 1,
    minWidth: 0,
    padding: tokens.spacingHorizontalS,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'start',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  canOpen: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  muted: { color: tokens.colorNeutralForeground3 },
  red: { color: tokens.colorPaletteRedForeground1 },
  icon: { flexShrink: 0 },
  save: { flexShrink: 0, marginRight: tokens.spacingHorizontalXS },
  warning: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** "PDF", "JPEG", "DOCX": the last part of the type, as people call it. */
function typeWord(type: string | null): string {
  if (type === null) return texts.unknownType;
  const known: Readonly<Record<string, string>> = {
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
    'application/msword': 'DOC',
    'application/vnd.ms-excel': 'XLS',
    'application/vnd.microsoft.portable-executable': 'EXE',
    'application/x-msdownload': 'EXE',
    'application/octet-stream': texts.unknownType,
    'message/rfc822': texts.message,
    'application/vnd.ms-outlook': texts.outlookMessage,
    'application/ms-tnef': texts.outlookContainer,
    'application/pkcs7-signature': texts.signature,
    'application/x-pkcs7-signature': texts.signature,
    'application/pgp-signature': texts.signature,
    'application/pkcs7-mime': texts.sealed,
    'application/x-pkcs7-mime': texts.sealed,
    'application/pgp-encrypted': texts.sealed,
    'text/plain': texts.text,
  };
  return known[type] ?? (type.split('/')[1] ?? type).replace(/^x-/, '').toUpperCase();
}

function Tile({
  attachment,
  likely,
  onView,
}: {
  attachment: Attachment;
  likely: LikelyType | undefined;
  onView: (attachment: Attachment) => void;
}) {
  const styles = useStyles();
  const report = useErrorReporter();
  const [asking, setAsking] = useState(false);
  const dangerous = attachment.dangers.length > 0;
  const kind = viewKind(attachment);
  const guess = dangerous ? null : likelyWords(likely);
  const Icon = dangerous ? Warning24Filled : ICONS[kind];
  const dangers = attachment.dangers.map((danger) => strings.labels.danger[danger]).join('. ');
  const save = (acceptDanger: boolean): void => {
    setAsking(false);
    saveAttachment(attachment, acceptDanger).then(() => {
      announce(texts.saved(attachment.safeName));
    }, report);
  };
  const act = (): void => {
    if (dangerous) setAsking(true);
    else onView(attachment);
  };
  return (
    <li
      className={mergeClasses(styles.tile, dangerous && styles.dangerous)}
      draggable={!dangerous}
      onDragStart={(event) => {
        event.dataTransfer.setData('application/x-estafeta-attachment', String(attachment.id));
        event.dataTransfer.effectAllowed = 'link';
      }}
    >
      <button
        type="button"
        className={mergeClasses(styles.open, styles.canOpen)}
        title={attachmentName(attachment.name)}
        onClick={act}
      >
        <Icon aria-hidden className={mergeClasses(styles.icon, dangerous && styles.red)} />
        <span className={styles.lines}>
          <Text className={styles.cut}>{attachmentName(attachment.name)}</Text>
          <Caption1 className={mergeClasses(styles.cut, dangerous ? styles.red : styles.muted)}>
            {typeWord(attachment.detectedType ?? attachment.declaredType)} · {formatSize(attachment.size)}
            {dangerous && ` · ${dangers}`}
          </Caption1>
          {guess !== null && (
            <Caption1 className={mergeClasses(styles.cut, styles.muted)} title={guess.why}>
              {guess.what}
            </Caption1>
          )}
        </span>
      </button>
      <Tooltip content={`${texts.save}: ${attachment.safeName}`} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          className={styles.save}
          icon={<ArrowDownloadRegular />}
          onClick={() => {
            if (dangerous) setAsking(true);
            else save(false);
          }}
        />
      </Tooltip>
      <Dialog modalType="alert" open={asking} onOpenChange={(_, data) => setAsking(data.open)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{texts.dangerTitle}</DialogTitle>
            <DialogContent className={styles.warning}>
              <Text weight="semibold">{attachmentName(attachment.name)}</Text>
              <Text>{dangers}.</Text>
              {attachment.detectedType !== attachment.declaredType && (
                <Text>
                  {typeWord(attachment.detectedType)}, {texts.declared(typeWord(attachment.declaredType))}.
                </Text>
              )}
              <Text>{texts.dangerText}</Text>
            </DialogContent>
            <DialogActions fluid>
              <Button
                onClick={() => {
                  save(true);
                }}
              >
                {texts.saveAnyway}
              </Button>
              <Button
                appearance="primary"
                onClick={() => {
                  setAsking(false);
                }}
              >
                {strings.common.cancel}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </li>
  );
}

/** Tiles with what each attachment is; a click looks at it, an arrow saves it, danger asks first. */
export function Attachments({
  attachments,
  onView,
}: {
  attachments: readonly Attachment[];
  onView: (attachment: Attachment) => void;
}) {
  const styles = useStyles();
  const likely = useLikelyTypes(attachments);
  return (
    <ul aria-label={texts.label(attachments.length)} className={styles.list}>
      {attachments.map((attachment) => (
        <Tile
          key={attachment.id}
          attachment={attachment}
          likely={likely.get(attachment.id)}
          onView={onView}
        />
      ))}
    </ul>
  );
}
