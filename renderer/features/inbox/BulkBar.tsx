import { useQuery } from '@tanstack/react-query';
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import {
  ArchiveRegular,
  CheckmarkRegular,
  DismissRegular,
  PersonRegular,
  TagRegular,
} from '@fluentui/react-icons';
import type { MessageRow } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { keyLabel, withKey } from '../../app/keyboard.tsx';
import type { ShortcutId } from '../../app/shortcuts.ts';
import { strings } from '../../strings/es.ts';
import { CATEGORY_ORDER } from '../../strings/es/labels.ts';
import { CategoryChip } from '../../ui/CategoryChip.tsx';
import type { MessageActs } from '../../app/use-message-acts.ts';

const texts = strings.inbox.bulk;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    width: '100%',
    minWidth: 0,
  },
  count: {
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    flexGrow: 1,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
});

/** Stands where the list's heading was while messages are checked. */
export function BulkBar({
  rows,
  acts,
  onClear,
}: {
  rows: readonly MessageRow[];
  acts: MessageActs;
  onClear: () => void;
}) {
  const styles = useStyles();
  const { data: people } = useQuery(api.cases.people.queryOptions());
  return (
    <div role="toolbar" aria-label={texts.label} className={styles.bar}>
      <Tooltip content={texts.clear} relationship="label">
        <Button appearance="subtle" size="small" icon={<DismissRegular />} onClick={onClear} />
      </Tooltip>
      <h1 className={styles.count} aria-live="polite">
        {texts.selected(rows.length)}
      </h1>
      <Tooltip content={withKey(texts.confirm, 'confirm')} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          icon={<CheckmarkRegular />}
          onClick={() => void acts.confirm(rows)}
        />
      </Tooltip>
      <Menu>
        <Tooltip content={texts.category} relationship="label">
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" size="small" icon={<TagRegular />} />
          </MenuTrigger>
        </Tooltip>
        <MenuPopover>
          <MenuList>
            {CATEGORY_ORDER.map((category) => (
              <MenuItem
                key={category}
                secondaryContent={keyLabel(`category.${category}` satisfies ShortcutId)}
                onClick={() => void acts.setCategory(rows, category)}
              >
                <CategoryChip category={category} />
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Menu>
        <Tooltip content={texts.assign} relationship="label">
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" size="small" icon={<PersonRegular />} />
          </MenuTrigger>
        </Tooltip>
        <MenuPopover>
          <MenuList>
            {people?.map((person) => (
              <MenuItem key={person.id} onClick={() => void acts.assign(rows, person.id, person.displayName)}>
                {person.displayName}
              </MenuItem>
            ))}
            <MenuItem onClick={() => void acts.assign(rows, null, texts.assignNobody)}>
              {texts.assignNobody}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Tooltip content={texts.archive} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          icon={<ArchiveRegular />}
          onClick={() => {
            void acts.archive(rows);
            onClear();
          }}
        />
      </Tooltip>
    </div>
  );
}
