import { Field, Input } from '@fluentui/react-components';
import type { Settings } from '../../../main/api/contract/index.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { WholeNumber } from './whole-number.tsx';
import { Block } from './parts.tsx';

const texts = settingsStrings.registrations;

const NUMBERS = [
  { name: 'codeDays', min: 1, max: 3650 },
  { name: 'codeAttempts', min: 1, max: 10 },
  { name: 'passwordDays', min: 1, max: 3650 },
  { name: 'passwordAttempts', min: 1, max: 10 },
  { name: 'emailCodeMinutes', min: 2, max: 60 },
] as const satisfies readonly { name: keyof Settings['registrations']; min: number; max: number }[];

/** "Usuario y contraseña": how long things last, how many errors they bear, and what the sheet's QR opens. */
export function RegistrationLimits({
  value,
  addressProblem,
  onChange,
}: {
  value: Settings['registrations'];
  addressProblem: string | undefined;
  onChange: (value: Settings['registrations']) => void;
}) {
  return (
    <Block title={texts.title} text={texts.text}>
      {NUMBERS.map(({ name, min, max }) => (
        <WholeNumber
          key={name}
          label={texts.numbers[name]}
          value={value[name]}
          min={min}
          max={max}
          onChange={(next) => onChange({ ...value, [name]: next })}
        />
      ))}
      <Field label={texts.address} hint={texts.addressHint} validationMessage={addressProblem}>
        <Input
          type="url"
          maxLength={200}
          value={value.serviceAddress}
          onChange={(_, data) => onChange({ ...value, serviceAddress: data.value.trim() })}
        />
      </Field>
    </Block>
  );
}
