type Tags = HTMLElementTagNameMap & Pick<SVGElementTagNameMap, 'svg' | 'path'>;

/** Makes an element with attributes and children. Text goes in as text nodes; nothing is ever parsed as HTML. */
export function el<K extends keyof Tags>(tag: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]): Tags[K] {
  const namespace = 'http://www.w3.org/' + (/svg|path/.test(tag) ? '2000/svg' : '1999/xhtml');
  const element = document.createElementNS(namespace, tag) as Tags[K];
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
  element.append(...children);
  return element;
}

/** A decorative 24 x 24 line drawing. */
export const icon = (d: string): SVGElement => el('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, el('path', { d }));
