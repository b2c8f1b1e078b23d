import { useRef } from 'react';
import { Button, Caption1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { Attach16Regular, Dismiss16Regular, DocumentPdf16Regular } from '@fluentui/react-icons';
import { caseStrings } from '../../strings/es/case.ts';
import { documentStrings } from '../../strings/es/documents.ts';
import { formatSize } from '../../ui/format.ts';
import { useCase } from './case-context.tsx';
import type { ReplyDraft } from './reply-draft.ts';

const text = caseStrings.reply;

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase200, paddingBottom: tokens.spacingVerticalXXS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  file: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground3 },
});

/** What goes with the answer: files that came with the case, and files from the disk. */
export function ReplyAttachments({
  draft,
  onChange,
}: {
  draft: ReplyDraft;
  onChange: (part: Pick<ReplyDraft, 'attachmentIds' | 'files'>) => void;
}) {
  const styles = useStyles();
  const { detail, openForm } = useCase();
  const picker = useRef<HTMLInputElement>(null);
  const { attachmentIds, files } = draft;
  const offered = detail.attachments.filter(({ inline }) => !inline);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{text.attachments}</legend>
      <ul className={styles.list}>
        {offered.map(({ id, name, size }) => (
          <li key={id}>
            <Checkbox
              label={`${name} (${formatSize(size)})`}
              checked={attachmentIds.includes(id)}
              onChange={(_, { checked }) => {
                const others = attachmentIds.filter((one) => one !== id);
                onChange({ files, attachmentIds: checked === true ? [...others, id] : others });
              }}
            />
          </li>
        ))}
        {files.map((file, index) => (
          <li key={`${index} ${file.name}`} className={styles.file}>
            <Attach16Regular aria-hidden />
            <span className={styles.name}>{file.name}</span>
            <Caption1 className={styles.muted}>{formatSize(file.size)}</Caption1>
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={text.removeFile(file.name)}
              onClick={() => {
                onChange({ attachmentIds, files: files.filter((one) => one !== file) });
              }}
            />
          </li>
        ))}
      </ul>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={text.addFile}
        onChange={(event) => {
          onChange({ attachmentIds, files: [...files, ...(event.target.files ?? [])] });
          event.target.value = '';
        }}
      />
      <Button size="small" icon={<Attach16Regular />} onClick={() => picker.current?.click()}>
        {text.addFile}
      </Button>{' '}
      <Button
        size="small"
        icon={<DocumentPdf16Regular />}
        onClick={() => {
          openForm('documents');
        }}
      >
        {documentStrings.make.fromReply}
      </Button>
    </fieldset>
  );
}
