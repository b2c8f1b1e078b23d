import { memo, type MouseEvent } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  Attach16Regular,
  CheckmarkSquare20Filled,
  Clock16Regular,
  Square20Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { MessageRow } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { hueBackground } from '../../ui/CategoryChip.tsx';
import { categoryHue } from '../../ui/category.ts';
import { daysUntil, formatDateTime, formatShort } from '../../ui/format.ts';
import { IdentityShield } from '../../ui/IdentityShield.tsx';
import { Snippet } from './Snippet.tsx';

export const ROW_HEIGHTS = { COMFORTABLE: 56, COMPACT: 40 } as const;
type Density = keyof typeof ROW_HEIGHTS;

/** The clock appears only when a deadline is near. */
const NEAR_DAYS = 5;
const texts = strings.inbox.list;

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    display: 'flex',
    alignItems: 'stretch',
    boxSizing: 'border-box',
    cursor: 'pointer',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    contain: 'strict',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '&:hover [data-check]': { visibility: 'visible' },
    ':global([data-theme="HIGH_CONTRAST"])': { '&:hover *': { color: tokens.colorNeutralForeground1Hover } },
  },
  cursor: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ':global([data-theme="HIGH_CONTRAST"])': { '& *': { color: tokens.colorNeutralForeground1Selected } },
  },
  focused: { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  bar: { width: '4px', flexShrink: 0, forcedColorAdjust: 'none' },
  check: {
    width: '26px',
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    visibility: 'hidden',
    color: tokens.colorNeutralForeground3,
  },
  checkShown: { visibility: 'visible' },
  checked: { color: tokens.colorBrandForeground1 },
  text: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    paddingRight: tokens.spacingHorizontalM,
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  cut: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  who: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: '18px',
    color: tokens.colorNeutralForeground1,
  },
  subject: { color: tokens.colorNeutralForeground1, lineHeight: '18px' },
  unopened: { fontWeight: tokens.fontWeightSemibold },
  side: { display: 'inline-flex', alignItems: 'center', gap: '3px', flexShrink: 0, whiteSpace: 'nowrap' },
  category: { maxWidth: '118px', overflow: 'hidden', textOverflow: 'ellipsis' },
  danger: { color: tokens.colorPaletteRedForeground1 },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  unread: { color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold },
  hiddenText: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

type RowProps = {
  readonly row: MessageRow;
  readonly index: number;
  readonly start: number;
  readonly density: Density;
  readonly cursor: boolean;
  readonly focused: boolean;
  readonly checked: boolean;
  readonly checking: boolean; // some rows are checked: all boxes are shown
  readonly onPick: (index: number, event: MouseEvent) => void;
  readonly onCheck: (index: number, event: MouseEvent) => void;
};

export function rowElementId(id: number): string {
  return `mensaje-${id}`;
}

function Deadline({ dueDate }: { dueDate: string }) {
  const styles = useStyles();
  const days = daysUntil(dueDate);
  if (days > NEAR_DAYS) return null;
  return (
    <span className={mergeClasses(styles.side, days <= 1 && styles.late)} title={texts.dueMeaning(days)}>
      <Clock16Regular aria-hidden />
      {texts.due(days)}
    </span>
  );
}

function CategoryWord({ row }: { row: MessageRow }) {
  const styles = useStyles();
  if (row.category === 'NONE' && !row.decided) {
    return (
      <span className={mergeClasses(styles.side, styles.category)}>{strings.labels.kind[row.kind]}</span>
    );
  }
  if (row.category === null) {
    return (
      <span className={styles.side} title={texts.abstainsMeaning}>
        {texts.abstains}
      </span>
    );
  }
  return (
    <span className={mergeClasses(styles.side, styles.category)}>
      {row.needsReview && !row.decided && <span title={texts.doubtfulMeaning}>{texts.abstains}</span>}
      {strings.labels.category[row.category]}
      <span className={styles.hiddenText}>{row.decided ? texts.decided : texts.proposed}</span>
    </span>
  );
}

