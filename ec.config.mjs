// @ts-check
import { shikiPlugin } from './src/components/code-samples/shiki-plugin.ts';
import { frameThemes } from './src/components/code-samples/theme.ts';

/** How code is drawn. Apart from Astro's configuration, because a plugin is code and that one is written as JSON. */
export default {
  themes: frameThemes,
  // Its own copy of the highlighter is off: the plugin reads code with the project's.
  shiki: false,
  plugins: [shikiPlugin],
  useStarlightUiThemeColors: false,
  // No drawn window around a command: a title bar only where there is a title.
  defaultProps: { overridesByLang: { 'sh,bash,shell,console': { frame: 'code' } } },
  styleOverrides: {
    borderRadius: 'var(--radius-button)',
    borderColor: 'var(--line)',
    codeBackground: 'var(--sunken)',
    codeForeground: 'var(--ink-2)',
    codeFontFamily: 'var(--font-code)',
    codeFontSize: 'var(--text-code)',
    codeLineHeight: 'var(--text-code-line)',
    uiFontFamily: 'var(--font-text)',
    uiFontSize: 'var(--text-control)',
    focusBorder: 'var(--focus)',
    textMarkers: {
      delBackground: 'var(--refused-tint)',
      delBorderColor: 'var(--refused-edge)',
      delDiffIndicatorColor: 'var(--refused)',
      insBackground: 'var(--allowed-tint)',
      insBorderColor: 'var(--allowed-edge)',
      insDiffIndicatorColor: 'var(--allowed)',
    },
    frames: {
      frameBoxShadowCssValue: 'none',
      editorBackground: 'var(--sunken)',
      terminalBackground: 'var(--sunken)',
      editorTabBarBackground: 'var(--surface)',
      editorTabBarBorderBottomColor: 'var(--line)',
      editorActiveTabBackground: 'var(--surface)',
      editorActiveTabForeground: 'var(--ink)',
      editorActiveTabIndicatorTopColor: 'transparent',
      editorActiveTabIndicatorBottomColor: 'var(--line)',
      terminalTitlebarBackground: 'var(--surface)',
      terminalTitlebarBorderBottomColor: 'var(--line)',
      terminalTitlebarForeground: 'var(--ink)',
      terminalTitlebarDotsOpacity: '0',
      inlineButtonForeground: 'var(--ink-2)',
      inlineButtonBorder: 'var(--control)',
      tooltipSuccessBackground: 'var(--primary)',
      tooltipSuccessForeground: 'var(--primary-text)',
    },
  },
};
