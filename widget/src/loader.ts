import { start } from './launcher';

// Read at once: it is null after this first run. An image named "currentScript" must not pass for the script.
const script = document.currentScript;
try {
  if (script instanceof HTMLScriptElement) start(script, (url) => import(url));
} catch {
  // A page on which the widget cannot run is left alone.
}
