import { Fragment } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusSmall,
    // Its yellow is black there, as is the text of the row that is selected.
    ':global([data-theme="HIGH_CONTRAST"])': {
      '&': {
        backgroundColor: 'transparent',
        fontWeight: tokens.fontWeightBold,
        textDecorationLine: 'underline',
      },
    },
  },
});

/** Text whose found words stand between U+0001 and U+0002. */
export function Snippet({ text }: { text: string }) {
  const styles = useStyles();
  return text.split('\u0001').map((part, index) => {
    const end = part.indexOf('\u0002');
    if (end < 0) return <Fragment key={index}>{part}</Fragment>;
    return (
      <Fragment key={index}>
        <mark className={styles.mark}>{part.slice(0, end)}</mark>
        {part.slice(end + 1)}
      </Fragment>
    );
  });
}
