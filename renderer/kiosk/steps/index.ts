import type { ComponentType } from 'react';
import { Home } from './home.tsx';
import {
  Activation,
  Forgotten,
  PasswordChange,
  PasswordClose,
  PasswordSignIn,
  Passwords,
} from './passwords.tsx';
import { Personal } from './personal.tsx';
import { Report } from './report.tsx';
import { Services } from './services.tsx';
import { SmsAccess } from './sms-access.tsx';
import { Start } from './start.tsx';

/** Every screen of the kiosk. START is the one without a visit; of the rest each has a heading and may go on. */
export const STEPS = {
  START: Start,
  HOME: Home,
  SERVICES: Services,
  SMS: SmsAccess,
  PERSONAL: Personal,
  REPORT: Report,
  PASSWORDS: Passwords,
  PASSWORD_SIGN_IN: PasswordSignIn,
  ACTIVATION: Activation,
  FORGOTTEN: Forgotten,
  PASSWORD_CHANGE: PasswordChange,
  PASSWORD_CLOSE: PasswordClose,
} as const satisfies Record<string, ComponentType>;

export type StepName = keyof typeof STEPS;
