import { type CSSVariablesResolver, type MantineColorsTuple, createTheme } from '@mantine/core';

const tide: MantineColorsTuple = [
  '#eef3fc',
  '#dbe5f7',
  '#b4c9ee',
  '#8aabe5',
  '#6691dd',
  '#4f80d8',
  '#4176d6',
  '#3264be',
  '#2251a4',
  '#184893',
];

/** Quiet: one accent, system letters, small radii. Contrast is that of WCAG 2.2 AA on every surface, light and dark. */
export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: { light: 8, dark: 7 },
  colors: { tide },
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.15rem' }, h3: { fontSize: '1rem' } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // By name: the components themselves are fetched with the screens that use them.
    Notification: { styles: { description: { color: 'var(--mantine-color-text)' } } },
    // Menus stand in a landmark too.
    Portal: { defaultProps: { target: '#overlays' } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // Names of stages are as long as people make them: on a phone a button has several lines.
    Button: {
      styles: {
        root: { height: 'auto', maxWidth: '100%' },
        // A link is not centred by itself, as a button is.
        inner: { height: 'auto', minHeight: 'calc(var(--button-height) - 2px)' },
        label: { height: 'auto', whiteSpace: 'normal', overflow: 'visible', lineHeight: 1.25, paddingBlock: '0.3rem' },
      },
    },
    Badge: {
      styles: {
        root: { textTransform: 'none', height: 'auto', minHeight: 'var(--badge-height)', lineHeight: 1.4 },
        label: { fontWeight: 600, whiteSpace: 'normal' },
      },
    },
  },
});

/** The library's grey letters, and yellow ones on yellow, are too faint for WCAG 2.2 AA on our grounds. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5b6670',
    '--mantine-color-placeholder': '#66707a',
    '--mantine-color-error': '#a3261c',
    '--mantine-color-yellow-light-color': '#734500',
  },
  dark: { '--mantine-color-dimmed': '#a9b2bb', '--mantine-color-placeholder': '#99a2ab', '--mantine-color-error': '#ff9d94' },
});
