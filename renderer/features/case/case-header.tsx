import {
  Badge,
  Button,
  Caption1,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Subtitle2,
  Tooltip,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { CalendarClock16Regular, MoreHorizontal20Regular } from '@fluentui/react-icons';
import { client } from '../../app/client.ts';
import { navigate, pathTo, useRoute } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { casesStrings } from '../../strings/es/cases.ts';
import { CategoryChip } from '../../ui/CategoryChip.tsx';
import { daysUntil, formatIsoDay } from '../../ui/format.ts';
import { useCase } from './case-context.tsx';

const text = caseStrings.header;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  number: { fontVariantNumeric: 'tabular-nums', flexGrow: 1 },
  title: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
  },
  due: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS },
  overdue: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
});

/** Which case this is, and what is rare enough to live in a menu. */
export function CaseHeader() {
  const styles = useStyles();
  const { detail } = useCase();
  const overdue = detail.dueDate !== null && detail.resolvedAt === null && daysUntil(detail.dueDate) < 0;
  const answer = detail.replies.find(({ state }) => state !== 'CANCELLED');
  const undelivered = answer?.state === 'FAILED' || (answer?.undeliveredById ?? null) !== null;
  return (
    <header className={styles.root}>
      <div className={styles.line}>
        <Subtitle2 as="h2" className={styles.number}>
          {detail.number}
        </Subtitle2>
        <CaseMenu />
      </div>
      <Caption1 className={styles.title} title={detail.title}>
        {detail.title}
      </Caption1>
      <Caption1 block className={styles.facts}>
        {undelivered && detail.resolvedAt === null && (
          <Badge appearance="tint" color="warning">
            {casesStrings.attention.ANSWER_UNDELIVERED}
          </Badge>
        )}
        <CategoryChip category={detail.category} size="small" />
        <span>{text.messages(detail.messages.length)}</span>
        {detail.dueDate !== null && (
          <span className={mergeClasses(styles.due, overdue && styles.overdue)}>
            <CalendarClock16Regular aria-hidden />
            {overdue ? text.overdue(formatIsoDay(detail.dueDate)) : text.due(formatIsoDay(detail.dueDate))}
          </span>
        )}
        {detail.unitName !== null && <span>{text.unit(detail.unitName)}</span>}
      </Caption1>
    </header>
  );
}

function CaseMenu() {
  const { detail, messageId, change } = useCase();
  const route = useRoute();
  const onOwnPage = route.page === 'expedientes';
  const removable = messageId !== null && detail.messages.length > 1;
  if (onOwnPage && !removable) return null;
  const remove = (): void => {
    if (messageId === null) return;
    void change(
      (on) => client.cases.removeMessage({ ...on, messageId }),
      text.removed,
      (on) => client.cases.addMessage({ ...on, messageId }),
    );
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={text.more} relationship="label">
          <Button size="small" appearance="subtle" icon={<MoreHorizontal20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={strings.common.more}>
          {!onOwnPage && (
            <MenuItem
              onClick={() => {
                navigate(pathTo('expedientes', detail.id));
              }}
            >
              {text.openPage}
            </MenuItem>
          )}
          {removable && <MenuItem onClick={remove}>{text.removeMessage}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
