import { isColour, readableOn } from './colour';

/** How a site wants the widget to look; anything unknown or malformed is ignored. */
export interface Theme {
  accentColor?: unknown;
  mode?: unknown;
  position?: unknown;
}

/** The rule that turns the defaults of the style sheets into the site's own look. Only validated values get in. */
export function themeCss({ accentColor, mode, position }: Theme): string {
  let css = `:host{color-scheme:${mode == 'dark' || mode == 'light' ? mode : 'light dark'}!important;`;
  if (isColour(accentColor)) css += `--accent:${accentColor};--on:${readableOn(accentColor)};`;
  if (position == 'bottom-left') css += '--left:20px;--right:auto;';
  return css + '}';
}
