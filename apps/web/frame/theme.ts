import {
  createTheme,
  localStorageColorSchemeManager,
  NativeSelect,
  Textarea,
  TextInput,
  type CSSVariablesResolver,
} from '@mantine/core';

/** Where light or dark is kept; public/appearance.js reads it before the first paint. */
export const colourSchemeManager = localStorageColorSchemeManager({ key: 'citypath-colour-scheme' });

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", ' +
  '"Noto Sans SC", "Noto Sans CJK SC", sans-serif';

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  fontFamily,
  defaultRadius: 3,
  cursorType: 'pointer',
  fontSizes: { xs: '0.8125rem', sm: '0.8125rem', md: '0.9375rem', lg: '0.9375rem', xl: '1.375rem' },
  headings: { fontFamily, fontWeight: '600' },
  components: {
    // Their descriptions and errors are one size smaller: with these sizes there are three in all.
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'md' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'md' } }),
  },
  colors: {
    dark: [
      '#e4e7ea',
      '#c5cbd1',
      '#9ba5ae',
      '#6b757e',
      '#444c53',
      '#2a3035',
      '#191d20',
      '#121517',
      '#0d1012',
      '#090b0c',
    ],
    pine: [
      '#eaf5f3',
      '#d3e9e5',
      '#a9d5cc',
      '#84c8ba',
      '#68c3b1',
      '#3b9d8b',
      '#1d7c6c',
      '#0f6457',
      '#0b5047',
      '#073c35',
    ],
  },
});

/** Mantine's surfaces take the colours of styles/base.css. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--dim)',
    '--mantine-color-default': 'var(--paper)',
    '--mantine-color-default-hover': 'var(--lifted)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--strong-line)',
    '--mantine-color-placeholder': 'var(--dim)',
    '--mantine-color-error': 'var(--hurts)',
  };
  return { variables: {}, light: both, dark: both };
};
