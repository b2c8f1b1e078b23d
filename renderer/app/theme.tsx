import type { CSSProperties, ReactNode } from 'react';
import {
  FluentProvider,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import type { Preferences } from '../../main/api/contract/index.ts';
import { useMedia } from '../ui/use-media.ts';

type ThemeName = 'LIGHT' | 'DARK' | 'HIGH_CONTRAST';

const THEMES: Readonly<Record<ThemeName, Theme>> = {
  LIGHT: webLightTheme,
  DARK: webDarkTheme,
  HIGH_CONTRAST: teamsHighContrastTheme,
};

/** As a style and not as a class: classes of the provider are given to every portal too. */
const WHOLE: Readonly<Record<ThemeName, CSSProperties>> = {
  LIGHT: { height: '100%', colorScheme: 'light' },
  DARK: { height: '100%', colorScheme: 'dark' },
  HIGH_CONTRAST: { height: '100%', colorScheme: 'dark' },
};

function useThemeName(choice: Preferences['theme']): ThemeName {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(forced-colors: active), (prefers-contrast: more)');
  if (choice !== 'SYSTEM') return choice;
  return contrast ? 'HIGH_CONTRAST' : dark ? 'DARK' : 'LIGHT';
}

/** Fluent's tokens for everything below, as they are or as `adapt` makes them. */
export function ThemeRoot({
  choice,
  adapt,
  children,
}: {
  choice: Preferences['theme'];
  adapt?: (theme: Theme) => Theme;
  children: ReactNode;
}) {
  const name = useThemeName(choice);
  const theme = adapt === undefined ? THEMES[name] : adapt(THEMES[name]);
  return (
    <FluentProvider theme={theme} style={WHOLE[name]} data-theme={name} id="theme-root">
      {children}
    </FluentProvider>
  );
}
