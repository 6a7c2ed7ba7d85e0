import { el, icon } from './dom';
import type { StringName, Strings } from './strings';

const CROSS = 'M6 6l12 12M18 6 6 18';
const CHECK = 'm5 12 5 5 9-10';
const STAR = 'm12 3 2.8 5.7 6.2.9-4.5 4.3 1 6.2-5.5-3-5.5 3 1-6.2L3 9.6l6.2-.9Z';

export const FIELDS = ['rating', 'message', 'name', 'email'] as const;
export type Field = (typeof FIELDS)[number];

/** The elements of the form that something happens to, and the texts in them. */
export type View = ReturnType<typeof createView>;

/** Builds the dialog. It has no texts until `apply` is called, and can be given new ones at any time. */
export function createView() {
  const texts: ((strings: Strings) => void)[] = [];
  const text = (name: StringName): Text => {
    const node = new Text();
    texts.push((strings) => (node.data = strings[name]));
    return node;
  };
  const attribute = <E extends Element>(element: E, name: string, of: (strings: Strings) => string): E => {
    texts.push((strings) => element.setAttribute(name, of(strings)));
    return element;
  };
  const errors = {} as Record<Field, HTMLElement>;
  for (const field of FIELDS) errors[field] = el('p', { id: field + '-error', class: 'error' });

  const chosen = el('small', { 'aria-hidden': 'true' });
  const stars = [1, 2, 3, 4, 5].map((value) =>
    attribute(
      el('input', { type: 'radio', name: 'rating', value: `${value}` }),
      'aria-label',
      (strings) => `${value}/5, ${strings[`rating${value}` as StringName]}`,
    ),
  );
  const rating = el(
    'div',
    { role: 'radiogroup', 'aria-labelledby': 'rating', 'aria-describedby': 'rating-error', class: 'stars' },
    ...stars.map((star) => el('label', { class: 'star' }, star, icon(STAR))),
    chosen,
  );

  const input = <K extends 'input' | 'textarea'>(tag: K, name: Field, attributes: Record<string, string>) =>
    el(tag, { name, 'aria-describedby': name + '-error', ...attributes });
  const message = attribute(input('textarea', 'message', { maxlength: '5000' }), 'placeholder', (strings) => strings.messageHint);
  const name = input('input', 'name', { autocomplete: 'name', maxlength: '200' });
  const email = input('input', 'email', { autocomplete: 'email', maxlength: '254', type: 'email' });
  const counter = el('small');
  const optional = (): HTMLElement => el('small', {}, text('optional'));

  const fields = el(
    'div',
    { class: 'fields' },
    el('div', { class: 'wide' }, el('p', { id: 'rating', class: 'label' }, text('rating')), rating, errors.rating),
    el('div', { class: 'wide' }, el('label', { class: 'label' }, text('message'), message), counter, errors.message),
    el('div', {}, el('label', { class: 'label' }, text('name'), optional(), name), errors.name),
    el('div', {}, el('label', { class: 'label' }, text('email'), optional(), email), errors.email),
  );

  // Programs fill whatever they find; people, screen readers and browsers that fill forms do not get at what is inert.
  const trap = el('input', { name: 'website', autocomplete: 'off', tabindex: '-1' });
  const alert = el('p', { role: 'alert', class: 'error' });
  const status = el('p', { role: 'status', class: 'status' });
  const submit = el('button', { class: 'button primary' });
  const form = el('form', { novalidate: '' }, fields, el('div', { class: 'trap', inert: '', 'aria-hidden': 'true' }, trap), alert, submit);

  const done = el('button', { class: 'button primary' }, text('done'));
  const thanks = el(
    'div',
    { class: 'thanks', hidden: '' },
    el('span', { class: 'badge' }, icon(CHECK)),
    el('h2', {}, text('thanksTitle')),
    el('p', {}, text('thanks')),
    done,
  );

  const close = attribute(el('button', { class: 'close' }, icon(CROSS)), 'aria-label', (strings) => strings.close);
  const title = el('h2', { id: 'title' }, text('title'));
  const dialog = el(
    'dialog',
    { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'title', lang: 'en' },
    el('div', { class: 'sheet' }, el('header', {}, title, close), form, thanks, status),
  );
  return {
    dialog, form, fields, stars, controls: { rating, message, name, email }, trap, chosen, counter, errors, alert, status, submit, title, thanks, done, close,
    apply: (strings: Strings): void => texts.forEach((set) => set(strings)),
  };
}
