/** Replaced by the build: the form's file name, its SRI value. */
declare const FORM_FILE: string;
declare const FORM_INTEGRITY: string;

declare module '*.css?inline' {
  const css: string;
  export default css;
}
