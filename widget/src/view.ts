import { el, icon } from './dom';
import type { StringName, Strings } from './strings';

const CROSS = 'M6 6l12 12M18 6 6 18';
const CHECK = 'm5 12 5 5 9-10';
const STAR = 'm12 3 2.8 5.7 6.2.9-4.5 4.3 1 6.2-5.5-3-5.5 3 1-6.2L3 9.6l6.2-.9Z';

/** The questions that a site can ask, each with the least and the most of its scale. */
export const SCALES = { rating: [1, 5], nps: [0, 10], ces: [1, 7] } as const;
export type Question = keyof typeof SCALES;

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
  const group = el('div', { role: 'radiogroup', 'aria-labelledby': 'rating', 'aria-describedby': 'rating-error' });
  const asked = { question: 'rating' as Question, choices: [] as HTMLInputElement[] };
  /** What stands beside a value of the scale, if anything does. */
  const word = (strings: Strings, value: number): string => strings[(asked.question + value) as StringName] ?? '';
  const ask = (question: Question): void => {
    const [least, most] = SCALES[question];
    const stars = question == 'rating';
    asked.question = question;
    group.className = stars ? 'stars' : 'scale';
    group.replaceChildren();
    asked.choices = [];
    for (let value = least; value <= most; value++) {
      const choice = attribute(el('input', { type: 'radio', name: 'rating', value: `${value}` }), 'aria-label', (strings) =>
        [`${value}/${most}`, word(strings, value)].filter(Boolean).join(', '),
      );
      asked.choices.push(choice);
      group.append(el('label', { class: stars ? 'star' : 'star step' }, choice, stars ? icon(STAR) : `${value}`));
    }
    if (stars) group.append(chosen);
    else group.append(el('small', { 'aria-hidden': 'true', class: 'ends' }, ...[least, most].map((end) => el('span', {}, text((question + end) as StringName)))));
  };
  ask('rating');

  const input = <K extends 'input' | 'textarea'>(tag: K, name: Field, attributes: Record<string, string>) =>
    el(tag, { name, 'aria-describedby': name + '-error', ...attributes });
  const message = attribute(input('textarea', 'message', { maxlength: '5000' }), 'placeholder', (strings) => strings.messageHint);
  const name = input('input', 'name', { autocomplete: 'name', maxlength: '200' });
  const email = input('input', 'email', { autocomplete: 'email', maxlength: '254', type: 'email' });
  const counter = el('small');
  const optional = (): HTMLElement => el('small', {}, text('optional'));

  const label = el('p', { id: 'rating', class: 'label' });
  texts.push((strings) => (label.textContent = strings[asked.question]));

  const fields = el(
    'div',
    { class: 'fields' },
    el('div', { class: 'wide' }, label, group, errors.rating),
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
    dialog, form, fields, asked, ask, word, group, controls: { rating: group, message, name, email }, trap, chosen, counter, errors, alert, status, submit, title, thanks, done, close,
    apply: (strings: Strings): void => texts.forEach((set) => set(strings)),
  };
}
