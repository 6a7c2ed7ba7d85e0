/** Whether the value is a `#RRGGBB` colour. Nothing else ever reaches a style sheet. */
export const isColour = (value: unknown): value is string =>
  typeof value === 'string' && /^#[\da-f]{6}$/i.test(value);

/** Black or white, whichever has the higher contrast on the `#RRGGBB` colour (WCAG 2.2 relative luminance, always >= 4.5:1). */
export const readableOn = (colour: string): '#000' | '#fff' => {
  const channel = (at: number): number => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return luminance > 0.179 ? '#000' : '#fff';
};
