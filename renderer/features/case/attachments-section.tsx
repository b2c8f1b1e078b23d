import { useRef, useState, type DragEvent } from 'react';
import { Body1, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Attach16Regular, Warning16Filled } from '@fluentui/react-icons';
import type { CaseAttachment, DocumentType, LikelyType } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { client } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.tsx';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { likelyWords, useLikelyTypes } from '../reading/likely-types.ts';
import { formatSize } from '../../ui/format.ts';
import { useCase } from './case-context.tsx';
import { Choice, type ChoiceOption } from './choice.tsx';
import { Section } from './section.tsx';

const text = caseStrings.attachments;

/** What the tiles of the reading pane carry while they are dragged: the attachment's id. */
const DRAG_TYPE = 'application/x-estafeta-attachment';
const DOCUMENT_TYPES = Object.keys(strings.labels.documentType) as DocumentType[];
const NOT_LINKED = 'NOT_LINKED';
const TYPE_OPTIONS: readonly ChoiceOption[] = [
  { value: NOT_LINKED, text: text.notLinked },
  ...DOCUMENT_TYPES.map((type) => ({ value: type, text: strings.labels.documentType[type] })),
];

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
  },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  danger: { flexShrink: 0, color: tokens.colorStatusDangerForeground3 },
  words: { flexGrow: 1, minWidth: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: { color: tokens.colorNeutralForeground3 },
  dangerText: { color: tokens.colorStatusDangerForeground3 },
  type: { width: '136px', flexShrink: 0 },
  linked: { fontWeight: tokens.fontWeightSemibold },
  muted: { color: tokens.colorNeutralForeground2 },
  drop: {
    padding: tokens.spacingVerticalM,
    textAlign: 'center',
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
  },
});

/** Step 4: which attachments prove what. One control per attachment: its type, or not linked. */
export function AttachmentsSection() {
  const styles = useStyles();
  const { detail, change } = useCase();
  const list = useRef<HTMLUListElement>(null);
  const [dragging, setDragging] = useState(false);
  const { attachments } = detail;
  const likely = useLikelyTypes(attachments);
  const linkedCount = attachments.filter((attachment) => attachment.documentType !== null).length;

  const cameFrom = useRef<Element | null>(null);
  const giveFocusBack = (): void => {
    const before = cameFrom.current;
    cameFrom.current = null;
    if (before === document.body && document.activeElement instanceof HTMLElement)
      document.activeElement.blur();
    else if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };

  const setType = (attachment: CaseAttachment, documentType: DocumentType | null): void => {
    const before = attachment.documentType;
    const attachmentId = attachment.id;
    const apply = (type: DocumentType | null) => (on: { caseId: number; version: number }) =>
      type === null
        ? client.cases.unlinkAttachment({ ...on, attachmentId })
        : client.cases.linkAttachment({ ...on, attachmentId, documentType: type });
    giveFocusBack();
    void change(
      apply(documentType),
      documentType === null
        ? text.unlinked(attachment.name)
        : text.linked(attachment.name, strings.labels.documentType[documentType]),
      apply(before),
    );
  };

  useShortcut('linkAttachment', () => {
    const choices = [...(list.current?.querySelectorAll<HTMLElement>('[role=combobox]') ?? [])];
    const next = choices.find((choice) => choice.dataset['choice'] === NOT_LINKED) ?? choices[0];
    if (next === undefined) announce(text.none);
    if (next === undefined) return;
    // The keys belong to the list of types while it has the focus: it gives it back once a type is chosen.
    cameFrom.current = document.activeElement;
    next.focus();
    next.click();
  });

  const carriesAttachment = (event: DragEvent): boolean => event.dataTransfer.types.includes(DRAG_TYPE);
  const drop = (event: DragEvent): void => {
    setDragging(false);
    if (!carriesAttachment(event)) return;
    event.preventDefault();
    const id = Number(event.dataTransfer.getData(DRAG_TYPE));
    const attachment = attachments.find((candidate) => candidate.id === id);
    if (attachment === undefined) announce(text.notOfCase);
    else if (attachment.documentType === null) setType(attachment, likely.get(id)?.type ?? 'OTHER');
  };

  return (
    <div
      onDragOver={(event) => {
        if (!carriesAttachment(event)) return;
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) {
          setDragging(false);
        }
      }}
      onDrop={drop}
    >
      <Section
        title={text.title}
        aside={attachments.length === 0 ? undefined : text.count(linkedCount, attachments.length)}
      >
        {attachments.length === 0 ? (
          <Body1 block className={styles.muted}>
            {text.none}
          </Body1>
        ) : (
          <ul ref={list} className={styles.list}>
            {attachments.map((attachment) => (
              <AttachmentLine
                key={attachment.id}
                attachment={attachment}
                likely={likely.get(attachment.id)}
                onType={setType}
              />
            ))}
          </ul>
        )}
        {dragging && <div className={styles.drop}>{text.dropHere}</div>}
      </Section>
    </div>
  );
}

function AttachmentLine({
  attachment,
  likely,
  onType,
}: {
  attachment: CaseAttachment;
  likely: LikelyType | undefined;
  onType: (attachment: CaseAttachment, type: DocumentType | null) => void;
}) {
  const styles = useStyles();
  const { busy } = useCase();
  const dangerous = attachment.dangers.length > 0;
  const linked = attachment.documentType !== null;
  const guess = linked || dangerous ? null : likelyWords(likely);
  return (
    <li className={styles.item}>
      {dangerous ? (
        <Warning16Filled aria-hidden className={styles.danger} />
      ) : (
        <Attach16Regular aria-hidden className={styles.icon} />
      )}
      <div className={styles.words}>
        <Body1 block className={mergeClasses(styles.name, linked && styles.linked)} title={attachment.name}>
          {attachment.name}
        </Body1>
        <Caption1 block className={mergeClasses(styles.detail, dangerous && styles.dangerText)}>
          {formatSize(attachment.size)}
          {attachment.inline && `, ${text.inline}`}
          {dangerous && `. ${attachment.dangers.map((danger) => strings.labels.danger[danger]).join('. ')}`}
        </Caption1>
        {guess !== null && (
          <Caption1 block className={styles.detail}>
            {guess.what}. {guess.why}.
          </Caption1>
        )}
      </div>
      <Choice
        label={text.typeLabel(attachment.name)}
        className={styles.type}
        busy={busy}
        value={attachment.documentType ?? NOT_LINKED}
        suggested={linked ? undefined : likely?.type}
        options={TYPE_OPTIONS}
        onChoose={(value) => {
          onType(attachment, DOCUMENT_TYPES.find((type) => type === value) ?? null);
        }}
      />
    </li>
  );
}
