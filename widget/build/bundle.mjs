// Bundles the form, then the loader that names it, and lists both in manifest.json. Fails when either is over its budget or
// contains what the widget promises never to use on a customer's page.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const OUT = new URL('../target/classes/META-INF/feedback-widget/v1/', import.meta.url);
// Gzipped bytes. A little above the figures of today, because zlib differs by a few bytes between versions of Node.
const BUDGETS = { loader: 1536, form: 6976 };
const FORBIDDEN = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|localStorage|sessionStorage|\.cookie|customElements/;

/** Lets `import css from './x.css?inline'` mean what it means to Vite: the minified text. */
const inlineCss = {
  name: 'inline-css',
  setup({ onResolve, onLoad, esbuild }) {
    onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: new URL(path.replace('?inline', ''), `file://${resolveDir}/`).pathname,
      namespace: 'inline-css',
    }));
    onLoad({ filter: /.*/, namespace: 'inline-css' }, async ({ path }) => {
      const { code } = await esbuild.transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

async function bundle(entry, format, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [new URL(`../src/${entry}`, import.meta.url).pathname],
    bundle: true, minify: true, write: false, charset: 'utf8', legalComments: 'none',
    target: 'es2022', format, define, plugins: [inlineCss],
  });
  return Buffer.from(outputFiles[0].contents);
}

const integrity = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;
const hashed = (name, content) => `${name}-${createHash('sha384').update(content).digest('hex').slice(0, 12)}.js`;

const form = await bundle('form.ts', 'esm');
const formFile = hashed('form', form);
const loader = await bundle('loader.ts', 'iife', {
  FORM_FILE: JSON.stringify(formFile),
  FORM_INTEGRITY: JSON.stringify(integrity(form)),
});

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const files = [
  { file: 'widget.js', role: 'loader', immutable: false, content: loader },
  { file: hashed('widget', loader), role: 'loader', immutable: true, content: loader },
  { file: formFile, role: 'form', immutable: true, content: form },
].map(({ content, ...entry }) => ({
  ...entry, bytes: content.length, gzipBytes: gzipSync(content, { level: 9 }).length, integrity: integrity(content), content,
}));
for (const { file, content } of files) await writeFile(new URL(file, OUT), content);
await writeFile(
  new URL('manifest.json', OUT),
  JSON.stringify({ version: 1, files: files.map(({ content, ...entry }) => entry) }, null, 2) + '\n',
);

for (const { file, role, bytes, gzipBytes, content } of files) {
  const forbidden = FORBIDDEN.exec(content);
  if (forbidden) {
    console.error(`${file} contains ${forbidden[0]}.`);
    process.exitCode = 1;
  }
  console.log(`${file}: ${bytes} bytes, ${gzipBytes} gzipped (budget ${BUDGETS[role]})`);
  if (gzipBytes > BUDGETS[role]) {
    console.error(`${file} is ${gzipBytes - BUDGETS[role]} bytes over its budget.`);
    process.exitCode = 1;
  }
}
