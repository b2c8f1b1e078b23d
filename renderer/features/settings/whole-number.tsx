import { Field, SpinButton, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ short: { maxWidth: '360px' } });

/** A whole number with its limits; what is typed outside of them is brought inside. */
export function WholeNumber({
  label,
  hint,
  value,
  min,
  max,
  onChange,
}: {
  label: string;
  hint?: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  const styles = useStyles();
  return (
    <Field label={label} hint={hint} className={styles.short}>
      <SpinButton
        value={value}
        min={min}
        max={max}
        onChange={(_, data) => {
          const next = data.value ?? Number.parseInt(data.displayValue ?? '', 10);
          if (Number.isFinite(next)) onChange(Math.min(max, Math.max(min, Math.round(next))));
        }}
      />
    </Field>
  );
}
