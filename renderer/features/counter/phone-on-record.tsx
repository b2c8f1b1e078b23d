import { useState, type ReactNode } from 'react';
import { Body1Strong } from '@fluentui/react-components';
import { counterStrings } from '../../strings/es/counter.ts';
import { PossessionStep } from './possession-step.tsx';
import { neededLevel } from './refusal.ts';

/**
 * Where the office asks for more than the document: a code to the telephone on record, which the citizen names and reads
 * out. Comes with the refusal and stays; `onShown` once the code was answered.
 */
export function PhoneOnRecord({
  citizenId,
  error,
  onShown,
  children,
}: {
  citizenId: number;
  error: unknown;
  onShown: () => void;
  children?: ReactNode;
}) {
  const [asked, setAsked] = useState(false);
  const [address, setAddress] = useState('');
  const [shown, setShown] = useState(false);
  if (!asked && neededLevel(error) === 'SMS') setAsked(true);
  if (!asked) return null;
  return (
    <div role="group" aria-label={counterStrings.onRecord}>
      <Body1Strong as="h3">{counterStrings.onRecord}</Body1Strong>
      <PossessionStep
        citizenId={citizenId}
        kind="PHONE"
        address={address}
        shown={shown}
        onAddress={setAddress}
        onShown={(now) => {
          setShown(now);
          if (now) onShown();
        }}
      />
      {children}
    </div>
  );
}
