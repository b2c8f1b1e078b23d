import { useId } from 'react';
import { Dropdown, Option, makeStyles, mergeClasses } from '@fluentui/react-components';

export type ChoiceOption = { readonly value: string; readonly text: string };

const useStyles = makeStyles({
  root: { minWidth: 0, width: '100%' },
  // One line whatever its length: the slot is a grid, so the text needs an element of its own to be cut.
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/**
 * One of several, done as soon as it is chosen. Not a native select: there every arrow key would already be a
 * change, and each change is an act in the log. `suggested` is where the list opens while nothing is chosen.
 */
export function Choice({
  label,
  value,
  options,
  suggested,
  busy,
  opens = 'below',
  className,
  onChoose,
}: {
  label: string;
  value: string;
  options: readonly ChoiceOption[];
  suggested?: string;
  /** While something else is being done nothing is chosen; not disabled, so that the focus stays here. */
  busy: boolean;
  opens?: 'above' | 'below';
  className?: string;
  onChoose: (value: string) => void;
}) {
  const styles = useStyles();
  const id = useId();
  const shown = options.find((option) => option.value === value);
  return (
    <Dropdown
      id={id}
      size="small"
      className={mergeClasses(styles.root, className)}
      aria-label={label}
      aria-busy={busy}
      value={shown?.text ?? ''}
      button={{ children: <span className={styles.text}>{shown?.text}</span> }}
      selectedOptions={[suggested ?? value]}
      positioning={opens === 'above' ? { align: 'end', position: 'above' } : { align: 'end' }}
      data-choice={value}
      onOptionSelect={(_, data) => {
        if (!busy && data.optionValue !== undefined && data.optionValue !== value) onChoose(data.optionValue);
      }}
    >
      {options.map((option) => (
        <Option key={option.value} value={option.value} text={option.text}>
          {option.text}
        </Option>
      ))}
    </Dropdown>
  );
}
