import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { DeclaredPerson } from '../../../main/api/contract/index.ts';
import { asked } from '../../strings/es/asked.ts';

const SURE_FROM = 0.7;

const useStyles = makeStyles({ facts: { color: tokens.colorNeutralForeground2 } });

/** What the message asks for, so far as it can be told, and whether somebody writes for another. */
export function AskedFor({ person }: { person: DeclaredPerson }) {
  const styles = useStyles();
  const { action, onBehalfOf } = person;
  const facts = [
    ...(action === null ? [] : [asked.asks(asked.action[action.value], action.confidence >= SURE_FROM)]),
    ...(onBehalfOf ? [asked.onBehalfOf] : []),
  ];
  return facts.length === 0 ? null : <Caption1 className={styles.facts}>{facts.join(' · ')}</Caption1>;
}
