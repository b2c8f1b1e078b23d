import type { ReactNode } from 'react';
import {
  FluentProvider,
  makeStyles,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import type { Preferences } from '../../main/api/contract/index.ts';
import { useMedia } from '../ui/use-media.ts';

export type ThemeName = 'LIGHT' | 'DARK' | 'HIGH_CONTRAST';

const THEMES: Readonly<Record<ThemeName, Theme>> = {
  LIGHT: webLightTheme,
  DARK: webDarkTheme,
  HIGH_CONTRAST: teamsHighContrastTheme,
};

const useStyles = makeStyles({ root: { height: '100%' } });

function useThemeName(choice: Preferences['theme']): ThemeName {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(forced-colors: active), (prefers-contrast: more)');
  if (choice !== 'SYSTEM') return choice;
  return contrast ? 'HIGH_CONTRAST' : dark ? 'DARK' : 'LIGHT';
}

/** Fluent's tokens for everything below; `lang` of dates and labels is Spanish throughout. */
export function ThemeRoot({ choice, children }: { choice: Preferences['theme']; children: ReactNode }) {
  const styles = useStyles();
  const name = useThemeName(choice);
  return (
    <FluentProvider theme={THEMES[name]} className={styles.root} data-theme={name} id="theme-root">
      {children}
    </FluentProvider>
  );
}