/** One message in the list: plain elements only, because there may be a hundred thousand. */
export const MessageListRow = memo(function MessageListRow(props: RowProps) {
  const { row, index, start, density, cursor, focused, checked, checking, onPick, onCheck } = props;
  const styles = useStyles();
  const bold = !row.opened && styles.unopened;
  const CheckIcon = checked ? CheckmarkSquare20Filled : Square20Regular;
  const compact = density === 'COMPACT';
  const attachments = row.attachmentCount > 0 && (
    <span
      className={mergeClasses(styles.side, row.dangerous && styles.danger)}
      title={
        row.dangerous
          ? `${texts.attachments(row.attachmentCount)}, ${texts.dangerous}`
          : texts.attachments(row.attachmentCount)
      }
    >
      {row.dangerous ? <Warning16Filled aria-hidden /> : <Attach16Regular aria-hidden />}
      {row.attachmentCount}
    </span>
  );
  const copies = row.copyCount > 0 && <span className={styles.side}>{texts.copies(row.copyCount)}</span>;
  const { snippet } = row;
  // Found in the subject, it is marked there: the same words twice would hide what the message says.
  const isSubject =
    snippet !== null && snippet.replaceAll('\u0001', '').replaceAll('\u0002', '') === row.subject;
  const subject = isSubject ? <Snippet text={snippet} /> : row.subject || texts.noSubject;
  const preview = snippet === null || isSubject ? row.preview : <Snippet text={snippet} />;
  return (
    <div
      id={rowElementId(row.id)}
      role="option"
      aria-selected={checked || (cursor && !checking)}
      aria-posinset={index + 1}
      aria-setsize={-1}
      className={mergeClasses(styles.row, (cursor || checked) && styles.cursor, focused && styles.focused)}
      style={{ height: ROW_HEIGHTS[density], transform: `translateY(${start}px)` }}
      onClick={(event) => {
        onPick(index, event);
      }}
    >
      <span
        aria-hidden
        className={styles.bar}
        style={{
          background: hueBackground(row.category, row.decided),
          boxShadow: `inset -1px 0 0 ${categoryHue(row.category)}`,
        }}
      />
      <span
        aria-hidden
        data-check
        className={mergeClasses(
          styles.check,
          (checking || checked) && styles.checkShown,
          checked && styles.checked,
        )}
        onClick={(event) => {
          event.stopPropagation();
          onCheck(index, event);
        }}
      >
        <CheckIcon />
      </span>
      <span className={styles.text}>
        <span className={styles.line}>
          <span className={mergeClasses(styles.cut, styles.who, bold)}>
            {!row.opened && <span className={styles.hiddenText}>{texts.unopened}</span>}
            {row.fromName || row.fromAddress || texts.noSender}
          </span>
          {compact && row.dueDate !== null && <Deadline dueDate={row.dueDate} />}
          {attachments}
          {compact && <IdentityShield level={row.identityLevel} withText={false} />}
          <span
            className={mergeClasses(styles.side, !row.opened && styles.unread)}
            title={formatDateTime(row.receivedAt)}
          >
            {formatShort(row.receivedAt)}
          </span>
        </span>
        <span className={styles.line}>
          <span className={mergeClasses(styles.cut, styles.subject, bold)}>
            {subject}
            {compact && snippet !== null && !isSubject && <> · {preview}</>}
          </span>
          {copies}
          {compact ? <CategoryWord row={row} /> : <IdentityShield level={row.identityLevel} />}
        </span>
        {!compact && (
          <span className={styles.line}>
            <span className={styles.cut}>{preview}</span>
            <CategoryWord row={row} />
            {row.dueDate !== null && <Deadline dueDate={row.dueDate} />}
          </span>
        )}
      </span>
    </div>
  );
});
