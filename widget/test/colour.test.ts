import { describe, expect, it } from 'vitest';
import { isColour, readableOn } from '../src/colour';
import { themeCss } from '../src/theme';

const luminance = (colour: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};

const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
};

describe('accent colour', () => {
  it.each(['#000000', '#ffffff', '#F5C518', '#0aF3bc'])('accepts %s', (colour) => {
    expect(isColour(colour)).toBe(true);
  });

  it.each([
    '#fff', 'red', '#12345g', '#1234567', ' #123456', '#123456\n', '#123456;}*{display:none', 'url(//evil.example)', '', null, undefined, 7, {},
    ['#123456'],
  ])('refuses %j', (value) => {
    expect(isColour(value)).toBe(false);
    expect(themeCss({ accentColor: value })).not.toContain('--accent');
  });

  it('has text of at least 4.5:1 on every colour', () => {
    const steps = ['00', '1a', '33', '4d', '66', '76', '77', '80', '99', 'b3', 'cc', 'e6', 'ff'];
    for (const r of steps)
      for (const g of steps)
        for (const b of steps) {
          const colour = `#${r}${g}${b}`;
          const text = readableOn(colour) == '#000' ? '#000000' : '#ffffff';
          expect(contrast(colour, text), colour).toBeGreaterThanOrEqual(4.5);
        }
  });
});

describe('theme', () => {
  it('follows the system unless the site says light or dark', () => {
    expect(themeCss({})).toContain('color-scheme:light dark!');
    expect(themeCss({ mode: 'dark' })).toContain('color-scheme:dark!');
    expect(themeCss({ mode: 'light' })).toContain('color-scheme:light!');
  });

  it('lets nothing into the style sheet that it does not know', () => {
    expect(themeCss({ mode: '}*{x', position: 'top;}', accentColor: '}' })).toBe(themeCss({}));
  });
});
