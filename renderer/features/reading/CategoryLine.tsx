import {
  Button,
  Caption1,
  Link,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import type { MessageDetail, Reason } from '../../../main/api/contract/index.ts';
import { keyLabel, withKey } from '../../app/keyboard.tsx';
import type { MessageActs } from '../../app/use-message-acts.ts';
import { strings } from '../../strings/es.ts';
import { CATEGORY_ORDER } from '../../strings/es/labels.ts';
import { CategoryChip } from '../../ui/CategoryChip.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Confidence } from './Confidence.tsx';
import { LookAlikes } from './LookAlikes.tsx';
import { AskedFor } from './AskedFor.tsx';

const texts = strings.reading.category;
/** So many words are read at one glance. */
const GLANCE = 3;
/** Shorter words weigh, but say nothing to a person. */
const TELLS = /\p{L}{4}/u;

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  facts: { color: tokens.colorNeutralForeground2 },
  glance: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', minWidth: 0 },
  acts: { display: 'flex', gap: tokens.spacingHorizontalS, marginLeft: 'auto' },
  surface: { maxWidth: '440px', maxHeight: '70vh', overflowY: 'auto' },
  reasons: { margin: `${tokens.spacingVerticalS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
  reason: { marginBottom: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
});

/** The words that spoke for it most, read without asking why. */
function Glance({ reasons }: { reasons: readonly Reason[] }) {
  const styles = useStyles();
  const quotes = reasons.filter(({ weight, quote }) => weight > 0 && TELLS.test(quote)).slice(0, GLANCE);
  if (quotes.length === 0) return null;
  return (
    <Caption1 className={styles.glance}>
      {texts.because} {quotes.map(({ quote }) => `«${quote}»`).join(' ')}
    </Caption1>
  );
}

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const styles = useStyles();
  if (reasons.length === 0) return <Text>{texts.noReasons}</Text>;
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason, index) => (
        <li key={index} className={styles.reason}>
          {strings.labels.reasonWhere[reason.where]}: «{reason.quote}»
          {reason.weight < 0 && ` (${texts.against})`}
        </li>
      ))}
    </ul>
  );
}

function Why({ detail }: { detail: MessageDetail }) {
  const styles = useStyles();
  return (
    <Popover trapFocus withArrow>
      <PopoverTrigger disableButtonEnhancement>
        <Link as="button">{texts.why}</Link>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={texts.whyTitle}>
        <Subtitle2 as="h3">{texts.whyTitle}</Subtitle2>
        <Reasons reasons={detail.proposedReasons} />
        {detail.declaredCategory !== null && (
          <Text block>{texts.declared(strings.labels.category[detail.declaredCategory])}</Text>
        )}
        {detail.kindReason !== null && (
          <>
            <Text block>{texts.kindWhy(strings.labels.kind[detail.kind])}</Text>
            <Reasons reasons={[detail.kindReason]} />
          </>
        )}
        <LookAlikes messageId={detail.id} />
      </PopoverSurface>
    </Popover>
  );
}

/** The category, how sure, why, and the keys to settle it. Its buttons act on this message, whatever is checked in the list. */
export function CategoryLine({ detail, acts }: { detail: MessageDetail; acts: MessageActs }) {
  const styles = useStyles();
  const decided = detail.finalCategory !== null;
  const category = detail.finalCategory ?? detail.proposedCategory;
  const facts = decided
    ? detail.finalBy !== null && detail.finalAt !== null
      ? texts.decidedBy(detail.finalBy, formatDateTime(detail.finalAt))
      : ''
    : texts.abstains;
  return (
    <div role="group" aria-label={texts.label} className={styles.line}>
      <CategoryChip category={category} decided={decided} />
      {decided || category === null ? (
        <Caption1 className={styles.facts}>{facts}</Caption1>
      ) : (
        <>
          <Confidence detail={detail} />
          <Glance reasons={detail.proposedReasons} />
        </>
      )}
      <Why detail={detail} />
      <AskedFor detail={detail} acts={acts} />
      <div className={styles.acts}>
        {!decided && category !== null && (
          <Button
            size="small"
            appearance="primary"
            onClick={() => {
              void acts.confirm([detail]);
            }}
          >
            {withKey(texts.confirm, 'confirm')}
          </Button>
        )}
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button size="small" icon={<ChevronDownRegular />} iconPosition="after">
              {texts.change}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {CATEGORY_ORDER.map((candidate) => (
                <MenuItem
                  key={candidate}
                  secondaryContent={keyLabel(`category.${candidate}`)}
                  onClick={() => {
                    void acts.setCategory([detail], candidate);
                  }}
                >
                  <CategoryChip category={candidate} />
                </MenuItem>
              ))}
              {decided && (
                <>
                  <MenuDivider />
                  <MenuItem
                    onClick={() => {
                      void acts.withdraw(detail);
                    }}
                  >
                    {texts.withdraw}
                  </MenuItem>
                </>
              )}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </div>
  );
}
