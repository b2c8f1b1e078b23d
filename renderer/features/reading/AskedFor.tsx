import {
  Button,
  Caption1,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons';
import type { Action, MessageDetail } from '../../../main/api/contract/index.ts';
import type { MessageActs } from '../../app/use-message-acts.ts';
import { asked } from '../../strings/es/asked.ts';

const SURE_FROM = 0.7;
const ACTIONS = Object.keys(asked.action) as Action[];

const useStyles = makeStyles({
  facts: { color: tokens.colorNeutralForeground2 },
  button: { minWidth: 0, paddingLeft: 0, paddingRight: 0, fontWeight: tokens.fontWeightRegular },
});

/** What the message asks for, as the machine reads it or a person said, to be corrected; whether he writes for another. */
export function AskedFor({ detail, acts }: { detail: MessageDetail; acts: MessageActs }) {
  const styles = useStyles();
  const { declaredPerson, finalAction } = detail;
  const { action, onBehalfOf } = declaredPerson;
  const said = finalAction ?? action?.value ?? null;
  const sure = finalAction !== null || (action?.confidence ?? 0) >= SURE_FROM;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="transparent"
            className={styles.button}
            icon={<ChevronDown16Regular />}
            iconPosition="after"
          >
            {said === null ? asked.unknown : asked.asks(asked.action[said], sure)}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList aria-label={asked.label}>
            {ACTIONS.map((candidate) => (
              <MenuItem
                key={candidate}
                onClick={() => {
                  void acts.setAction(detail, candidate);
                }}
              >
                {asked.action[candidate]}
              </MenuItem>
            ))}
            {finalAction !== null && (
              <>
                <MenuDivider />
                <MenuItem
                  onClick={() => {
                    void acts.setAction(detail, null);
                  }}
                >
                  {asked.leave}
                </MenuItem>
              </>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {onBehalfOf && <Caption1 className={styles.facts}>{asked.onBehalfOf}</Caption1>}
    </>
  );
}
