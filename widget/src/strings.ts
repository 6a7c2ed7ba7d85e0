export const LAUNCHER = 'Feedback';
export const RETRY = 'Try again';

/** Every text a visitor can see, in English. A site overrides any of them by name. `{n}` is replaced by a number. */
export const DEFAULTS = {
  launcher: LAUNCHER,
  title: 'Share your feedback',
  close: 'Close',
  rating: 'How was your experience?',
  rating1: 'Very poor',
  rating2: 'Poor',
  rating3: 'Okay',
  rating4: 'Good',
  rating5: 'Excellent',
  nps: 'How likely are you to recommend us?',
  nps0: 'Not at all likely',
  nps10: 'Extremely likely',
  ces: 'It was easy to get done what I came for.',
  ces1: 'Strongly disagree',
  ces7: 'Strongly agree',
  message: 'Your message',
  messageHint: 'What went well? What could be better?',
  charactersLeft: '{n} characters left',
  name: 'Name',
  email: 'E-mail',
  optional: 'optional',
  send: 'Send feedback',
  sending: 'Sending…',
  stillSending: 'Still trying…',
  retry: RETRY,
  nothingToSend: 'Give a rating or write a message.',
  emailInvalid: 'Use an address like name@example.com.',
  invalid: 'Please check the marked fields.',
  failed: 'Your feedback may not have arrived. Your text is still here.',
  notSetUp: 'This form is not set up for this site.',
  thanksTitle: 'Thank you!',
  thanks: 'Your feedback has arrived.',
  done: 'Done',
} as const;

export type StringName = keyof typeof DEFAULTS;
export type Strings = Record<StringName, string>;

/** The defaults with a site's overrides; a value that is no non-empty string keeps the default. */
export function withOverrides(overrides: unknown): Strings {
  const strings: Strings = { ...DEFAULTS };
  for (const name of Object.keys(DEFAULTS) as StringName[]) {
    const own = overrides && Object.hasOwn(overrides, name) && (overrides as Partial<Record<StringName, unknown>>)[name];
    if (own && typeof own === 'string') strings[name] = own;
  }
  return strings;
}
